// Changes the palette by a button, and keeps the choice where Material kept it. Until somebody chooses, the system does.
"use strict";
(() => {
  const button = document.querySelector(".palette");
  if (!button) return;
  const colour = document.head.appendChild(Object.assign(document.createElement("meta"), { name: "theme-color" }));
  const { dataset } = document.body;

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
    __md_set("__palette", { index, color: { media, scheme, primary: "custom", accent: "custom" } });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    try {
      if (__md_get("__palette")) return;
    } catch { /* a browser that lets nothing be kept */ }
    show(matches ? "slate" : "default");
  });
})();
