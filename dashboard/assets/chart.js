// What only the browser can do: measure the chart, wait for a move to end, keep the ruler on the chart while it
// moves, scroll a tall chart by dragging, bring the sentence into view. Holds no data and decides nothing.
(function () {
  "use strict";
  const box = () => document.getElementById("chart-box");
  const plot = () => document.querySelector("#chart .js-plotly-plot");

  // A step back in the history goes to another event, filter or kind of lanes, not to every step of a zoom.
  const push = history.pushState.bind(history);
  const place = (search) => {
    const given = [...new URLSearchParams(search)];
    return JSON.stringify(given.filter(([name]) => !["q", "from", "to"].includes(name)));
  };
  history.pushState = (state, title, url) => {
    const next = new URL(url, location.href);
    const same = next.pathname === location.pathname && place(next.search) === place(location.search);
    same ? history.replaceState(state, title, url) : push(state, title, url);
  };

  function measure() {
    const element = box();
    let told = Math.floor(element.clientWidth);
    let timer = 0;
    new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const now = Math.floor(element.clientWidth);
        if (now > 0 && now !== told) {
          told = now;
          window.dash_clientside.set_props("size", { data: now });
        }
      }, 100);
    }).observe(element);
    return told;
  }

  // A wheel turns in many small steps: tell of the last one only.
  let resting = null;
  function rest(move) {
    if (resting) {
      clearTimeout(resting.timer);
      resting.give(window.dash_clientside.no_update);
    }
    if (!move || move["xaxis.range[0]"] === undefined) return window.dash_clientside.no_update;
    return new Promise((give) => {
      const timer = setTimeout(() => {
        resting = null;
        give(move);
      }, 120);
      resting = { give, timer };
    });
  }

  function setRuler(first, last) {
    for (const mark of document.querySelectorAll("#ruler [data-day]")) {
      mark.style.left = (100 * (Number(mark.dataset.day) - first)) / (last - first) + "%";
    }
  }

  function follow() {
    const graph = plot();
    if (!graph || !graph.on) return void requestAnimationFrame(follow);
    if (graph.dataset.followed) return;
    graph.dataset.followed = "yes";
    graph.on("plotly_relayouting", (move) => {
      const [first, last] = [move["xaxis.range[0]"], move["xaxis.range[1]"]];
      if (first !== undefined && last > first) setRuler(first, last);
    });
    // Dragging moves through time; up and down it scrolls a chart taller than its frame.
    let from = null;
    graph.addEventListener("mousedown", (event) => (from = event.button === 0 ? event.clientY : null), true);
    window.addEventListener(
      "mousemove",
      (event) => {
        if (from === null || !(event.buttons & 1)) return void (from = null);
        box().scrollTop += from - event.clientY;
        from = event.clientY;
      },
      true,
    );
  }

  // Runs after the panel was filled: the sentence in view, and the keyboard where the reader is.
  let before = null;
  function reveal(shown) {
    if (before === shown) return;
    const first = before === null;
    const left = before;
    before = shown;
    requestAnimationFrame(() => {
      const panel = document.querySelector(".panel");
      const heading = document.getElementById("panel-heading");
      if (!panel || !heading) return;
      const opened = shown !== "/0";
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (!first && lost) heading.focus({ preventScroll: true });
      const sentence = panel.querySelector(".sentence");
      if (opened && sentence) sentence.scrollIntoView({ block: "nearest" });
      else if (left !== null) panel.scrollTop = 0;
    });
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { timeline: { measure, rest, follow, reveal } });
})();
