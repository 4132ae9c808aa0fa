// What the scripts of this folder share: names for what is found, and colours as WCAG compares them.
const nameOf = (e) => e.tagName.toLowerCase() + (e.id ? `#${e.id}` : "")
  + [...e.classList].slice(0, 2).map((name) => `.${name}`).join("")
  + (e.textContent.trim() ? ` "${e.textContent.trim().slice(0, 30).replace(/\s+/g, " ")}"` : "");
const isSeen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const isFramed = (style) => parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none";
const parts = (colour) => (colour.match(/[\d.]+/g) ?? ["0", "0", "0"]).map(Number);
const over = (top, below) => {
  const [red, green, blue, alpha = 1] = parts(top);
  const under = parts(below);
  return `rgb(${[red, green, blue].map((one, at) => one * alpha + under[at] * (1 - alpha)).join(", ")})`;
};
const canvas = () => {
  const probe = document.documentElement.appendChild(document.createElement("i"));
  probe.style.backgroundColor = "Canvas";
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return colour;
};
const behind = (e) => {
  const layers = [];
  for (let at = e; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    layers.push(colour);
    if ((parts(colour)[3] ?? 1) === 1) break;
  }
  const isWhole = (parts(layers.at(-1))[3] ?? 1) === 1;
  return layers.reduceRight((below, top) => over(top, below), isWhole ? layers.at(-1) : canvas());
};
const light = (colour) => {
  const [red, green, blue] = parts(colour).slice(0, 3).map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
