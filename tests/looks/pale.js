// Words that are fainter than 4.5 to 1 against what is behind them, on paper too.
() => [...document.body.querySelectorAll("*")]
  .filter((e) => isSeen(e) && [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((e) => !(e instanceof SVGElement) && contrast(getComputedStyle(e).color, behind(e)) < 4.5)
  .map(nameOf)
