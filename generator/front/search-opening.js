// Opens the search: by its button, by `/`, or by a question in the address (?q=). Only then is anything of it loaded.
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
  Object.assign(key, { textContent: "/", ariaHidden: "true" });
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-keyshortcuts", "/");
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
    if (!["/", "f", "s"].includes(event.key) || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
  const { searchParams } = new URL(location.href);
  if (searchParams.has("q")) open();
  else if (searchParams.has("h")) load().then(() => tell("search-mark"), () => {});
})();
