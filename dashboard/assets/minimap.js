// The strip of the whole timeline: its window is moved and stretched by mouse, touch and keys, and it follows the chart.
// The days stand in the strip's data; nothing is kept here but a move that is under way.
(function () {
  "use strict";
  const strip = () => document.querySelector("#minimap .minimap-strip");
  const part = (name) => strip().querySelector(".minimap-" + name);
  const days = () => Object.fromEntries(Object.entries(strip().dataset).map(([name, day]) => [name, Number(day)]));
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

  function words(day) {
    const date = new Date(day * 864e5);
    const year = date.getUTCFullYear();
    const month = date.toLocaleString("en", { month: "long", timeZone: "UTC" });
    return `${date.getUTCDate()} ${month} ${year < 1 ? 1 - year + " BC" : year}`;
  }

  function place(low, high) {
    const { first, end } = days();
    const share = (day) => 100 * clamp((day - first) / (end - first), 0, 1);
    Object.assign(part("window").style, { left: share(low) + "%", width: share(high) - share(low) + "%" });
    part("first").style.left = share(low) + "%";
    part("last").style.left = share(high) + "%";
    const [from, to] = [words(low), words(high - 1)];
    const told = { window: [low, `${from} – ${to}`], first: [low, from], last: [high - 1, to] };
    for (const [name, [day, text]] of Object.entries(told)) {
      part(name).setAttribute("aria-valuenow", day);
      part(name).setAttribute("aria-valuetext", text);
    }
  }

  // Where a move of one part by so many days leads: never out of the timeline, never closer than can be drawn.
  function moved(name, low, high, by) {
    const { first, end, shortest } = days();
    by = Math.round(by);
    if (name === "first") return [clamp(low + by, Math.min(first, low), high - shortest), high];
    if (name === "last") return [low, clamp(high + by, low + shortest, Math.max(end, high))];
    by = clamp(by, Math.min(0, first - low), Math.max(0, end - high));
    return [low + by, high + by];
  }

  let count = 0;
  function commit(low, high) {
    const now = days();
    if (low === now.low && high === now.high) return place(low, high);
    Object.assign(strip().dataset, { low, high });
    window.dash_clientside.set_props("moved", { data: { "xaxis.range[0]": low, "xaxis.range[1]": high, count: ++count } });
  }

  let drag = null;
  const dayAt = (x) => {
    const { first, end } = days();
    const box = strip().getBoundingClientRect();
    return first + ((x - box.left) / box.width) * (end - first);
  };

  document.addEventListener("pointerdown", (event) => {
    const inside = event.target.closest("#minimap .minimap-strip");
    if (!inside || event.button !== 0 || drag) return;
    const { low, high } = days();
    const name = ["first", "last"].find((each) => event.target === part(each)) || "window";
    drag = { name, low, high, at: dayAt(event.clientX), pointer: event.pointerId, shown: [low, high] };
    if (event.target !== part(name)) drag.at = (low + high) / 2; // beside the window: it comes to the pointer
    inside.setPointerCapture(event.pointerId);
    part(name).focus({ preventScroll: true });
    event.preventDefault();
    shift(event);
  });

  function shift(event) {
    drag.shown = moved(drag.name, drag.low, drag.high, dayAt(event.clientX) - drag.at);
    place(...drag.shown);
    const told = part("told");
    told.textContent = part("window").getAttribute("aria-valuetext");
    told.hidden = false;
    const room = strip().clientWidth - told.offsetWidth;
    const middle = part("window").offsetLeft + part("window").offsetWidth / 2;
    told.style.left = clamp(middle - told.offsetWidth / 2, 0, Math.max(room, 0)) + "px";
  }

  const own = (event) => drag && event.pointerId === drag.pointer;
  document.addEventListener("pointermove", (event) => own(event) && shift(event));
  document.addEventListener("pointerup", (event) => own(event) && drop(drag.shown));
  document.addEventListener("pointercancel", (event) => own(event) && drop([drag.low, drag.high]));
  function drop(shown) {
    drag = null;
    part("told").hidden = true;
    commit(...shown);
  }

  // Keys come in runs: the chart is drawn after the last one.
  let typed = null;
  const STEPS = { ArrowLeft: -0.1, ArrowDown: -0.1, ArrowRight: 0.1, ArrowUp: 0.1, PageDown: -1, PageUp: 1 };
  document.addEventListener(
    "keydown",
    (event) => {
      const slider = event.target.closest && event.target.closest("#minimap [role=slider]");
      if (!slider || event.ctrlKey || event.metaKey || event.altKey) return;
      const { first, end, low, high } = days();
      const name = ["first", "last"].find((each) => slider === part(each)) || "window";
      const far = { Home: first - high, End: end - low }[event.key];
      const step = STEPS[event.key];
      if (far === undefined && step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const [from, to] = typed ? typed.shown : [low, high];
      const by = far !== undefined ? far : Math.sign(step) * Math.max(1, Math.round(Math.abs(step) * (to - from)));
      const shown = moved(name, from, to, by);
      if (typed) clearTimeout(typed.timer);
      const timer = setTimeout(() => {
        typed = null;
        commit(...shown);
      }, 200);
      typed = { shown, timer };
      place(...shown);
    },
    true,
  );

  document.addEventListener("chart", ({ detail: graph }) => {
    graph.on("plotly_relayouting", (move) => {
      const [low, high] = [move["xaxis.range[0]"], move["xaxis.range[1]"]];
      if (low !== undefined && high > low && strip() && !drag) place(Math.round(low), Math.round(high));
    });
  });

  // What the server says is in view counts, whatever was shown on the way there.
  function settle(children) {
    if (!children || !children.length || drag || typed) return;
    const told = children[0].props;
    requestAnimationFrame(() => {
      if (!strip() || drag || typed) return;
      Object.assign(strip().dataset, { low: told["data-low"], high: told["data-high"] });
      place(Number(told["data-low"]), Number(told["data-high"]));
    });
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { minimap: { settle } });
})();
