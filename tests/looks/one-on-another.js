// Words that lie on other words, in the text and in drawings. Of a line only its middle counts: lines may stand close.
// What its frame has scrolled out of sight lies on nothing, and what stays in place while the rest scrolls is meant to. Of
// slanted words only the box round them is known, which is larger than they are.
() => {
  const lines = [];
  const frames = new Map();
  const frameOf = (e) => {
    if (!e || e === document.body) return null;
    if (!frames.has(e)) frames.set(e, getComputedStyle(e).overflowY === "visible" ? frameOf(e.parentElement) : e.getBoundingClientRect());
    return frames.get(e);
  };
  const isInFrame = (box, frame) => !frame || (box.bottom <= frame.bottom + 1 && box.top >= frame.top - 1 && box.left < frame.right);
  const walker = document.createTreeWalker(document.querySelector("article") ?? document.body, NodeFilter.SHOW_TEXT);
  const isSlanted = (e) => e instanceof SVGGraphicsElement && Math.abs(e.getScreenCTM()?.b ?? 0) > 0.01;
  const stays = (e) => e.closest("thead, tbody th, .tooltip, .md-top") !== null;
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const e = node.parentElement;
    if (!node.data.trim() || !isSeen(e) || stays(e) || isSlanted(e) || e.clientWidth === 1) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const { left, right, top, height } = box;
      if (height && isInFrame(box, frameOf(e))) lines.push({ e, left: left + 1, right: right - 1, top: top + height * 0.3, bottom: top + height * 0.7 });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  return lines.flatMap((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
      const other = lines[next];
      if (other.e !== one.e && other.left < one.right && one.left < other.right) return [`${nameOf(one.e)} and ${nameOf(other.e)}`];
    }
    return [];
  });
}
