// Which rows are shown: comfort only. The page says everything without them.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const rows = [...document.querySelectorAll(".grid tr[data-kind]")];

  const apply = () => {
    const show = by("m-show").value, rank = by("m-rows").value;
    const whole = show === "statutes" || rank === "articles";  // articles are hidden too, not only their duties
    let chapter = null;
    for (const row of rows) {
      const kind = row.dataset.kind, wanted = !show || (row.dataset.marks || "").split(" ").includes(show);
      if (kind === "chap") { chapter = row; row.hidden = true; continue; }
      row.hidden = kind === "ob" ? rank === "articles" || !wanted : whole && !wanted;
      if (chapter && !row.hidden) chapter.hidden = false;
    }
  };
  for (const id of ["m-show", "m-rows"]) by(id).addEventListener("change", apply);

  apply();
})();
