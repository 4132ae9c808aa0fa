// What stays where it is while the page scrolls may take a third of the window's height; what stands at the side may take more.
() => {
  scrollTo(0, document.documentElement.scrollHeight / 2);
  const staying = [...document.querySelectorAll("body *")]
    .filter((e) => ["sticky", "fixed"].includes(getComputedStyle(e).position) && isSeen(e))
    .map((e) => ({ e, box: e.getBoundingClientRect() }))
    .filter(({ box }) => box.bottom > 0 && box.top < innerHeight && box.height && box.width >= innerWidth / 2);
  const covered = new Set(staying.flatMap(({ box }) => {
    const [top, bottom] = [Math.max(0, Math.round(box.top)), Math.min(innerHeight, Math.round(box.bottom))];
    return Array.from({ length: bottom - top }, (_, row) => top + row);
  }));
  scrollTo(0, 0);
  return covered.size > innerHeight / 3 ? [`${covered.size} of ${innerHeight} pixels`, ...staying.map(({ e }) => nameOf(e))] : [];
}
