// Loads the parts of the index, each once and only when it is needed. They are scripts that say what they hold in an
// event: a page opened from a folder can load nothing else.
const FOLDER = new URL("search/", document.currentScript.src).href;
const waiting = new Map(); // by name
const loaded = new Map();
let digest = "";
document.addEventListener("search-part", ({ detail: [name, content] }) => waiting.get(name)?.(content));

const load = (name) => {
  if (!loaded.has(name)) {
    loaded.set(name, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${FOLDER}${name}.js${digest}`;
      waiting.set(name, resolve);
      script.addEventListener("load", () => script.remove());
      script.addEventListener("error", () => {
        loaded.delete(name); // the next letter tries again
        script.remove();
        reject(new Error(name));
      });
      document.head.append(script);
    }));
  }
  return loaded.get(name);
};

// What every question needs: all pages with their names, and which part holds which words and texts.
let index = null;
const loadIndex = async () => {
  if (index) return index;
  const { kinds, words, texts, stop, soft, alike, of } = await load("names");
  digest = `?${of}`;
  const stopWords = new Set(stop.split(" "));
  const pages = kinds.flatMap(([kind, lines]) => lines.split("\n").map((line) => {
    const [inner, title, ...others] = line.split("\t");
    const address = [kind === "pages" ? "" : kind, inner].filter(Boolean).map((part) => `${part}/`).join("");
    const names = [title, ...others, ...(kind === "cases" ? [inner] : [])].map((name) => tellingWords(name, stopWords));
    return { address, title, kind, others, names };
  }));
  const groups = alike.map((group) => new Map(group.split(" ").flatMap((word) => [[word, 1], [familyOf(word), 1]])));
  index = { pages, words, texts, stopWords, softWords: new Set(soft.split(" ")), groups };
  return index;
};

// The last part that begins at or before a place.
const partOf = (starts, place) => Math.max(0, starts.findLastIndex((start) => start <= place));

const readPostings = (written) => {
  let page = -1;
  return [...written.matchAll(/([A-Z])([0-9a-z]*)/g)].map(([, letter, step]) => {
    page += step ? parseInt(step, 36) : 1;
    return [page, (letter.charCodeAt(0) - 64) / 26];
  });
};
const read = new Map(); // the words of each part that was loaded
const wordsOfPart = async (number) => {
  const lines = await load(`words-${number}`);
  if (!read.has(number)) read.set(number, new Map(lines.split("\n").map((line) => line.split(" "))));
  return read.get(number);
};

// Every word of the index that begins so, with where it stands as it is written.
const wordsFrom = async (beginning) => {
  const { words } = await loadIndex();
  const [first, last] = [partOf(words, beginning), partOf(words, `${beginning}\uffff`)];
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const parts = await Promise.all(numbers.map(wordsOfPart));
  return parts.flatMap((part) => [...part].filter(([word]) => word.startsWith(beginning)));
};

// Where a word of the index stands, as it is written.
const placesAt = async (word) => (await wordsOfPart(partOf((await loadIndex()).words, word))).get(word);

// The groups of words that mean the same to readers, as far as a word belongs to them: the words, and where any stands.
const alikeTo = async (word) => {
  const { groups } = await loadIndex();
  const numbers = groups.flatMap((group, number) => (group.has(word) || group.has(familyOf(word)) ? [number] : []));
  return Promise.all(numbers.map(async (number) => [groups[number], await placesAt(`\ue000${number}`)]));
};

let spelling = null;
const loadSpelling = async () => {
  if (spelling) return spelling;
  let last = "";
  spelling = [...(await load("spelling")).matchAll(/([0-9A-Z])([^0-9A-Z]*)/g)].map(([, shared, rest]) => {
    last = last.slice(0, parseInt(shared, 36)) + rest;
    return last;
  });
  return spelling;
};

// The paragraphs of a page, the first of which says what it is.
const textOf = async (page) => {
  const { texts } = await loadIndex();
  const number = partOf(texts, page);
  return (await load(`texts-${number}`))[page - texts[number]];
};
