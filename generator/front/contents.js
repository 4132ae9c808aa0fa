// Goes along with the reader: marks in the contents the section that is being read, names the page in the header once its
// title is out of sight, and offers the way back to the top to whoever scrolls up.
"use strict";
(() => {
  const contents = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
  const sections = [...(contents?.querySelectorAll("a[href^='#']") ?? [])]
    .map((link) => [link, document.getElementById(link.hash.slice(1))])
    .filter(([, heading]) => heading);
  const header = document.querySelector(".md-header__title");
  const title = document.querySelector("h1");
  const top = document.querySelector(".md-top");
  const BELOW_HEADER = 120; // pixels: what stands higher than this is being read

  let marked = null;
  const mark = () => {
    if (!contents?.offsetHeight) return;
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
    const shown = sections.filter(([, heading]) => heading.getClientRects().length);
    const read = isAtEnd ? shown : shown.filter(([, heading]) => heading.getBoundingClientRect().top < BELOW_HEADER);
    const link = scrollY > 0 ? read.at(-1)?.[0] : null;
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    marked = link;
    if (link) contents.scrollTop += link.getBoundingClientRect().top - contents.getBoundingClientRect().top - contents.clientHeight / 2;
  };

  // The button hides while it would lie on what the keyboard has come to.
  const covers = (element) => {
    if (!element?.matches(":focus-visible") || element === top) return false;
    const [one, other] = [top.getBoundingClientRect(), element.getBoundingClientRect()];
    return one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right;
  };
  let last = scrollY;
  const offer = () => {
    const isUp = scrollY < last && scrollY > innerHeight / 2;
    last = scrollY;
    top.hidden = top !== document.activeElement && (!isUp || covers(document.activeElement));
  };

  let isWaiting = false;
  const follow = () => {
    isWaiting = false;
    mark();
    header?.classList.toggle("md-header__title--active", title?.getBoundingClientRect().bottom < header.offsetHeight);
    if (top) offer();
  };
  const soon = () => {
    if (!isWaiting) requestAnimationFrame(follow);
    isWaiting = true;
  };
  ["scroll", "resize"].forEach((name) => addEventListener(name, soon, { passive: true }));
  new ResizeObserver(soon).observe(document.body);
  if (!top) return;

  document.addEventListener("focusin", ({ target }) => { top.hidden ||= covers(target); });
  // Whoever jumps up to a section wants to read it.
  addEventListener("hashchange", () => {
    last = scrollY;
    top.hidden = true;
  });
  top.addEventListener("click", () => {
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    scrollTo(0, 0);
  });
})();
