// Only the frame of a table may be wider than the window: everything else that sticks out is named (WCAG 1.4.10).
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const isInFrame = (e) => e.closest(".table-frame, .md-sidebar, .md-search, pre, [hidden]");
  const wide = [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().right > width + 1 && !isInFrame(e));
  return [`the page is ${document.documentElement.scrollWidth} pixels wide`, ...wide.slice(0, 3).map(nameOf)];
}
