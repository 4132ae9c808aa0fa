// What would move for readers who asked for stillness: transitions, animations, gliding, and what runs already.
() => {
  const seconds = (list) => Math.max(...list.split(",").map((one) => parseFloat(one) * (/ms$/.test(one) ? 0.001 : 1)));
  const moving = (style) => seconds(style.transitionDuration) > 0.01
    || (style.animationName !== "none" && seconds(style.animationDuration) > 0.01) || style.scrollBehavior === "smooth";
  const runs = document.getAnimations().filter((one) => one.playState === "running" && one.effect?.getTiming().duration > 10);
  return [...document.querySelectorAll("*")]
    .flatMap((e) => ["", "::before", "::after"].map((part) => [e, part]))
    .filter(([e, part]) => moving(getComputedStyle(e, part || null)))
    .map(([e, part]) => nameOf(e) + part)
    .concat(runs.map((one) => nameOf(one.effect.target)));
}
