/* Cases side by side: choosing two to six; each case comes in a script of its own when it is first chosen. */
(() => {
  const { make } = comparing;
  const place = document.querySelector(".chooser");
  if (!place) return;
  const all = window.casebookCases;
  all.told = {};
  const folder = new URL("compare/", document.currentScript.src);
  const output = document.querySelector(".chosen");
  const byId = new Map(all.cases.map((one) => [one.id, one]));
  const asked = [...new Set(comparing.state("cases").split(",").filter(Boolean))];
  let chosen = asked.filter((id) => byId.has(id)).slice(0, all.most);

  const load = (id) => all.told[id] ? Promise.resolve() : new Promise((resolve, reject) => {
    const script = make("script", { src: new URL(`${id}.js`, folder).href });
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(byId.get(id).name)));
    document.head.append(script);
  });

  const status = make("p", { className: "soft" });
  status.setAttribute("role", "status");
  const left = () => Math.max(0, all.fewest - chosen.length);
  const count = () => {
    if (left()) return `${chosen.length} chosen. Choose ${left()} more, up to ${all.most} in all.`;
    return `${chosen.length} of at most ${all.most} chosen.${chosen.length === all.most ? " Take one out to choose another." : ""}`;
  };
  const lacking = () => {
    const names = asked.filter((id) => !byId.has(id));
    return names.length ? ` There is no case by the name of ${names.join(", ")}.` : "";
  };

  const title = document.title;
  let isShown = false;
  const show = () => {
    const cases = chosen.map((id) => byId.get(id));
    const told = chosen.map((id) => all.told[id]);
    const rows = comparing.rows(told);
    const frame = make("div", { className: "side-by-side" }, comparing.table(cases, rows));
    frame.dataset.file = chosen.join("-with-");
    output.replaceChildren(comparing.jumps(rows), frame, comparing.folded(cases, rows), comparing.sources(told));
    comparing.equip(frame);
    document.title = `${cases.map((one) => one.name).join(", ")} – ${title}`;
    if (!isShown) document.getElementById(location.hash.slice(1))?.scrollIntoView(); // a link to a row
    isShown = true;
  };

  const settle = async () => {
    const wanted = chosen;
    boxes.forEach((box) => {
      box.checked = chosen.includes(box.value);
      box.disabled = !box.checked && chosen.length >= all.most;
    });
    status.textContent = count() + lacking();
    if (left()) return output.replaceChildren();
    try {
      await Promise.all(wanted.map(load));
    } catch (error) {
      status.textContent = `${error.message} could not be loaded. Open this page again.`;
      return undefined;
    }
    if (wanted === chosen) show();
    return undefined;
  };

  const boxes = all.cases.map((one) => {
    const box = make("input", { type: "checkbox", value: one.id });
    box.addEventListener("change", () => {
      chosen = box.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id);
      comparing.keep("cases", chosen.join(","));
      settle();
    });
    return box;
  });

  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const entries = all.cases.map((one, at) => {
    const aside = make("span", { className: "aside", textContent: `${one.where}, ${one.told}` });
    return make("li", {}, make("label", { title: one.title }, boxes[at], make("span", {}, `${one.name} `, aside)));
  });
  const field = make("input", { type: "search" });
  field.addEventListener("input", () => {
    const words = bare(field.value).split(/\s+/);
    all.cases.forEach((one, at) => {
      const said = bare(`${one.name} ${one.title} ${one.where} ${one.id}`);
      entries[at].hidden = !words.every((word) => said.includes(word));
    });
  });

  const legend = make("legend", { textContent: `Choose ${all.fewest} to ${all.most} cases` });
  const search = make("label", { className: "filter" }, "Show cases with ", field);
  const group = make("fieldset", {}, legend, search, make("ul", { className: "choices" }, ...entries));
  const fold = make("details", { open: left() > 0 }, make("summary", { textContent: left() ? "Choose cases" : "Choose other cases" }), group);
  place.replaceChildren(fold, status);
  settle();
})();
