// Marks on a page the words with which a reader found it (?h=).
document.addEventListener("search-mark", async () => {
  const { stopWords } = await loadIndex().catch(() => ({ stopWords: new Set() }));
  const wanted = tellingWords(new URL(location.href).searchParams.get("h"), stopWords);
  const stems = new Set(wanted.map(stemOf));
  const isWanted = (word) => spellingsOf(word).some((one) => wanted.includes(one) || (one.length > 3 && stems.has(stemOf(one))));
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, svg, pre, button")) texts.push(walker.currentNode);
  texts.forEach((node) => {
    const known = new Map([...node.data.matchAll(WORDS)].map(([word]) => word).filter(isWanted).flatMap(spellingsOf).map((one) => [one, { asked: one, rarity: 1 }]));
    if (known.size) node.replaceWith(...marked(node.data, known));
  });
});
