// Marks in the contents the section that is being read, and keeps it in view there; names the page in the header once its
// title is out of sight.
"use strict";
(() => {
  const header = document.querySelector(".md-header__title");
  const title = document.querySelector("h1");
  const contents = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
  const sections = [...(contents?.querySelectorAll("a[href^='#']") ?? [])]
    .map((link) => [link, document.getElementById(link.hash.slice(1))])
    .filter(([, heading]) => heading);
  const READ = 120; // pixels: a heading higher than this is being read, or has been

  const place = (element) => element.getBoundingClientRect().top;
  const current = () => {
    if (scrollY <= 0) return null;
    const shown = sections.filter(([, heading]) => heading.getClientRects().length);
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
    return (isAtEnd ? shown : shown.filter(([, heading]) => place(heading) < READ)).at(-1)?.[0] ?? null;
  };

  let marked = null;
  const follow = () => {
    header?.classList.toggle("md-header__title--active", title?.getBoundingClientRect().bottom < header.offsetHeight);
    const link = contents?.offsetHeight ? current() : null;
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    marked = link;
    if (!link) {
      if (contents) contents.scrollTop = 0;
      return;
    }
    link.setAttribute("aria-current", "location");
    contents.scrollTop += place(link) - place(contents) - contents.clientHeight / 2;
  };
  addEventListener("scroll", follow, { passive: true });
  new ResizeObserver(follow).observe(document.body);
})();
