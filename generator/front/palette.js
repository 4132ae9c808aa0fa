// Changes the palette by a button, and keeps the choice where Material kept it. Until somebody chooses, the system does.
"use strict";
(() => {
  const button = document.querySelector(".palette");
  if (!button) return;
  const colour = document.head.appendChild(Object.assign(document.createElement("meta"), { name: "theme-color" }));
  const { dataset } = document.body;
  const root = document.documentElement;
  const name = `${new URL("..", document.currentScript.src).pathname}.__palette`;

  const show = (scheme) => {
    dataset.mdColorScheme = scheme;
    colour.content = getComputedStyle(document.body).getPropertyValue("--paper"); // around the page, on phones
  };
  show(dataset.mdColorScheme);

  button.addEventListener("click", () => {
    const index = dataset.mdColorScheme === "slate" ? 0 : 1;
    const scheme = ["default", "slate"][index];
    const media = `(prefers-color-scheme: ${["light", "dark"][index]})`;
    show(scheme);
    root.toggleAttribute("data-palette-chosen", true);
    try {
      const { slash } = JSON.parse(localStorage.getItem(name)) ?? {}; // what the reader chose about the search
      localStorage.setItem(name, JSON.stringify({ index, color: { media, scheme, primary: "custom", accent: "custom" }, slash }));
    } catch { /* a browser that lets nothing be kept: the choice holds for this page */ }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    if (!root.hasAttribute("data-palette-chosen")) show(matches ? "slate" : "default");
  });
})();
