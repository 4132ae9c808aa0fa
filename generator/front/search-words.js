// The words of a question as they are compared: generator/search/words.py takes the pages apart in the same way.
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", "’": "'" };
const TRANSLITERATED = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };
const SPELLINGS = [
  [/ies$/, "y"],
  [/(s|sh|ch|x|z)es$/, "$1e"],
  [/([^sui])s$/, "$1"],
  [/([sxz]|sh|ch)e$/, "$1"],
  [/(?<=..)our(?=(?:ed|ing|al|able|hood|less|ful|ism|ist)?$)/, "or"],
  [/iz(?=(?:e|ed|er|ing|ation|ational)?$)/, "is"],
  [/yz(?=(?:e|ed|er|ing)?$)/, "ys"],
  [/mme$/, "m"],
  [/logue$/, "log"],
  [/([bcdft])re$/, "$1er"],
  [/enc$/, "ens"],
  [/ence$/, "ens"],
  [/ll(?=(?:ed|ing|er|or)$)/, "l"],
  [/ageing$/, "aging"],
  [/dgement$/, "dgment"],
];

// In lower case and without accents.
const fold = (text) => text.toLowerCase().replace(/[ßæœøłđðþı’]/g, (letter) => LETTERS[letter])
  .normalize("NFKD").replace(/\p{M}/gu, "");

// Without its plural, and in one spelling, British or American.
const normal = (word) => (word.length < 4 || !/^\p{L}+$/u.test(word)
  ? word
  : SPELLINGS.reduce((spelt, [pattern, instead]) => spelt.replace(pattern, instead), word));

const plainWords = (text) => fold(text)
  .replace(/'s(?![\p{L}\p{N}_])/gu, "")
  .replace(/(?<![\p{L}\p{N}_])([a-z])&([a-z])(?![\p{L}\p{N}_])/gu, "$1$2")
  .match(/[\p{L}\p{N}]+/gu) ?? [];

// The words of a question or a name that tell something; if none does, all of them.
const tellingWords = (text, stopWords) => {
  const all = plainWords(text).filter((word) => word.length > 1 || /\d/.test(word));
  const telling = all.filter((word) => !stopWords.has(word));
  return [...new Set((telling.length ? telling : all).map(normal))];
};

// A word of a text in each way in which the index knows it.
const spellingsOf = (word) => {
  const others = word.toLowerCase().normalize("NFC").replace(/[äöüåø]/g, (letter) => TRANSLITERATED[letter]);
  return [word, others].flatMap((spelling) => plainWords(spelling)).map(normal);
};

// Words that differ only in how they end: `calculate`, `calculation`. They answer, but weigh less.
const ENDINGS = /(?:ational|ability|able|ably|ation|ator|ating|ated|ate|ement|ment|ity|ively|ive|ing|edly|ed|er|or|ially|ial|ally|al|ly|ion|ens|ant|ent|ism|ist|ic|ian|is|y|i|e)$/;
const stemOf = (word) => {
  let stem = word;
  for (let times = 0; times < 2; times += 1) {
    const shorter = stem.replace(ENDINGS, "");
    if (shorter.length < 4) break;
    stem = shorter;
  }
  return stem;
};
// The family of a word by a name that is no word.
const familyOf = (word) => (stemOf(word).length > 3 ? `${stemOf(word)}-` : word);

// Whether two words differ by no more than so many slips: a letter too many, too few, a wrong one, two in wrong order.
const isWithin = (most, one, other) => {
  if (Math.abs(one.length - other.length) > most) return false;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      now[at] = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1));
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
        now[at] = Math.min(now[at], before[at - 2] + 1);
      }
    }
    if (Math.min(...now) > most) return false;
    [before, last] = [last, now];
  }
  return last[other.length] <= most;
};
