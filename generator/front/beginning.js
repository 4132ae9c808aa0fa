// Before anything is painted: tells the styles that scripts run, and shows the palette that the reader chose, or else the
// one that the system asks for. The choice is kept under the name that Material gave it, so that old choices hold.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  const chosen = () => {
    const name = `${new URL("..", document.currentScript.src).pathname}.__palette`;
    try {
      return JSON.parse(localStorage.getItem(name)) ?? {};
    } catch {
      return {}; // a browser that lets nothing be kept
    }
  };
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  const { color, slash } = chosen();
  const choice = color?.scheme;
  if (slash === false) root.dataset.slash = "off"; // the key that opens the search
  const isChosen = ["default", "slate"].includes(choice);
  root.toggleAttribute("data-palette-chosen", isChosen);
  const scheme = isChosen ? choice : system;
  if (scheme === "default") return;
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    document.body.dataset.mdColorScheme = scheme;
    observer.disconnect();
  }).observe(root, { childList: true });
})();
