// What only the browser can do: measure the chart, wait for a move to end, keep the ruler on the chart while it
// moves, scroll a tall chart by dragging, place the card, bring the sentence into view, take keys. Holds no data.
(function () {
  "use strict";
  const box = () => document.getElementById("chart-box");
  const plot = () => document.querySelector("#chart .js-plotly-plot");

  // A step back in the history goes to another event, filter or kind of lanes, not to every step of a zoom.
  // But a click on a bin or a chip is one step, wherever it leads.
  const push = history.pushState.bind(history);
  let leap = false;
  document.addEventListener("click", (event) => (leap = leap || Boolean(event.target.closest("a.chip"))), true);
  const place = (search) => {
    const given = [...new URLSearchParams(search)];
    return JSON.stringify(given.filter(([name]) => !["q", "from", "to"].includes(name)));
  };
  history.pushState = (state, title, url) => {
    const next = new URL(url, location.href);
    const same = next.pathname === location.pathname && place(next.search) === place(location.search);
    same && !leap ? history.replaceState(state, title, url) : push(state, title, url);
    leap = false;
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

  // The card stands below the row that it explains, or above it: Plotly's own would cover the row.
  function showCard(hover) {
    const point = hover.points[0];
    const card = document.getElementById("card");
    const told = point && (point.hovertext || window.toldBin(point));
    if (!told) return hideCard();
    const [first, ...lines] = String(told).split("\n");
    const put = (name, text) => Object.assign(document.createElement(name), { textContent: text });
    card.replaceChildren(put("strong", first), ...lines.map((line) => put("div", line)));
    card.hidden = false;
    const middle = point.data.name === "hits" ? plot().getBoundingClientRect().top + point.y : hover.event.clientY;
    const half = point.data.name === "hits" ? point.data.width / 2 : 8;
    const [wide, high] = [card.offsetWidth, card.offsetHeight];
    const below = middle + half + 6;
    card.style.left = Math.max(6, Math.min(hover.event.clientX - 20, innerWidth - wide - 6)) + "px";
    card.style.top = (below + high <= innerHeight ? below : middle - half - 6 - high) + "px";
  }

  function hideCard() {
    document.getElementById("card").hidden = true;
  }

  function follow() {
    const graph = plot();
    if (!graph || !graph.on) return void requestAnimationFrame(follow);
    if (graph.dataset.followed) return;
    graph.dataset.followed = "yes";
    graph.on("plotly_hover", showCard);
    graph.on("plotly_unhover", hideCard);
    graph.on("plotly_afterplot", hideCard);
    graph.on("plotly_click", (click) => (leap = typeof (click.points[0] && click.points[0].customdata) === "number"));
    box().addEventListener("scroll", hideCard);
    graph.on("plotly_relayouting", (move) => {
      hideCard();
      const [first, last] = [move["xaxis.range[0]"], move["xaxis.range[1]"]];
      if (first !== undefined && last > first) setRuler(first, last);
    });
    document.dispatchEvent(new CustomEvent("chart", { detail: graph })); // for the scripts that follow it, too
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
    const left = before;
    before = shown;
    requestAnimationFrame(() => {
      const panel = document.querySelector("#react-entry-point .panel");
      const heading = document.getElementById("panel-heading");
      if (!panel || !heading) return;
      const opened = shown !== "/0";
      const lost = [document.body, null, heading].includes(document.activeElement); // focus.js may have given it the heading
      const back = opened || left === null ? null : linkOf(left.slice(0, left.lastIndexOf("/")));
      if ((!opened || shown.startsWith("~")) && left !== null) panel.scrollTop = 0;
      const place = document.getElementById("text-place");
      if (place && left !== null) place.focus({ preventScroll: true });
      else if (left !== null && lost) (back || heading).focus({ preventScroll: !back });
      const sentence = panel.querySelector(".sentence");
      if (place) place.scrollIntoView({ block: "center" });
      else if (opened && sentence) sentence.scrollIntoView({ block: "nearest" });
    });
  }

  const links = () => [...document.querySelectorAll(".panel .event")];
  const linkOf = (key) => links().find((link) => new URL(link.href).searchParams.get("event") === key);

  // The keys that the help tells.
  const BUSY = "input:not([type=checkbox]), textarea, [role=listbox], [role=combobox], .dash-dropdown-wrapper, .dash-dropdown-content";
  document.addEventListener("keydown", (event) => {
    const help = document.getElementById("help");
    if (!help || help.open || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    const open = document.querySelector(".dash-dropdown-content");
    if (!act || open || (event.key !== "Escape" && event.target.closest(BUSY))) return;
    if (event.key === "Escape" && event.target.value) return; // a search field empties itself
    if (act(event)) event.preventDefault();
  });
  const press = (selector) => {
    const element = document.querySelector(selector);
    if (element) element.click();
    return Boolean(element);
  };
  const step = (by) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const free = document.activeElement === document.body || document.activeElement.id === "panel-heading";
    if (!all.length || (at < 0 && !free)) return false;
    all[at < 0 ? 0 : Math.max(0, Math.min(at + by, all.length - 1))].focus();
    return true;
  };
  const KEYS = {
    "/": () => {
      document.getElementById("search").focus();
      document.getElementById("search").select();
      return true;
    },
    "?": () => {
      document.getElementById("help").showModal();
      return true;
    },
    Escape: () => closeFilters() || press(".panel .close"),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ArrowRight: () => press(".steps .next"),
    ArrowLeft: () => press(".steps .previous"),
  };

  function closeFilters() {
    const filters = document.getElementById("filters");
    if (!filters.open) return false;
    filters.open = false;
    filters.querySelector("summary").focus();
    return true;
  }

  document.addEventListener("click", (event) => {
    const help = document.getElementById("help");
    if (!help) return;
    if (event.target.closest("#help-open")) help.showModal();
    if (event.target.closest("#help-close") || event.target === help) help.close();
    const inside = event.target.closest("#filters, .dash-dropdown-content") || !event.target.isConnected;
    const filters = document.getElementById("filters");
    if (filters.open && !inside) filters.open = false;
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { timeline: { measure, rest, follow, reveal } });
})();
