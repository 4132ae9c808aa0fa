/* Cases side by side: rows → a table, what none of the cases tells, and the list of sources. */
(() => {
  const { make } = comparing;

  /* The generator has written this HTML and escaped every text in it. */
  const written = (name, html) => make(name, { innerHTML: html });

  const head = (one) => {
    const cell = make("th", { scope: "col" }, make("a", { href: one.way, textContent: one.name }), " ");
    cell.append(make("span", { className: "told", textContent: one.told }));
    Object.assign(cell.dataset, { case: one.id, told: one.as_told });
    return cell;
  };

  const line = (row) => {
    const name = make("th", { scope: "row" }, `${row.label} `, make("span", { className: "note", textContent: row.note }));
    return make("tr", { id: row.id, className: row.differs ? "differs" : "" }, name, ...row.cells.map((cell) => written("td", cell.html)));
  };

  comparing.table = (cases, rows) => {
    const field = make("th", { scope: "col", textContent: "Field" });
    const title = make("caption", { textContent: cases.map((one) => one.name).join(", ") });
    const top = make("thead", {}, make("tr", {}, field, ...cases.map(head)));
    const body = make("tbody", {}, ...rows.filter((row) => !row.isBlank).map(line));
    return make("table", { className: "cases" }, title, top, body);
  };

  /* The ways to the rows that readers look for in a long table. */
  comparing.jumps = (rows) => {
    const found = rows.filter((row) => !row.isBlank && window.casebookCases.jumps.includes(row.id));
    const links = found.flatMap((row) => [" · ", make("a", { href: `#${row.id}`, textContent: row.label })]);
    return make("p", { className: "jump" }, "Go to: ", ...links.slice(1));
  };

  const reasons = (cases, row) => {
    const said = row.cells.map((cell) => written("p", cell.html).textContent);
    if (new Set(said).size === 1) return said[0];
    return said.map((reason, at) => `${cases[at].name} ${reason}`).join(", ");
  };

  /* What none of the cases tells, in one line, each with the kind of blank. */
  comparing.folded = (cases, rows) => {
    const told = rows.filter((row) => row.isBlank).map((row) => `${row.label} (${reasons(cases, row)})`);
    const start = make("strong", { textContent: "Told by none of them:" });
    return told.length ? make("div", { className: "folded" }, make("p", {}, start, ` ${told.join("; ")}.`)) : "";
  };

  comparing.sources = (told) => {
    const works = Object.entries(Object.assign({}, ...told.map((one) => one.sources)));
    const entries = works.map(([id, html]) => Object.assign(written("li", html), { id: `source-${id}` }));
    entries.sort((one, other) => one.textContent.localeCompare(other.textContent, "en"));
    const title = make("h2", { id: "sources", textContent: "Sources" });
    return make("div", { className: "endmatter" }, title, make("ul", {}, ...entries));
  };
})();
