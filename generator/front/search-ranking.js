// Which pages answer a question, the best first. What a word weighs on a page was worked out when the site was built.
const WORTH = { same: 1, slip: 0.8, family: 0.6, beginning: 0.5 };
const PRIOR = { sources: 0.8, pages: 0.8 };
const NAMED = 1; // a page that is called by words of the question
const CALLED = 1.5; // a page whose name is the question
const PASSAGE = 0.3; // a page that says it all in one passage
const LOOKED_AT = 8; // pages whose texts are read: as many as are shown at first

// The words of the index that a word of the question means, each with its worth.
const meantBy = async (word, isUnfinished) => {
  const stem = stemOf(word);
  const near = await wordsFrom(stem.length < word.length ? stem : word);
  const meant = near.flatMap(([found, places]) => {
    if (found === word) return [[found, places, WORTH.same]];
    if (stem.length > 3 && stemOf(found) === stem) return [[found, places, WORTH.family]];
    return isUnfinished && word.length > 2 && found.startsWith(word) ? [[found, places, WORTH.beginning]] : [];
  });
  return meant.length ? meant : slipsFor(word);
};

const slipsFor = async (word) => {
  if (word.length < 5 || !/^\p{L}+$/u.test(word)) return [];
  const known = await loadSpelling();
  for (const most of word.length > 8 ? [1, 2] : [1]) {
    const near = known.filter((one) => isWithin(most, word, one));
    if (near.length) return placesOf(near, WORTH.slip / most ** 0.3);
  }
  // Written as one: smartcity, crossborder.
  const all = new Set(known);
  const cuts = Array.from({ length: word.length }, (_, at) => [word.slice(0, at), word.slice(at)].map(normal));
  return placesOf(cuts.find((halves) => halves.every((half) => half.length > 3 && all.has(half))) ?? [], WORTH.family);
};
const placesOf = (words, worth) => Promise.all(words.map(async (word) => {
  const [, places] = (await wordsFrom(word)).find(([found]) => found === word);
  return [word, places, worth];
}));

// For one word of the question: how rare it is, what it may mean, and what it is worth on each page.
const weigh = (meant, total) => {
  const onPage = new Map();
  let rarity = 0;
  for (const [, written, worth] of meant) {
    const places = readPostings(written);
    const rare = Math.log(1 + (total - places.length + 0.5) / (places.length + 0.5));
    rarity = Math.max(rarity, rare * worth);
    for (const [page, weight] of places) {
      onPage.set(page, Math.max(onPage.get(page) ?? 0, rare * worth * weight));
    }
  }
  const words = new Map(meant.map(([word, , worth]) => [word, worth]));
  return { rarity, onPage, words };
};

// How well the names of a page fit the question: by the rarity of the words that they share with it.
const fitOf = (names, asked, whole) => Math.max(0, ...names.map((name) => {
  let shared = 0;
  for (const word of name) {
    const met = asked.find(({ words }) => (words.get(word) ?? 0) >= WORTH.family);
    if (!met) return 0;
    shared += met.rarity * met.words.get(word);
  }
  if (!name.length) return 0;
  const share = shared / whole;
  return NAMED * shared * (0.3 + 0.7 * share) + (share > 0.99 && name.length === asked.length ? CALLED * whole : 0);
}));

// Of the best pages, those come first that say it in one passage, rather than here and there.
const byPassage = async (pages, rarities) => {
  const weighed = await Promise.all(pages.map(async (page) => {
    const passage = bestPassage(await textOf(page.number), rarities);
    return { ...page, score: page.score + PASSAGE * passage.value * (PRIOR[page.kind] ?? 1), passage: passage.text };
  }));
  return weighed.sort((one, other) => other.score - one.score || one.number - other.number);
};

const rank = async (question) => {
  const { pages, stopWords } = await loadIndex();
  const words = tellingWords(question, stopWords);
  const isOpen = !/[\s?.!]$/.test(question);
  const meant = await Promise.all(words.map((word, at) => meantBy(word, isOpen && at === words.length - 1)));
  const asked = meant.filter((one) => one.length).map((one) => weigh(one, pages.length));
  const whole = asked.reduce((sum, { rarity }) => sum + rarity, 0);
  const found = pages.flatMap((page, number) => {
    let [score, met] = [0, 0];
    for (const { onPage, rarity } of asked) {
      score += onPage.get(number) ?? 0;
      met += onPage.has(number) ? rarity : 0;
    }
    if (!score) return [];
    const fitting = score * (0.5 + 0.5 * met / whole) + fitOf(page.names, asked, whole);
    return [{ ...page, number, score: fitting * (PRIOR[page.kind] ?? 1) }];
  });
  found.sort((one, other) => other.score - one.score || one.number - other.number);
  const rarities = new Map(asked.flatMap(({ words: each, rarity }) => [...each].map(([word]) => [word, rarity])));
  const kept = found.filter(({ score }) => score > found[0].score / 12);
  return { pages: [...await byPassage(kept.slice(0, LOOKED_AT), rarities), ...kept.slice(LOOKED_AT)], rarities };
};
