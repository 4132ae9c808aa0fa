// Words that reach over the edge of what cuts them off. What is for screen readers alone is cut on purpose, and so is the
// title of a long page in the header of a small window, which stands whole at the head of the page.
() => {
  const cuts = (value) => value === "hidden" || value === "clip";
  const isLarge = (e) => e.clientWidth > 1 && e.clientHeight > 1;
  return [...document.querySelectorAll("article, article *, header *, footer *, .md-tabs *, dialog *")]
    .filter((e) => e.innerText && isLarge(e) && isSeen(e) && !e.closest(".md-header__title"))
    .filter((e) => {
      const style = getComputedStyle(e);
      return (cuts(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
        || (cuts(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
    })
    .map(nameOf);
}
