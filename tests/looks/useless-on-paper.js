// What paper cannot do: buttons, fields, menus. Headings of a table and what is chosen are words there, whatever they are else.
() => [...document.querySelectorAll("button, input, select, dialog, .md-tabs, .md-sidebar, .md-header, .md-skip, .headerlink")]
  .filter((e) => isSeen(e) && !e.closest("th, .chips") && e.getBoundingClientRect().width > 1 && e.getBoundingClientRect().height > 1)
  .map(nameOf)
