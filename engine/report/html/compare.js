// Filter and search: comfort only. The page says everything without them.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  if (!by("f-change")) return;
  const rows = [...document.querySelectorAll(".ob")];
  const groups = [...document.querySelectorAll(".group")];
  const apply = () => {
    const change = by("f-change").value;
    const words = by("f-search").value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = words.length ? row.textContent.toLowerCase() : "";
      row.hidden = !((!change || row.dataset.change === change) && words.every((word) => text.includes(word)));
      if (!row.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector(".ob:not([hidden])");
    by("f-count").textContent = shown === rows.length ? `${rows.length} changes` : `${shown} of ${rows.length} changes`;
  };
  by("f-change").addEventListener("change", apply);
  let timer = 0;
  by("f-search").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(apply, 120); });
  by("f-clear").addEventListener("click", () => {
    for (const id of ["f-change", "f-search"]) by(id).value = "";
    apply();
    by("f-search").focus();
  });
  apply();
})();
