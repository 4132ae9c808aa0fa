// Lets the built site be walked from a folder (file://), where no server turns /cases/ into /cases/index.html.
"use strict";
if (location.protocol === "file:") {
  const nameFile = (link) => {
    const url = new URL(link.href, location.href);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) {
      url.pathname += "index.html";
      link.href = url.href;
    }
  };
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("a[href]").forEach(nameFile));
  // Results of the search come later than the page.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link) nameFile(link);
  }, true);
}
