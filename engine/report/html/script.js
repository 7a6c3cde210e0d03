// Filters and search: comfort only. The page says everything without them.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const rows = [...document.querySelectorAll(".ob")];
  const articles = [...document.querySelectorAll(".article")];
  const chapters = [...document.querySelectorAll(".chapter")];
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };

  const apply = () => {
    const verdict = by("f-verdict").value, chapter = by("f-chapter").value, act = by("f-act").value;
    const words = by("f-search").value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const acts = (row.dataset.acts || "").split(" ");
      const good = (!verdict || row.dataset.verdict === verdict || row.dataset.flags.split(" ").includes(verdict)) &&
        (!chapter || row.dataset.chapter === chapter) && (!act || acts.includes(act)) &&
        words.every((word) => textOf(row).includes(word));
      row.hidden = !good;
      if (good) shown += 1;
    }
    for (const article of articles) article.hidden = !article.querySelector(".ob:not([hidden])");
    for (const title of chapters)
      title.hidden = !document.querySelector(`.article[data-chapter="${title.dataset.chapter}"]:not([hidden])`);
    by("f-count").textContent = shown === rows.length ? `${rows.length} obligations` : `${shown} of ${rows.length} obligations`;
  };
  for (const id of ["f-verdict", "f-chapter", "f-act"]) by(id).addEventListener("change", apply);
  let timer = 0;
  by("f-search").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(apply, 120); });
  by("f-clear").addEventListener("click", () => {
    for (const id of ["f-verdict", "f-chapter", "f-act", "f-search"]) by(id).value = "";
    apply();
    by("f-search").focus();
  });

  apply();
})();
