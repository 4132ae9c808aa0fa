/* Charts: Plotly is fetched once, when the first chart comes near; names of colours become those of the palette. */
(() => {
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  const NAMES = {
    ink: "--ink", soft: "--soft", rule: "--rule", ground: "--paper",
    "series-1": "--series-1", "series-2": "--series-2", "series-3": "--series-3", "series-4": "--series-4", "series-5": "--series-5",
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const config = { displayModeBar: false, displaylogo: false, showSendToCloud: false, plotlyServerURL: "", responsive: !still };
  const small = matchMedia("(max-width: 40em)");
  let library;

  const load = () => (library ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${here}plotly.min.js`;
    script.onload = () => done(window.Plotly);
    script.onerror = failed;
    document.head.append(script);
  }));

  // Only where a colour is asked for: a record may be called "rule".
  const painted = (value, styles, key = "") => {
    if (typeof value === "string") {
      return key.endsWith("color") && Object.hasOwn(NAMES, value) ? styles.getPropertyValue(NAMES[value]).trim() : value;
    }
    if (Array.isArray(value)) return value.map((each) => painted(each, styles, key));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, painted(each, styles, name)]));
    }
    return value;
  };

  const draw = async (plot) => {
    const Plotly = await load();
    const { figure: wide, narrow = wide } = plot.dataset;
    const figure = painted(JSON.parse(small.matches ? narrow : wide), getComputedStyle(document.body));
    figure.layout.font.family = getComputedStyle(document.body).getPropertyValue("--sans");
    if (still) Plotly.purge(plot); // what is drawn anew does not glide from where it was
    await Plotly.react(plot, figure.data, { ...figure.layout, autosize: true }, config);
    plot.dataset.drawn = "";
  };

  const plots = document.querySelectorAll(".chart-plot");
  const watcher = new IntersectionObserver((entries) => {
    entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
      watcher.unobserve(entry.target);
      draw(entry.target);
    });
  }, { rootMargin: "200px" });
  plots.forEach((plot) => watcher.observe(plot));

  const redraw = () => plots.forEach((plot) => { if ("drawn" in plot.dataset) draw(plot); });
  small.addEventListener("change", redraw);
  if (still) addEventListener("resize", redraw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw); // where nobody chooses the palette
  new MutationObserver(redraw).observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
})();
