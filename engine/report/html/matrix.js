// Which rows are shown, and the theme: comfort only. The page says everything without them.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
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

  by("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of opened) part.open = false; });
  apply();
})();
