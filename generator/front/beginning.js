// Before anything is painted: tells the styles that scripts run, and shows the palette that the reader's system asks for.
// A palette that the reader chose comes right after, from Material's script within the page.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  if (!matchMedia("(prefers-color-scheme: dark)").matches) return;
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    document.body.dataset.mdColorScheme = "slate";
    observer.disconnect();
  }).observe(root, { childList: true });
})();
