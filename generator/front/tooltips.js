// Shows beside a link what its concept means, or which work it cites: while the pointer or the keyboard's focus is on
// it (WCAG 1.4.13). The texts stand on the page, in the lists of terms and sources. A finger sees none: its tap follows
// the link.
"use strict";
(() => {
  const PAUSE = 250; // milliseconds: nothing flickers while the pointer crosses a text, and it can reach the tooltip
  const GAP = 8; // pixels between a link, with its ring of focus, and its tooltip
  const EDGE = 8; // and between the tooltip and the edge of the window

  const entryOf = (link) => {
    if (link.closest('[id^="term-"], [id^="source-"]')) return null;
    const address = link.getAttribute("href");
    if (address.startsWith("#")) return /^#(source|place|nuts)-/.test(address) && document.getElementById(address.slice(1));
    const [, concept] = /\/concepts\/([^/]+)\/(?:index\.html)?$/.exec(link.pathname) ?? [];
    return document.getElementById(`term-${concept}`);
  };

  // A link is described by its tooltip, hidden or not, rather than by the entry in the list: a screen reader then reads
  // the definition or the reference alone, without "About this source" and without saying "link" within a description.
  const tooltipFor = (entry) => {
    const id = `tooltip-${entry.id}`;
    const known = document.getElementById(id);
    if (known) return known;
    const tooltip = document.createElement("div");
    tooltip.append(...entry.cloneNode(true).childNodes);
    tooltip.querySelectorAll(".aside, .headerlink").forEach((extra) => extra.remove());
    tooltip.querySelectorAll("a").forEach((link) => link.replaceWith(...link.childNodes));
    tooltip.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
    Object.assign(tooltip, { id, className: "tooltip", hidden: true });
    tooltip.setAttribute("role", "tooltip");
    entry.closest("article").after(tooltip);
    return tooltip;
  };

  const tooltips = new Map(); // by link
  document.querySelectorAll("article a[href]").forEach((link) => {
    const entry = entryOf(link);
    if (!entry) return;
    const tooltip = tooltipFor(entry);
    link.setAttribute("aria-describedby", tooltip.id);
    tooltips.set(link, tooltip);
  });
  if (!tooltips.size) return;

  let hovered = null; // the link under the pointer, or whose tooltip is under it
  let focused = null;
  let shown = null;
  let timer = 0;

  // Under the link, or over it where there is more room; never on it, never beyond the window.
  const place = () => {
    if (!shown) return;
    const tooltip = tooltips.get(shown);
    const link = shown.getBoundingClientRect();
    const above = link.top - GAP - EDGE;
    const below = innerHeight - link.bottom - GAP - EDGE;
    const { style } = tooltip;
    style.maxHeight = "";
    const isBelow = tooltip.offsetHeight <= below || below >= above;
    style.maxHeight = `${isBelow ? below : above}px`;
    style.top = `${isBelow ? link.bottom + GAP : link.top - GAP - tooltip.offsetHeight}px`;
    const furthest = document.documentElement.clientWidth - tooltip.offsetWidth - EDGE;
    style.left = `${Math.max(EDGE, Math.min(link.left, furthest))}px`;
  };
  const settle = () => {
    clearTimeout(timer);
    const link = hovered ?? focused;
    if (link === shown) return;
    if (shown) tooltips.get(shown).hidden = true;
    shown = link;
    if (shown) tooltips.get(shown).hidden = false;
    place();
  };
  const hover = (link) => {
    hovered = link;
    clearTimeout(timer);
    timer = setTimeout(settle, PAUSE);
  };

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    const link = target.closest("a[aria-describedby]");
    const isOnTooltip = shown && tooltips.get(shown).contains(target);
    if (tooltips.has(link)) hover(link);
    else if (isOnTooltip) hover(shown);
    else if (hovered) hover(null);
  });
  document.documentElement.addEventListener("pointerleave", () => hovered && hover(null));
  document.addEventListener("focusin", ({ target }) => {
    focused = tooltips.has(target) && target.matches(":focus-visible") ? target : null;
    settle();
  });
  document.addEventListener("focusout", () => {
    focused = null;
    settle();
  });
  // Escape closes the tooltip before anything else that it closes.
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    hovered = focused = null;
    settle();
    event.stopImmediatePropagation();
  }, true);
  ["scroll", "resize"].forEach((name) => window.addEventListener(name, place, { capture: true, passive: true }));
})();
