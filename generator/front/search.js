// Lets the search wait for its reader. Material fetches the whole index and starts a worker on every page; here both
// are held back until somebody opens the search. Must stand before Material's script. What it does not recognise in a
// later version is not held back: search then works as Material made it. Goes when the casebook has a search of its own.
"use strict";
(() => {
  const { Worker } = window;
  const { open, send } = XMLHttpRequest.prototype;
  const isFolder = location.protocol === "file:";

  // The field, a key, the icon on a phone, ?q= in the address: for each of them Material ticks its hidden box.
  const opened = new Promise((resolve) => {
    document.addEventListener("change", ({ target }) => target.id === "__search" && resolve());
  });
  // Nothing waits on a page where nobody could open it, such as one of a later version of Material.
  const canBeOpened = () => document.querySelector("#__search") && document.querySelector(".md-search input");
  const whenOpened = () => (canBeOpened() ? opened : Promise.resolve());
  // A page reached from a result (?h=) marks the words that were searched, and Material needs the index to do so.
  const isResult = new URL(location.href).searchParams.has("h");
  const whenIndexIsWanted = () => (isResult ? Promise.resolve() : whenOpened());

  const sayThatItFailed = () => {
    const line = document.querySelector(".md-search-result__meta");
    if (line) line.textContent = "The search could not be loaded. Load the page again to retry.";
  };

  // On the web the index is a JSON file.
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (/search\/search_index\.json$/.test(url)) {
      XMLHttpRequest.prototype.open = open;
      this.addEventListener("error", sayThatItFailed);
      this.addEventListener("load", () => this.status === 200 || sayThatItFailed());
      this.send = () => whenIndexIsWanted().then(() => send.call(this));
    }
    return open.call(this, method, url, ...rest);
  };

  // In a folder it is a script, which Material puts into the head.
  const { head } = document;
  head.appendChild = (node) => {
    if (!/search\/search_index\.js$/.test(node.src)) return Node.prototype.appendChild.call(head, node);
    delete head.appendChild;
    node.addEventListener("error", sayThatItFailed);
    whenIndexIsWanted().then(() => head.append(node));
    return node;
  };

  // Browsers start no worker from a file: there its script runs in a hidden frame instead.
  const startInFrame = (script, receive) => {
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "Search";
    document.body.append(frame);
    const inside = frame.contentWindow;
    inside.postMessage = (data) => receive(data);
    const element = inside.document.createElement("script");
    element.src = new URL(script, location.href).href;
    return new Promise((resolve) => {
      element.addEventListener("load", () => {
        resolve((data) => inside.dispatchEvent(new inside.MessageEvent("message", { data })));
      });
      element.addEventListener("error", sayThatItFailed);
      inside.document.head.append(element);
    });
  };
  const startWorker = (script, receive) => {
    const worker = new Worker(script);
    worker.addEventListener("message", ({ data }) => receive(data));
    worker.addEventListener("error", sayThatItFailed);
    return (data) => worker.postMessage(data);
  };

  // What Material takes for the worker: it starts the true one late, and keeps what is said to it in order till then.
  const lateWorker = (script) => {
    const late = new EventTarget();
    const receive = (data) => late.dispatchEvent(new MessageEvent("message", { data }));
    const start = isFolder ? startInFrame : startWorker;
    const started = whenOpened().then(() => start(script, receive));
    late.postMessage = (data) => started.then((post) => post(data));
    return late;
  };
  window.Worker = new Proxy(Worker, {
    construct(Native, [script, ...rest]) {
      if (!/workers\/search\./.test(script) || !(canBeOpened() || isFolder)) return new Native(script, ...rest);
      window.Worker = Native;
      return lateWorker(script);
    },
  });
})();
