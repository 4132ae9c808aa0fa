// What helps when nothing was found: words of titles that are spelt nearly so, and the ways to look around.
const NEAR = 4; // words that are offered

// How near a title's word is to a word of the question: the fewest slips, or letters that they begin with alike.
const nearness = (word, known) => {
  const slips = [1, 2, 3].find((most) => most < word.length / 2 && isWithin(most, word, known));
  if (slips) return slips;
  return word.length > 4 && known.startsWith(word.slice(0, 4)) ? 4 : Infinity;
};

const nearWords = async (question) => {
  const { pages, stopWords } = await loadIndex();
  const known = new Map(pages.flatMap(({ title, others }) => [title, ...others].flatMap((name) => name.match(WORDS) ?? []))
    .filter((word) => word.length > 4).map((word) => [fold(word), word]));
  const asked = plainWords(question).filter((word) => !stopWords.has(word));
  return [...known].map(([plain, word]) => [Math.min(Infinity, ...asked.map((one) => nearness(one, plain))), word])
    .filter(([far]) => far < Infinity).sort(([one], [other]) => one - other).slice(0, NEAR).map(([, word]) => word);
};

const waysAround = [
  ["explore/", "Explore the cases by trouble, country or instrument"],
  ["concepts/", "All concepts from A to Z"],
  ["organisations/", "All organisations"],
];

// `ask` takes the word that somebody chooses.
const showNothing = async (element, question, ask) => {
  const words = (await nearWords(question)).map((word) => {
    const button = make("button", { type: "button", textContent: word });
    button.addEventListener("click", () => ask(word));
    return button;
  });
  const ways = waysAround.map(([address, text]) => {
    const { href } = new URL(`${address}${location.protocol === "file:" ? "index.html" : ""}`, SITE);
    return make("li", {}, make("a", { href, textContent: text }));
  });
  element.replaceChildren(
    ...(words.length ? [make("p", {}, "Did you mean: "), make("p", { className: "search-kinds" }, ...words)] : []),
    make("p", { textContent: "Or look around:" }),
    make("ul", {}, ...ways),
  );
};
