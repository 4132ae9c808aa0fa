// Copies what a reader wants to pass on: the address of a section or figure, and the citation of the page.
"use strict";
(() => {
  const SHORT = 2000; // milliseconds that "copied" is said

  // One place where the page says what happened, seen and heard. It is there before anything is said, or nobody hears.
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.className = "status";
  document.body.append(status);
  let silence = 0;
  const say = (text, time = SHORT) => {
    clearTimeout(silence);
    status.textContent = text;
    silence = setTimeout(() => { status.textContent = ""; }, time);
  };

  // Browsers give the clipboard to pages of https, of this computer and of a folder; elsewhere the old command may do.
  const copyByCommand = (text) => {
    const fill = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", fill, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", fill);
    return done;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByCommand(text);
    }
  };

  const addressOf = (link) => {
    const url = new URL(link.href);
    ["h", "q"].forEach((name) => url.searchParams.delete(name)); // what the search leaves behind
    return url.href;
  };
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("article a.headerlink, article a.figure");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return; // these open it elsewhere
    say(await copy(addressOf(link)) ? "Link copied" : "The link is in the address bar");
  });

  // "Limits" rather than "Limits #" in a list of headings, and in a list of links the section rather than "#".
  document.querySelectorAll("article .headerlink").forEach((link) => {
    const heading = link.parentElement;
    const words = [...heading.childNodes].filter((node) => node !== link).map((node) => node.textContent).join("").trim();
    heading.setAttribute("aria-label", words);
    link.setAttribute("aria-label", `Link to section ${words}`);
    link.title = "Copy the link to this section";
  });

  const addButton = (element, name) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "copy", textContent: name });
    button.addEventListener("click", async () => {
      // Selected first: the command copies what is selected, and where nothing copies, the reader's own key does.
      getSelection().selectAllChildren(element);
      if (!await copy(element.innerText.trim())) {
        say("Press Ctrl+C to copy what is selected, ⌘C on a Mac", 4 * SHORT);
        return;
      }
      getSelection().removeAllRanges();
      say("Copied");
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = name; }, SHORT);
    });
    (element.closest(".highlight") ?? element).after(button);
  };
  document.querySelectorAll(".cite > p").forEach((element) => addButton(element, "Copy citation"));
  document.querySelectorAll(".embed pre").forEach((element) => addButton(element, "Copy the code"));
  document.querySelectorAll(".cite pre").forEach((element) => addButton(element, "Copy BibTeX"));
})();
