// Lets the keyboard open and close the menu of small windows, which is made of a label and a hidden checkbox.
"use strict";
(() => {
  const box = document.getElementById("__drawer");
  const label = document.querySelector(".md-header label[for=__drawer]");
  const menu = document.querySelector(".md-sidebar--primary");
  if (!box || !label || !menu) return;

  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: `${label.className} menu` });
  button.setAttribute("aria-label", "Menu");
  button.append(...label.childNodes);
  label.replaceWith(button);
  button.addEventListener("click", () => box.click());

  const tellState = () => button.setAttribute("aria-expanded", String(box.checked));
  tellState();
  box.addEventListener("change", () => {
    tellState();
    if (box.checked) menu.querySelector("a[href]")?.focus();
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !box.checked) return;
    box.click();
    button.focus();
  });
  // Whoever goes on to the page has done with the menu.
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (box.checked && relatedTarget && !menu.contains(relatedTarget)) box.click();
  });
  addEventListener("pagehide", () => box.checked && box.click()); // whoever comes back finds the page
})();
