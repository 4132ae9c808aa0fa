// Frames that scroll and show less of what is in them than three lines.
() => [...document.querySelectorAll("body *")]
  .filter((e) => isSeen(e) && ["auto", "scroll"].includes(getComputedStyle(e).overflowY))
  .filter((e) => e.scrollHeight > e.clientHeight + 1 && e.clientWidth > 1 && e.clientHeight < 60)
  .map(nameOf)
