// WCAG 2.5.8: 24 by 24 pixels, or a circle of 24 on its centre that touches no other target nor the circle of another small
// one. Links within a sentence are exempt.
() => {
  const targets = "a[href], button, summary, select, input:not([type=hidden]), label[for], [role=button]";
  const labelOf = (e) => e.closest("label") ?? document.querySelector(`label[for="${e.id}"]`);
  const face = (e) => (e.matches("[type=checkbox], [type=radio]") && labelOf(e)) || (e.matches("svg a") && e.querySelector("circle")) || e;
  const block = "p, li, td, th, dd, dt, figcaption, blockquote, h1, h2, h3, h4, caption";
  const length = (text) => text.replace(/\s/g, "").length;
  const isInText = (e) => {
    if (e instanceof SVGElement || getComputedStyle(e).display !== "inline") return false;
    const around = e.closest(block);
    const own = [...(around?.querySelectorAll("a, button") ?? [])].map((one) => one.textContent).join("");
    return around !== null && length(around.textContent) > length(own);
  };
  const seen = [...document.querySelectorAll(targets)]
    .filter((e) => isSeen(e) && !(e.localName === "label" && getComputedStyle(e).cursor !== "pointer"))
    .map((e) => ({ e, box: face(e).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const small = seen.filter(({ e, box }) => Math.min(box.width, box.height) < 23.5 && !isInText(e));
  const centre = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const fromBox = ([x, y], box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const fromCentre = ([x, y], [a, b]) => Math.hypot(x - a, y - b);
  const isSame = (one, other) => one === other || one.e.contains(other.e) || other.e.contains(one.e) || (one.e.href && one.e.href === other.e.href);
  const crowds = (one, other) => fromBox(centre(one), other.box) < 11.5
    || (small.includes(other) && fromCentre(centre(one), centre(other)) < 23.5);
  return small
    .filter((one) => seen.some((other) => !isSame(one, other) && crowds(one, other)))
    .map(({ e, box }) => `${nameOf(e)} ${Math.round(box.width)} by ${Math.round(box.height)}`);
}
