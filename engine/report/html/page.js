
// What every page has: the theme, deep links, and paper. Runs after the page's own script.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const by = (id) => document.getElementById(id);

  // A deep link shows its row whatever the filters say.
  const visit = () => {
    const target = location.hash && by(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) by("f-clear")?.click();
    target.scrollIntoView();
  };
  addEventListener("hashchange", visit);

  by("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });

  // Paper shows everything but near misses that nobody opened: closed parts open while printing.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open]):not(.near)")];
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of opened) part.open = false; });

  visit();
})();
