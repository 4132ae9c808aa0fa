/* Cases side by side: what the cases say → rows. The same as `pages/side_by_side/rows.py` does for ready-made sets. */
(() => {
  const linesOf = (told, key, shared) => {
    const found = told.figures.filter(([one]) => (key ? one === key : !shared.includes(one)));
    return found.map(([, , line, other]) => (key ? line : other));
  };

  const figureRow = (id, label, cases, key, shared) => ({
    id,
    label,
    cells: cases.map((told) => {
      const lines = linesOf(told, key, shared);
      return lines.length ? { html: `<ul>\n${lines.map((line) => `<li>${line}</li>`).join("\n")}\n</ul>` } : told.lacks[key ? 0 : 1];
    }),
  });

  /* A row for each measure in one unit that several cases tell, and one for all other figures. */
  const figureRows = (cases) => {
    const labels = new Map(cases.flatMap((told) => told.figures.map(([key, label]) => [key, label])));
    const telling = (key) => cases.filter((told) => told.figures.some(([one]) => one === key)).length;
    const shared = [...labels.keys()].filter((key) => telling(key) >= 2);
    const rows = shared.map((key) => figureRow(`figures-${key.replace(" ", "-")}`, labels.get(key), cases, key, shared));
    return [...rows, figureRow("figures", shared.length ? "Other figures" : "Figures", cases, "", shared)];
  };

  const termsOf = (cell) => Object.keys(cell.terms ?? {}).sort().join(" ");
  const differs = ({ cells }) => {
    const content = cells.every((cell) => cell.terms) ? termsOf : (cell) => cell.html;
    return new Set(cells.map(content)).size > 1;
  };

  const note = (row) => {
    if (!differs(row)) return "the same";
    const told = row.cells.filter((cell) => !cell.blank).length;
    if (told < row.cells.length) return `differs; ${told} of ${row.cells.length} tell it`;
    const terms = Object.entries(row.cells[0].terms ?? {});
    const shared = terms.filter(([key]) => row.cells.every((cell) => cell.terms?.[key])).map(([, label]) => label);
    return shared.length ? `differs; in all: ${shared.join(", ")}` : "differs";
  };

  comparing.rows = (cases) =>
    window.casebookCases.rows
      .flatMap(([id, label]) =>
        id === "figures" ? figureRows(cases) : [{ id, label, cells: cases.map((told) => told.cells[id]) }])
      .map((row) => ({ ...row, differs: differs(row), note: note(row), isBlank: row.cells.every((cell) => cell.blank) }));
})();
