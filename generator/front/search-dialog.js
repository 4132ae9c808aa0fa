// The search as readers see it: a field, the kinds of page, and the results with the passages that fit.
const KINDS = {
  cases: ["Case", "Cases"],
  concepts: ["Concept", "Concepts"],
  organisations: ["Organisation", "Organisations"],
  models: ["Model", "Models"],
  sources: ["Source", "Sources"],
  courses: ["Course", "Courses"],
  tables: ["Table", "Tables"],
  charts: ["Chart", "Charts"],
  compare: ["Comparison", "Comparisons"],
  pages: ["Page", "Pages"],
};
const STEP = 8; // results that are shown at once
const PAUSE = 120; // milliseconds after a letter
const SITE = new URL("../", new URL(".", FOLDER)).href.replace(/assets\/$/, "");

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// Not of type search: there, Escape empties the field instead of closing.
const field = make("input", { type: "text", role: "searchbox", enterKeyHint: "search", id: "search-field", autocomplete: "off", spellcheck: false });
field.setAttribute("autocapitalize", "off");
field.setAttribute("aria-describedby", "search-help");
const close = make("button", { type: "button", className: "search-close", textContent: "Close" });
const status = make("p", { className: "search-status" });
status.setAttribute("role", "status");
const kinds = make("div", { className: "search-kinds" });
kinds.setAttribute("role", "group");
kinds.setAttribute("aria-label", "Show only");
const list = make("ol", { className: "search-results" });
const more = make("button", { type: "button", className: "search-more", textContent: "Show more", hidden: true });
const help = make("p", { id: "search-help", className: "search-help", textContent: "Words in any order, or a whole question. Arrow keys walk through the results, Enter opens one, Escape closes." });
const slash = make("input", { type: "checkbox", checked: document.documentElement.dataset.slash !== "off" });
const keys = make("label", { className: "search-help" }, slash, " The key / opens the search");
const nothing = make("div", { className: "search-nothing", hidden: true });
const dialog = make(
  "dialog",
  { className: "search" },
  make("div", { className: "search-head" }, make("label", { htmlFor: "search-field", textContent: "Search the casebook" }), field, close),
  status,
  kinds,
  make("div", { className: "search-scroll" }, list, more, nothing, help, keys),
);
dialog.setAttribute("aria-label", "Search");
document.body.append(dialog);

let answer = { question: "", pages: [], meanings: new Map() };
let kind = "";
let shown = STEP;
let turn = 0; // the latest question: answers to earlier ones come too late

const say = (text) => { if (status.textContent !== text) status.textContent = text; };

// The address holds the question, so that it can be sent to somebody; a folder may not let it.
const keepInAddress = () => {
  const url = new URL(location.href);
  [["q", dialog.open ? field.value.trim() : ""], ["kind", dialog.open ? kind : ""]].forEach(([name, value]) => {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  });
  try {
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  } catch { /* the search works without */ }
};

const addressOf = ({ address }) => {
  const url = new URL(`${address}${location.protocol === "file:" ? "index.html" : ""}`, SITE);
  url.searchParams.set("h", answer.question);
  return url.href;
};

const showPassage = async (element, page, meanings) => {
  const text = page.passage ?? bestPassage(await textOf(page.number), meanings).text;
  element.append(...marked(text, meanings));
};

const resultOf = (page) => {
  const { meanings } = answer;
  const link = make("a", { href: addressOf(page) }, ...marked(page.title, meanings));
  const also = page.others.find((name) => marksIn(name, meanings).length && !page.title.includes(name));
  const passage = make("p", { className: "search-passage" });
  const about = make("p", { className: "search-kind" }, KINDS[page.kind][0], ...(also ? [" · also ", ...marked(also, meanings)] : []));
  return [make("li", {}, link, about, passage), () => showPassage(passage, page, meanings)];
};

const ofKind = () => answer.pages.filter((page) => !kind || page.kind === kind);

const showResults = async () => {
  const results = ofKind().slice(0, shown).map(resultOf);
  list.replaceChildren(...results.map(([element]) => element));
  more.hidden = ofKind().length <= shown;
  await Promise.all(results.map(([, showIt]) => showIt()));
};

const showKinds = () => {
  const counts = Map.groupBy ? Map.groupBy(answer.pages, (page) => page.kind) : new Map();
  answer.pages.forEach((page) => { if (!Map.groupBy) counts.set(page.kind, [...(counts.get(page.kind) ?? []), page]); });
  const choices = [["", `All ${answer.pages.length}`], ...Object.keys(KINDS).filter((name) => counts.has(name) || name === kind)
    .map((name) => [name, `${KINDS[name][1]} ${counts.get(name)?.length ?? 0}`])];
  kinds.replaceChildren(...(answer.pages.length ? choices : []).map(([name, words]) => {
    const button = make("button", { type: "button", textContent: words });
    button.setAttribute("aria-pressed", String(name === kind));
    button.addEventListener("click", () => {
      [kind, shown] = [name, STEP];
      show(); // eslint-disable-line no-use-before-define
      kinds.querySelector("[aria-pressed=true]").focus();
    });
    return button;
  }));
};

const show = () => {
  const count = ofKind().length;
  const what = kind ? KINDS[kind][count === 1 ? 0 : 1].toLowerCase() : (count === 1 ? "page" : "pages");
  if (!answer.question) say("");
  else say(count ? `${count} ${what}, the best first` : "Nothing found. Try fewer words, or others.");
  showKinds();
  help.hidden = Boolean(answer.question);
  keys.hidden = help.hidden;
  nothing.hidden = count > 0 || !answer.question;
  keepInAddress();
  return nothing.hidden ? showResults() : Promise.all([showResults(), showNothing(nothing, answer.question, askFor)]); // eslint-disable-line no-use-before-define
};

const ask = async () => {
  const mine = turn += 1;
  const question = field.value.trim();
  try {
    if (!index) say("The search is loading …");
    const found = question ? await rank(field.value) : await loadIndex().then(() => ({ pages: [], meanings: new Map() }));
    if (mine !== turn) return;
    answer = { question, ...found };
    shown = STEP;
    await show();
    if (mine === turn) list.setAttribute("aria-busy", "false");
  } catch {
    if (mine === turn) say("The search could not be loaded. Is the connection lost?");
  }
};

const askFor = (words) => {
  field.value = words;
  field.focus();
  ask();
};

let timer = 0;
field.addEventListener("input", () => {
  list.setAttribute("aria-busy", "true");
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
});
more.addEventListener("click", async () => {
  const first = shown;
  shown += STEP;
  await showResults();
  list.children[first]?.querySelector("a").focus();
});

// Up and down walk from the field through the results and back; Enter in the field opens the first.
dialog.addEventListener("keydown", (event) => {
  const ways = nothing.hidden ? [] : nothing.querySelectorAll("button, a");
  const stops = [field, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more]), ...ways];
  const at = stops.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (at >= 0 && to !== undefined && stops[to]) {
    event.preventDefault();
    stops[to].focus();
    stops[to].scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" && document.activeElement === field) {
    event.preventDefault();
    clearTimeout(timer);
    const wasAnswered = answer.question === field.value.trim();
    (wasAnswered ? Promise.resolve() : ask()).then(() => list.querySelector("a")?.click());
  }
});
// Kept beside the palette, in the one entry that the site keeps.
slash.addEventListener("change", () => {
  const name = `${new URL(SITE).pathname}.__palette`;
  document.documentElement.dataset.slash = slash.checked ? "on" : "off";
  try {
    const kept = { ...JSON.parse(localStorage.getItem(name)), slash: slash.checked ? undefined : false };
    localStorage.setItem(name, JSON.stringify(kept));
  } catch { /* a browser that lets nothing be kept: the choice holds for this page */ }
});
close.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", ({ target }) => { if (target === dialog) dialog.close(); });
dialog.addEventListener("close", keepInAddress);

document.addEventListener("search-open", () => {
  if (dialog.open) return;
  const { searchParams } = new URL(location.href);
  field.value ||= searchParams.get("q") ?? "";
  if (searchParams.get("kind") in KINDS) kind = searchParams.get("kind");
  dialog.showModal();
  field.focus();
  field.select();
  ask();
});
