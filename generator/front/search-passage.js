// The passage of a page that fits a question best, and the marks on the words that were found.
const LONGEST = 220; // characters of a passage

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
// What a word of a text was searched for: which word of the question it answers, and how much that tells.
const meaningOf = (word, meanings) => {
  for (const spelling of spellingsOf(word)) {
    const meaning = meanings.get(spelling) ?? meanings.get(familyOf(spelling));
    if (meaning) return meaning;
  }
  return null;
};

// The words of a text that were searched: where each begins and ends, and what it means.
const marksIn = (text, meanings) => [...text.matchAll(WORDS)].flatMap((match) => {
  const meaning = meaningOf(match[0], meanings);
  return meaning ? [{ start: match.index, end: match.index + match[0].length, ...meaning }] : [];
});

// Each word of the question counts once.
const valueOf = (marks) => {
  const best = new Map();
  marks.forEach(({ asked, rarity }) => best.set(asked, Math.max(rarity, best.get(asked) ?? 0)));
  return [...best.values()].reduce((sum, rarity) => sum + rarity, 0);
};

// Where to begin, so that as much as possible of what was searched is in view.
const cut = (text, marks) => {
  if (text.length <= LONGEST) return [0, text.length];
  const within = (start) => marks.filter((mark) => mark.start >= start && mark.end <= start + LONGEST);
  const starts = [0, ...marks.map(({ start }) => start)];
  const best = starts.reduce((one, other) => (valueOf(within(other)) > valueOf(within(one)) + 0.01 ? other : one));
  const sentence = text.lastIndexOf(". ", best) + 2;
  const start = best - sentence < 60 && sentence > 1 ? sentence : Math.max(0, text.lastIndexOf(" ", Math.max(0, best - 40)) + 1);
  const from = best === 0 ? 0 : start;
  const end = text.length <= from + LONGEST ? text.length : text.lastIndexOf(" ", from + LONGEST);
  return [from, end];
};

// The paragraph that says most of what was asked; without any, the first.
const bestPassage = (paragraphs, meanings) => {
  let best = { text: paragraphs[0] ?? "", marks: [], value: 0 };
  paragraphs.forEach((text, at) => {
    const marks = marksIn(text, meanings);
    const value = valueOf(marks) * (at === 0 ? 1.2 : 1) * (text.length < 40 ? 0.7 : 1);
    if (value > best.value) best = { text, marks, value };
  });
  const [start, end] = cut(best.text, best.marks);
  const shown = best.text.slice(start, end);
  return { value: best.value, text: `${start ? "… " : ""}${shown}${end < best.text.length ? " …" : ""}` };
};

// A text with its marks, as nodes: whatever it holds stays text.
const marked = (text, meanings) => {
  const nodes = [];
  let last = 0;
  for (const { start, end } of marksIn(text, meanings)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    nodes.push(text.slice(last, start), mark);
    last = end;
  }
  return [...nodes, text.slice(last)];
};
