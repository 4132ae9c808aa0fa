// A site opened from a folder (file://) has nobody to turn /cases/ into /cases/index.html: name the file in each link.
if (location.protocol === "file:") {
  const name = (link) => {
    const url = new URL(link.href, location.href);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) {
      url.pathname += "index.html";
      link.href = url.href;
    }
  };
  const nameAll = () => document.querySelectorAll("a[href]").forEach(name);
  document.addEventListener("DOMContentLoaded", nameAll);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (link) name(link);
  }, true);
}
