// Lets the built site be opened from a folder (file://), where no server answers.
if (location.protocol === "file:") {
  // Nobody turns /cases/ into /cases/index.html there: name the file in each link.
  const name = (link) => {
    const url = new URL(link.href, location.href);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) {
      url.pathname += "index.html";
      link.href = url.href;
    }
  };
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("a[href]").forEach(name));
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (link) name(link);
  }, true);

  // Browsers start no worker from a file: run the search's script in a hidden frame that looks like one.
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "Search";
      document.body.append(frame);
      const inside = frame.contentWindow;
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      const script = inside.document.createElement("script");
      script.src = new URL(address, location.href).href;
      const ready = new Promise((resolve) => script.addEventListener("load", resolve));
      this.postMessage = (data) => ready.then(() => inside.dispatchEvent(new inside.MessageEvent("message", { data })));
      inside.document.head.append(script);
    }
  };
}
