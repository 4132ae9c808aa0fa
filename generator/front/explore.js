/* Explore: answers become boxes, which leave the cases that fit; the address holds the choice. Without this the page lists all. */
"use strict";
(() => {
  const cards = [...document.querySelectorAll(".found > ul > li")];
  const frames = [...document.querySelectorAll(".facet")];
  const byTrouble = document.querySelector(".by-trouble");
  if (!cards.length || !frames.length) return;

  const make = (name, words = "", properties = {}) => Object.assign(document.createElement(name), { textContent: words }, properties);

  // An answer: the words and the number of its entry in the list go into the label of a box.
  const boxOf = (item, facet) => {
    const count = item.querySelector(".aside");
    count.remove();
    const words = item.textContent.trim();
    const input = make("input", "", { type: "checkbox", name: facet, value: item.dataset.value });
    const label = make("label");
    label.append(input, make("span", words), " ", count);
    item.replaceChildren(label);
    return { input, words, count, item };
  };

  const facets = frames.map((frame) => {
    const id = frame.dataset.facet;
    const summary = frame.querySelector("summary");
    if (!summary) frame.setAttribute("role", "group"); // <details> is one already
    frame.setAttribute("aria-label", frame.dataset.question);
    return { id, frame, summary, boxes: [...frame.querySelectorAll("li")].map((item) => boxOf(item, id)) };
  });
  const boxes = facets.flatMap((facet) => facet.boxes);

  const chosenOf = (facet) => facet.boxes.filter(({ input }) => input.checked);
  const gives = (card, facet, value) => card.dataset[facet.id].split(" ").includes(value);
  // Within a facet one answer is enough; between facets all must fit.
  const fits = (card, facet) => {
    const chosen = chosenOf(facet);
    return !chosen.length || chosen.some(({ input }) => gives(card, facet, input.value));
  };

  const status = make("p");
  status.setAttribute("role", "status");
  const chips = make("ul", "", { className: "chips" });
  chips.setAttribute("aria-label", "Chosen");
  const ways = make("p", "", { className: "ways" });
  ways.append(make("a", "See the cases", { href: "#cases" }), " · ", make("a", "What it takes", { href: "#conditions" }));
  const choice = make("div", "", { className: "choice" });
  choice.append(chips, status, ways);
  frames[0].after(choice);

  const taken = make("div", "", { className: "rows taken", hidden: true });
  byTrouble?.before(taken);
  const conditionsOf = (card) => byTrouble?.querySelector(`[data-case="${CSS.escape(card.dataset.case)}"]`);

  const drop = (dropped, at) => {
    dropped.forEach(({ input }) => { input.checked = false; });
    changed();
    const buttons = [...chips.querySelectorAll("button")];
    (buttons[Math.min(at, buttons.length - 1)] ?? boxes[0].input).focus();
  };

  const drawChips = (chosen) => {
    const removers = chosen.map((box, at) => ({ words: box.words, label: `${box.words}, remove`, act: () => drop([box], at) }));
    if (chosen.length > 1) removers.push({ words: "Remove all", label: "Remove all", act: () => drop(chosen, 0) });
    chips.replaceChildren(...removers.map(({ words, label, act }) => {
      const button = make("button", words, { type: "button" });
      button.setAttribute("aria-label", label);
      button.addEventListener("click", act);
      const item = make("li");
      item.append(button);
      return item;
    }));
  };

  const draw = () => {
    const chosen = boxes.filter(({ input }) => input.checked);
    const found = cards.filter((card) => facets.every((facet) => fits(card, facet)));
    cards.forEach((card) => { card.hidden = !found.includes(card); });
    facets.forEach((facet) => {
      const others = cards.filter((card) => facets.every((other) => other === facet || fits(card, other)));
      facet.boxes.forEach(({ input, count, item }) => {
        count.textContent = others.filter((card) => gives(card, facet, input.value)).length;
        item.classList.toggle("none", count.textContent === "0");
      });
      if (facet.summary) facet.summary.textContent = [facet.frame.dataset.question, ...chosenOf(facet).map(({ words }) => words)].join(" · ");
    });
    drawChips(chosen);
    chips.hidden = ways.hidden = !chosen.length;
    status.textContent = found.length
      ? `${found.length === cards.length ? "All" : `${found.length} of`} ${cards.length} cases.`
      : "No case fits all of this. Remove something.";
    if (!byTrouble) return;
    byTrouble.hidden = chosen.length > 0;
    taken.hidden = !byTrouble.hidden;
    const list = make("ul");
    list.append(...found.map(conditionsOf).filter(Boolean).map((entry) => entry.cloneNode(true)));
    taken.replaceChildren(list);
  };

  const address = () => {
    const asked = new URLSearchParams(location.search);
    facets.forEach(({ id }) => asked.delete(id));
    boxes.filter(({ input }) => input.checked).forEach(({ input }) => asked.append(input.name, input.value));
    return location.pathname + (String(asked) && `?${asked}`);
  };

  const changed = () => {
    history.pushState(null, "", address());
    draw();
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    // The anchor of a trouble chooses it, so that links to it hold with and without this script.
    const [, trouble] = location.hash.match(/^#challenge-(.+)$/) ?? [];
    facets.forEach((facet) => {
      facet.boxes.forEach(({ input }) => {
        input.checked = asked.getAll(facet.id).includes(input.value) || (facet.id === "challenge" && input.value === trouble);
      });
      if (facet.summary && chosenOf(facet).length) facet.frame.open = true;
    });
    if (trouble) history.replaceState(null, "", address());
    draw();
    if (trouble) choice.scrollIntoView();
  };

  boxes.forEach(({ input }) => input.addEventListener("change", changed));
  addEventListener("popstate", read);
  read();
})();
