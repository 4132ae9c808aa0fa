// Lets the keyboard change the palette: Material made the switch of two radio buttons, of which one is always out of sight.
"use strict";
(() => {
  const form = document.querySelector("[data-md-component=palette]");
  const labels = form ? [...form.querySelectorAll("label[for]")] : [];
  if (labels.length !== 2) return;

  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: `${labels[0].className} palette` });
  const shown = () => labels.find((label) => !label.hidden) ?? labels[0];
  button.addEventListener("click", () => document.getElementById(shown().htmlFor).click());

  // Material shows one of the two labels, at the start and after each change: the button looks and is called like it.
  const follow = () => {
    button.replaceChildren(...[...shown().childNodes].map((node) => node.cloneNode(true)));
    button.title = button.ariaLabel = shown().title;
  };
  new MutationObserver(follow).observe(form, { attributeFilter: ["hidden"], subtree: true });
  follow();

  form.querySelectorAll("input").forEach((input) => { input.tabIndex = -1; });
  labels.forEach((label) => label.classList.add("replaced"));
  form.append(button);
})();
