/* Cases side by side: only what differs, two columns on a phone, and what is shown as CSV or on paper. */
const comparing = {};
(() => {
  const make = (name, settings = {}, ...children) => {
    const element = Object.assign(document.createElement(name), settings);
    element.append(...children);
    return element;
  };
  comparing.make = make;
  const narrow = window.matchMedia("(max-width: 43.984375em)");
  const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };

  /* The address holds the state; opened from a folder, some browsers only let the part behind # change. */
  const place = () => new URLSearchParams(location.search.length > 1 ? location.search : location.hash.slice(1));
  comparing.state = (name) => place().get(name) ?? "";
  comparing.keep = (name, value) => {
    const state = place();
    if (value) state.set(name, value); else state.delete(name);
    const words = state.toString().replaceAll("%2C", ",");
    try {
      history.replaceState(null, "", `${location.pathname}${words ? `?${words}` : ""}`);
    } catch {
      location.replace(`#${words}`);
    }
  };

  const textOf = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll("p, li, br").forEach((block) => block.append("\n"));
    copy.querySelectorAll("br").forEach((line) => line.replaceWith(" "));
    copy.querySelectorAll(".note, .told").forEach((part) => part.remove());
    return copy.textContent.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean).join("\n");
  };
  const quoted = (text) => {
    const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
  };

  /* Exactly what is shown: the columns and rows that are not hidden. */
  comparing.csv = (table) => {
    const shown = (row) => [...row.cells].filter((cell) => !cell.hidden);
    const [first, ...rows] = [...table.rows].filter((row) => !row.hidden);
    const told = ["As told", ...shown(first).slice(1).map((cell) => cell.dataset.told)];
    const lines = [shown(first).map(textOf), told, ...rows.map((row) => shown(row).map(textOf))];
    return lines.map((line) => `${line.map(quoted).join(",")}\n`).join("");
  };

  const download = (table, name) => {
    const file = new Blob(["\ufeff", comparing.csv(table)], { type: "text/csv;charset=utf-8" });
    const link = make("a", { href: URL.createObjectURL(file), download: `${name}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const button = (words, act) => {
    const made = make("button", { type: "button", className: "md-button", textContent: words });
    made.addEventListener("click", act);
    return made;
  };

  const filter = (table, say) => {
    const box = make("input", { type: "checkbox", checked: comparing.state("only") === "differs" });
    const rows = [...table.tBodies[0].rows];
    const apply = () => rows.forEach((row) => { row.hidden = box.checked && !row.classList.contains("differs"); });
    box.addEventListener("change", () => {
      apply();
      comparing.keep("only", box.checked ? "differs" : "");
      say(`${rows.filter((row) => !row.hidden).length} of ${rows.length} fields shown.`);
    });
    apply();
    return make("label", {}, box, " Only what differs");
  };

  /* Two columns on a phone: each has a list of all cases; a case that is chosen twice changes places. */
  const switcher = (table) => {
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const ids = heads.map((cell) => cell.dataset.case);
    const wanted = comparing.state("shown").split(",").filter((id) => ids.includes(id));
    let shown = wanted.length === 2 && wanted[0] !== wanted[1] ? wanted.map((id) => ids.indexOf(id)) : [0, 1];
    const list = (side) => {
      const chosen = make("select", {}, ...heads.map((cell, at) => make("option", { value: at, textContent: cell.querySelector("a").textContent })));
      chosen.addEventListener("change", () => {
        const other = shown[1 - side];
        const next = Number(chosen.value);
        if (next === other) shown.reverse(); else shown[side] = next;
        comparing.keep("shown", shown.map((at) => ids[at]).join(","));
        apply();
      });
      return chosen;
    };
    const rows = [...table.rows].map((row) => [row, [...row.cells].slice(1)]);
    const lists = [list(0), list(1)];
    const bar = make("div", { className: "switcher" }, ...lists.map((one, side) => make("label", {}, side ? "Right " : "Left ", one)));
    const apply = () => {
      lists.forEach((one, side) => { one.value = shown[side]; });
      bar.hidden = !narrow.matches || heads.length < 3;
      const order = bar.hidden ? ids.keys() : new Set([...shown, ...ids.keys()]); // read aloud as they are seen
      const places = [...order];
      rows.forEach(([row, cells]) => {
        cells.forEach((cell, at) => { cell.hidden = !bar.hidden && !shown.includes(at); });
        row.append(...places.map((at) => cells[at]));
      });
      mark(table, narrow.matches);
    };
    narrow.onchange = apply;
    apply();
    return bar;
  };

  /* Laid out as a grid, a table is no table to a screen reader unless it is named one. */
  const mark = (table, isNarrow) => {
    table.classList.toggle("narrow", isNarrow);
    for (const element of [table, ...table.querySelectorAll("thead, tbody, tr, td, th")]) {
      const role = ROLES[element.localName] ?? (element.scope === "col" ? "columnheader" : "rowheader");
      if (isNarrow) element.setAttribute("role", role); else element.removeAttribute("role");
    }
  };

  comparing.equip = (frame) => {
    const table = frame.querySelector("table");
    const status = make("span", { className: "soft" });
    status.setAttribute("role", "status");
    const say = (words) => { status.textContent = words; };
    const save = button("CSV of what is shown", () => download(table, frame.dataset.file));
    const tools = make("div", { className: "tools screen-only" }, filter(table, say), save, button("Print", () => window.print()), status);
    frame.before(tools, switcher(table));
    frame.dataset.columns = table.tHead.rows[0].cells.length - 1;
    new ResizeObserver(() => {
      const scrolls = frame.scrollWidth > frame.clientWidth && getComputedStyle(frame).overflowX !== "visible";
      const names = { tabindex: "0", role: "region", "aria-label": table.caption.textContent };
      Object.entries(names).forEach(([name, value]) => (scrolls ? frame.setAttribute(name, value) : frame.removeAttribute(name)));
    }).observe(table);
  };

  document.querySelectorAll(".side-by-side").forEach(comparing.equip);
})();
