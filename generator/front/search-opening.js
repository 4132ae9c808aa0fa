// Opens the search: by its button, by `/`, by Ctrl+K, on a Mac ⌘K, or by a question in the address (?q=). Only then is anything
// of it loaded. Who speaks to the computer types signs without meaning to: the search lets readers switch off `/` (WCAG 2.1.4).
"use strict";
(() => {
  const assets = new URL(".", document.currentScript.src).href;
  const header = document.querySelector(".md-header__inner");
  if (!header) return;

  const button = document.createElement("button");
  const words = document.createElement("span");
  const key = document.createElement("kbd");
  Object.assign(button, { type: "button", className: "search-button" });
  Object.assign(words, { textContent: "Search" });
  const isMac = /^(Mac|iP)/.test(navigator.platform);
  const withSlash = () => document.documentElement.dataset.slash !== "off";
  Object.assign(key, { textContent: withSlash() ? "/" : isMac ? "⌘K" : "Ctrl K", ariaHidden: "true" });
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-keyshortcuts", `${isMac ? "Meta" : "Control"}+K${withSlash() ? " /" : ""}`);
  button.append(words, key);
  header.append(button);

  let asked = "";
  const add = (element) => new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => {
      element.remove();
      asked = "";
      reject(new Error(element.src ?? element.href));
    });
    document.head.append(element);
  });
  // The script of the search listens for this event as soon as it is there.
  const tell = (name) => document.dispatchEvent(new CustomEvent(name));
  const load = () => {
    asked ||= Promise.all([
      add(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${assets}search.css` })),
      add(Object.assign(document.createElement("script"), { src: `${assets}search.js` })),
    ]);
    return asked;
  };
  const open = () => load().then(() => tell("search-open"), () => { words.textContent = "Search did not load"; });

  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, select, textarea, [contenteditable]");
    const isSlash = event.key === "/" && withSlash() && !isTyping && !event.ctrlKey && !event.metaKey;
    const isChord = event.key.toLowerCase() === "k" && (isMac ? event.metaKey : event.ctrlKey) && !event.shiftKey;
    if (event.altKey || !(isSlash || isChord)) return;
    if (document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
  const { searchParams } = new URL(location.href);
  if (searchParams.has("q")) open();
  else if (searchParams.has("h")) load().then(() => tell("search-mark"), () => {});
})();
