// Put into every page that `casebook serve` shows: loads the page again when the site has changed, at the place where one
// was reading. The place is kept in the entry of the browser's history, so that it outlives a report that stands in the
// page's place for a while, and nothing is stored.
(function (version) {
  "use strict";
  var article = document.querySelector(".md-content");
  var request, pause;

  // The last part with an address above the upper third of the window, and how far it stands from the window's top: what
  // is written above it may grow or shrink.
  function place() {
    var found = { id: "", top: 0, y: window.scrollY };
    article.querySelectorAll("[id]").forEach(function (part) {
      var top = part.getBoundingClientRect().top;
      if (part.getClientRects().length && top <= window.innerHeight / 3) {
        found.id = part.id;
        found.top = top;
      }
    });
    return found;
  }

  function keep(what) {
    history.replaceState(Object.assign({}, history.state, { reading: what }), "");
  }

  function goBack() {
    var kept = history.state && history.state.reading;
    if (!article || !kept) return;
    var part = kept.y > 0 && document.getElementById(kept.id);
    var top = part ? window.scrollY + part.getBoundingClientRect().top - kept.top : kept.y;
    window.scrollTo({ top: top, behavior: "instant" });
  }

  function reload() {
    if (article) keep(place());
    history.scrollRestoration = "manual"; // the browser's own way back is a number of pixels, and comes after ours
    window.removeEventListener("pagehide", leave);
    location.reload();
  }

  function leave() {
    stop();
    history.scrollRestoration = "auto"; // who loads the page by hand is helped by the browser
  }

  // The server answers when there is another version, or after a minute with the same.
  function ask() {
    stop();
    var asked = (request = new XMLHttpRequest());
    asked.onloadend = function () {
      if (asked !== request) return;
      if (asked.status === 200 && Number(asked.responseText) !== version) reload();
      else pause = setTimeout(ask, asked.status === 200 ? 0 : 1000);
    };
    asked.open("GET", "/livereload/" + version + "/0");
    asked.send();
  }

  function stop() {
    var stopped = request;
    request = undefined;
    clearTimeout(pause);
    if (stopped) stopped.abort();
  }

  function askWhileSeen() {
    if (document.visibilityState === "visible") ask();
    else stop();
  }

  goBack();
  window.addEventListener("load", function () {
    goBack(); // once more: pictures and wide tables have their height now
    if (article && history.state && history.state.reading) keep(null);
  });
  window.addEventListener("pageshow", askWhileSeen);
  document.addEventListener("visibilitychange", askWhileSeen);
  window.addEventListener("pagehide", leave);
})(VERSION);
