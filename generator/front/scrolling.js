// Lets the keyboard scroll what is wider than the page, and says what it is; where all fits, nobody is stopped.
"use strict";
(() => {
  const nameOf = (frame) => {
    const kind = frame.querySelector("table") ? "Table" : "Text";
    const caption = frame.querySelector("caption") ?? frame.closest("figure")?.querySelector("figcaption");
    const before = [...document.querySelectorAll("article :is(h1, h2, h3, h4)")].filter(
      (heading) => heading.compareDocumentPosition(frame) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const words = (caption ?? before.at(-1))?.cloneNode(true);
    words?.querySelector(".headerlink")?.remove();
    return words ? `${kind}: ${words.textContent.trim()}` : kind;
  };

  // Two tables of one section would share a name.
  const names = new Map();
  const uniqueNameOf = (frame) => {
    if (names.has(frame)) return names.get(frame);
    const name = nameOf(frame);
    const taken = new Set(names.values());
    let unique = name;
    for (let number = 2; taken.has(unique); number += 1) unique = `${name} (${number})`;
    names.set(frame, unique);
    return unique;
  };

  const settle = (frame) => {
    if (frame.scrollWidth > frame.clientWidth && /auto|scroll/.test(getComputedStyle(frame).overflowX)) {
      frame.tabIndex = 0;
      frame.setAttribute("role", "region");
      frame.setAttribute("aria-label", uniqueNameOf(frame));
    } else {
      ["tabindex", "role", "aria-label"].forEach((name) => frame.removeAttribute(name));
    }
  };

  const frames = new Set(document.querySelectorAll("article :is(.table-frame, pre, pre > code)"));
  const observer = new ResizeObserver((entries) => {
    const near = entries.flatMap(({ target }) => [target, target.parentElement]);
    new Set(near.filter((element) => frames.has(element))).forEach(settle);
  });
  frames.forEach((frame) => [frame, ...frame.children].forEach((element) => observer.observe(element)));
})();
