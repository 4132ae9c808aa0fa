// What scrolls sideways within the page, and is no table.
() => [...document.querySelectorAll("article *")]
  .filter((e) => e.scrollWidth > e.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowX))
  .filter((e) => !e.querySelector("table") && !e.closest("pre"))
  .map(nameOf)
