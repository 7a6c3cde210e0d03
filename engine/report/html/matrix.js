// Which rows are shown: comfort only. The page says everything without them.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const rows = [...document.querySelectorAll(".grid tr[data-kind]")];

  const apply = () => {
    const show = by("m-show").value, rank = by("m-rows").value;
    for (const row of rows) {
      const wanted = !show || (row.dataset.marks || "").split(" ").includes(show);
      row.hidden = (row.dataset.kind === "ob" && (rank === "articles" || !wanted)) || (row.dataset.kind === "art" && rank === "articles" && !wanted);
    }
  };
  for (const id of ["m-show", "m-rows"]) by(id).addEventListener("change", apply);

  apply();
})();
