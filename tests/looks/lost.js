// What forced colours take away: text and signs in the colour of what is behind them, controls without text or a frame, and
// what is current or pressed and looks like all its neighbours.
() => {
  const hasText = (e) => [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const isDrawn = (e) => e instanceof SVGElement;
  const lies = (e) => isDrawn(e) && [...e.closest("svg").querySelectorAll("rect, circle, path, polygon")].some((shape) => {
    const [one, other] = [shape.getBoundingClientRect(), e.getBoundingClientRect()];
    return getComputedStyle(shape).fill !== "none" && one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  });
  const faint = [...document.body.querySelectorAll("*")].filter((e) => hasText(e) && isSeen(e)).filter((e) => {
    if (lies(e)) return false; // on a shape of the drawing, which keeps its colours with its words
    const style = getComputedStyle(e);
    return contrast(isDrawn(e) ? style.fill : style.color, behind(e)) < (isDrawn(e) ? 4.5 : 1.5);
  });
  const signs = [...document.body.querySelectorAll("*")].filter((e) => isSeen(e) && ["::before", "::after"].some((part) => {
    const { display, maskImage, backgroundColor } = getComputedStyle(e, part);
    const isPainted = display !== "none" && maskImage !== "none" && (parts(backgroundColor)[3] ?? 1) > 0;
    return isPainted && contrast(over(backgroundColor, behind(e)), behind(e)) < 3;
  }));
  const controls = "button, .md-button, select, input:not([type=hidden], [type=checkbox], [type=radio])";
  const bare = [...document.querySelectorAll(controls)]
    .filter((e) => isSeen(e) && !e.innerText.trim() && !e.querySelector("svg, img") && !isFramed(getComputedStyle(e)));
  const look = (e) => {
    const s = getComputedStyle(e);
    const border = ["Top", "Bottom", "Left"].map((side) => s[`border${side}Style`] + s[`border${side}Width`] + s[`border${side}Color`]);
    return [...border, s.fontWeight, s.textDecorationLine, s.outlineStyle, s.backgroundColor, s.color].join();
  };
  const marked = [...document.querySelectorAll("[aria-current], [aria-pressed=true], .md-tabs__item--active a")].filter(isSeen);
  const alike = marked.filter((e) => {
    const all = [...(e.closest("ul, ol, .search-kinds")?.querySelectorAll(e.localName) ?? [])];
    return all.some((other) => !marked.includes(other) && isSeen(other) && look(other) === look(e));
  });
  return [...faint, ...signs, ...bare, ...alike].map(nameOf);
}
