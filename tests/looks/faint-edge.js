// Fields whose edge is fainter than 3 to 1 against what is around them (WCAG 1.4.11). Browsers draw boxes of choice themselves.
() => [...document.querySelectorAll("input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea")]
  .filter(isSeen)
  .filter((e) => {
    const style = getComputedStyle(e);
    const around = behind(e.parentElement);
    const edge = isFramed(style) ? contrast(style.borderTopColor, around) : 1;
    return Math.max(edge, contrast(behind(e), around)) < 3;
  })
  .map(nameOf)
