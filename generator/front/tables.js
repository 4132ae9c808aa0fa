/* Tables that compare: a button in each heading sorts, a field above leaves out rows. Without this the table is whole. */
(() => {
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const key = (row, at) => row.cells[at].dataset.sort ?? row.cells[at].textContent.trim();
  const isBlank = (row, at) => row.cells[at].querySelector(".blank") !== null;

  const compare = (at, sign) => (a, b) => {
    if (isBlank(a, at) !== isBlank(b, at)) return isBlank(a, at) ? 1 : -1; // what is not told comes last, either way
    const [one, other] = [key(a, at), key(b, at)];
    const bothNumbers = one !== "" && other !== "" && !isNaN(one) && !isNaN(other);
    return sign * (bothNumbers ? one - other : collator.compare(one, other));
  };

  const makeSortable = (table, say) => {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const isUp = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", isUp ? "descending" : "ascending");
        body.append(...[...body.rows].sort(compare(at, isUp ? -1 : 1)));
        say(`Sorted by ${button.textContent.trim()}, ${isUp ? "falling" : "rising"}.`);
      });
    });
  };

  const makeFilter = (status, table, say) => {
    const rows = [...table.tBodies[0].rows];
    const label = document.createElement("label");
    const field = document.createElement("input");
    label.className = "filter";
    field.type = "search";
    label.append("Show rows with ", field);
    status.before(label);
    field.addEventListener("input", () => {
      const wanted = field.value.trim().toLowerCase().split(/\s+/);
      rows.forEach((row) => { row.hidden = !wanted.every((word) => row.textContent.toLowerCase().includes(word)); });
      say(`${rows.filter((row) => !row.hidden).length} of ${rows.length} rows.`);
    });
  };

  // The name of the row stays at the left while the frame scrolls: what has the focus must not lie under it.
  const keepInSight = ({ target }) => {
    const name = target.closest("td")?.parentElement.querySelector("th");
    const hidden = name ? name.getBoundingClientRect().right - target.getClientRects()[0].left : 0;
    if (hidden <= 0) return;
    for (let frame = name.closest("table"); frame.tagName !== "ARTICLE"; frame = frame.parentElement) frame.scrollLeft -= hidden;
  };

  document.querySelectorAll(".comparison").forEach((frame) => {
    const table = frame.querySelector("table");
    table.addEventListener("focusin", keepInSight);
    const status = document.createElement("p");
    status.className = "soft";
    status.setAttribute("role", "status");
    frame.before(status);
    const say = (words) => { status.textContent = words; };
    makeSortable(table, say);
    if (table.tBodies[0].rows.length > 5) makeFilter(status, table, say);
  });
})();
