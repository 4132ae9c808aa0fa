// Offers the way back to the top to whoever scrolls up.
"use strict";
(() => {
  const button = document.querySelector(".md-top");
  const title = document.querySelector("h1");
  if (!button || !title) return;

  // The button hides rather than lie on what the keyboard has come to.
  const covers = (element) => {
    if (!element?.matches(":focus-visible") || element === button) return false;
    const [one, other] = [button, element].map((each) => each.getBoundingClientRect());
    return one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right;
  };
  let last = scrollY;
  addEventListener("scroll", () => {
    const isUp = scrollY < last && scrollY > innerHeight / 2;
    last = scrollY;
    const focused = document.activeElement;
    button.hidden = focused !== button && (!isUp || covers(focused));
  }, { passive: true });
  document.addEventListener("focusin", ({ target }) => { button.hidden ||= covers(target); });
  // Whoever jumps up to a section wants to read it.
  addEventListener("hashchange", () => {
    last = scrollY;
    button.hidden = true;
  });

  button.addEventListener("click", () => {
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    scrollTo(0, 0);
  });
})();
