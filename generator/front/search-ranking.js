// Which pages answer a question, the best first. What a word weighs on a page was worked out when the site was built.
const WORTH = { same: 1, slip: 0.8, family: 0.6, beginning: 0.5, alike: 0.6 };
const PRIOR = { sources: 0.8, pages: 0.9 };
const NAMED = 1; // a page that is called by words of the question
const CALLED = 1.5; // a page whose name is the question
const SOFT = 0.1; // what a word counts that says little about what is asked for
const ALL = 0.5; // a page that has only some of the words
const CROWDED = 0.94; // what the next page of a kind counts after one that stands before it
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
  const alike = (await alikeTo(word)).map(([group, places]) => [group, places, WORTH.alike]);
  return meant.length || alike.length ? [...meant, ...alike] : slipsFor(word);
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
  const halves = cuts.find((both) => both.every((half) => half.length > 3 && all.has(half)));
  // Or only its end is known: bioplastics, nanoelectronics.
  const [, end] = cuts.slice(2, -5).find(([, rest]) => all.has(rest)) ?? [];
  return placesOf(halves ?? (end ? [end] : []), WORTH.family);
};
const placesOf = (words, worth) => Promise.all(words.map(async (word) => [word, await placesAt(word), worth]));

// For one word of the question: how rare it is, what it may mean, and what it is worth on each page.
const weigh = (meant, total, share) => {
  const onPage = new Map();
  let rarity = 0;
  for (const [, written, worth] of meant) {
    const places = readPostings(written);
    const rare = share * Math.log(1 + (total - places.length + 0.5) / (places.length + 0.5));
    rarity = Math.max(rarity, rare * worth);
    for (const [page, weight] of places) {
      onPage.set(page, Math.max(onPage.get(page) ?? 0, rare * worth * weight));
    }
  }
  const words = new Map();
  for (const [word, , worth] of meant) {
    for (const one of typeof word === "string" ? [word] : word.keys()) words.set(one, Math.max(worth, words.get(one) ?? 0));
  }
  return { rarity, onPage, words, isSoft: share < 1 };
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
  const share = shared / (whole || 1);
  return NAMED * shared * (0.3 + 0.7 * share) + (share > 0.99 && name.length === asked.length ? CALLED * whole : 0);
}));

const byScore = (one, other) => other.score - one.score || one.number - other.number;

// One kind of page shall not crowd the others out: each page counts less, the more of its kind stand before it.
const mixed = (pages) => {
  const kinds = [...new Set(pages.map(({ kind }) => kind))];
  const queues = kinds.map((name) => pages.filter(({ kind }) => kind === name));
  const worth = new Map(queues.map((queue) => [queue, 1]));
  const best = () => queues.filter(({ length }) => length)
    .reduce((one, other) => (other[0].score * worth.get(other) > one[0].score * worth.get(one) ? other : one));
  return pages.map(() => {
    const queue = best();
    worth.set(queue, worth.get(queue) * CROWDED);
    return queue.shift();
  });
};

// Of the best pages, those come first that say it in one passage, rather than here and there.
const byPassage = async (pages, meanings) => {
  const weighed = await Promise.all(pages.map(async (page) => {
    const passage = bestPassage(await textOf(page.number), meanings);
    return { ...page, score: page.score + PASSAGE * passage.value * (PRIOR[page.kind] ?? 1), passage: passage.text };
  }));
  return mixed(weighed.sort(byScore));
};

// For every word that was found: which word of the question it answers, and how much that tells.
const meaningsOf = (asked) => {
  const meanings = new Map();
  asked.forEach(({ words, rarity }, number) => {
    for (const [word, worth] of words) {
      const before = meanings.get(word)?.rarity ?? 0;
      if (rarity * worth > before) meanings.set(word, { asked: number, rarity: rarity * worth });
    }
  });
  return meanings;
};

const rank = async (question) => {
  const { pages, stopWords, softWords } = await loadIndex();
  const words = tellingWords(question, stopWords);
  const isLittle = (word) => softWords.has(word) && words.some((other) => !softWords.has(other));
  const isOpen = !/[\s?.!]$/.test(question);
  const meant = await Promise.all(words.map((word, at) => meantBy(word, isOpen && at === words.length - 1)));
  const asked = meant.map((one, at) => weigh(one, pages.length, isLittle(words[at]) ? SOFT : 1)).filter(({ words: { size } }) => size);
  const telling = asked.filter(({ isSoft }) => !isSoft);
  const whole = telling.reduce((sum, { rarity }) => sum + rarity, 0);
  const found = pages.flatMap((page, number) => {
    let [score, met] = [0, 0];
    for (const { onPage, rarity, isSoft } of asked) {
      score += onPage.get(number) ?? 0;
      met += onPage.has(number) && !isSoft ? rarity : 0;
    }
    if (!score) return [];
    const fitting = score * (1 - ALL + ALL * met / (whole || 1)) + fitOf(page.names, telling, whole);
    return [{ ...page, number, score: fitting * (PRIOR[page.kind] ?? 1) }];
  });
  found.sort(byScore);
  const meanings = meaningsOf(asked);
  const kept = mixed(found.filter(({ score }) => score > found[0].score / 12));
  return { pages: [...await byPassage(kept.slice(0, LOOKED_AT), meanings), ...kept.slice(LOOKED_AT)], meanings };
};
