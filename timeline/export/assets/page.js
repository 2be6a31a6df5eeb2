"use strict";
(() => {
  // Events come in order of date; days count from 1970-01-01, both ends included, null is an open end.
  const { events, sources, window: asked } = JSON.parse(document.getElementById("data").textContent);
  const SVG = "http://www.w3.org/2000/svg";
  const ROW = 23, TOP = 26, MOST = 300, CHUNK = 150, SHORTEST = 8;
  const chart = document.getElementById("chart");
  const list = document.getElementById("events");
  const search = document.getElementById("search");
  const pen = document.createElement("canvas").getContext("2d");
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  let shown = events, view = [0, 1], chosen = null, drawn = 0;

  // ---- making elements: every text becomes a text node

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
  function draw(name, attributes = {}, text = "") {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  }

  // ---- days

  function day(year, month = 0, date = 1) {
    const made = new Date(0);
    made.setUTCFullYear(year, month, date);
    return Math.round(made.getTime() / 864e5);
  }
  function parts(number) {
    const made = new Date(number * 864e5);
    return [made.getUTCFullYear(), made.getUTCMonth(), made.getUTCDate()];
  }
  const yearText = (year) => (year < 1 ? `${1 - year} BC` : `${year}`);
  const low = (event) => event.first ?? event.last;
  const high = (event) => event.last ?? event.first;

  // ---- search: words, "phrases" and -not, without case and accents

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
  for (const event of events) {
    const told = (event.sources ?? []).flatMap((at) => [sources[at].sentence ?? "", sources[at].words]);
    event.words = fold([event.title, event.note ?? "", ...(event.names ?? []), ...(event.tags ?? []), ...told].join("\n"));
  }
  function matching(query) {
    const terms = [...query.replace(/[“”„«»]/g, '"').matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)]
      .map(([, minus, phrase, word]) => ({ out: minus === "-", text: fold(phrase ?? word ?? "").trim() }))
      .filter((term) => term.text && term.text !== "-");
    return events.filter((event) => terms.every((term) => event.words.includes(term.text) !== term.out));
  }

  // ---- the window

  function whole(some) {
    if (!some.length) return [day(2020), day(2021)];
    let first = Infinity, last = -Infinity;
    for (const event of some) {
      first = Math.min(first, low(event));
      last = Math.max(last, high(event) + 1);
    }
    const air = Math.max((last - first) * 0.04, 2);
    return [first - air, last + air];
  }
  /** Where most of it lies, if that is a small part of the whole: one event of 1961 would squeeze a story of 2020. */
  function opening(some) {
    const everything = whole(some), middles = some.map((event) => (low(event) + high(event)) / 2).sort((a, b) => a - b);
    const most = Math.ceil(middles.length * 0.8);
    if (most < 2) return everything;
    let best = [middles[0], middles[most - 1]];
    for (let at = 1; at + most <= middles.length; at++) {
      if (middles[at + most - 1] - middles[at] < best[1] - best[0]) best = [middles[at], middles[at + most - 1]];
    }
    const room = Math.max(best[1] - best[0], SHORTEST);
    const core = whole(some.filter((event) => {
      const middle = (low(event) + high(event)) / 2;
      return middle >= best[0] && middle <= best[1] && high(event) - low(event) < room;
    }));
    return (core[1] - core[0]) * 4 <= everything[1] - everything[0] ? core : everything;
  }
  function look(first, last) {
    const edge = 4e7, length = Math.min(Math.max(last - first, SHORTEST), edge), middle = (first + last) / 2;
    const from = Math.min(Math.max(middle - length / 2, -edge), edge - length);
    view = [from, from + length];
    paint();
  }
  function zoom(factor, share = 0.5) {
    const [first, last] = view, at = first + (last - first) * share;
    look(at - (at - first) * factor, at + (last - at) * factor);
  }
  function move(share) {
    const by = (view[1] - view[0]) * share;
    look(view[0] + by, view[1] + by);
  }
  const inView = (event) => (event.first ?? -Infinity) < view[1] && (event.last ?? Infinity) + 1 > view[0];

  // ---- the chart

  function ticks(width) {
    const least = ((view[1] - view[0]) / width) * 92, out = [];
    const [year] = parts(Math.floor(view[0]));
    if (least <= 16) {
      const step = [1, 2, 5, 7, 10, 15].find((one) => one >= least) ?? 15;
      for (let at = Math.floor(view[0]); at <= view[1]; at++) {
        const [of, month, date] = parts(at);
        const round = step === 1 || date === 1 || ((date - 1) % step === 0 && date + step / 2 <= 31);
        if (round) out.push([at, date === 1 ? `${MONTHS[month].slice(0, 3)} ${yearText(of)}` : `${date} ${MONTHS[month].slice(0, 3)}`]);
      }
      return out;
    }
    const months = [1, 2, 3, 6].find((one) => one * 30.4 >= least);
    if (months) {
      for (let at = 0; ; at += months) {
        const start = day(year + Math.floor(at / 12), at % 12);
        if (start > view[1]) return out;
        if (start >= view[0]) {
          const name = MONTHS[at % 12].slice(0, 3);
          out.push([start, at % 12 ? name : `${name} ${yearText(year + Math.floor(at / 12))}`]);
        }
      }
    }
    let step = 1;
    for (const factor of [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4]) {
      step = factor;
      if (factor * 365.25 >= least) break;
    }
    for (let at = Math.ceil(year / step) * step; day(at) <= view[1]; at += step) {
      if (day(at) >= view[0]) out.push([day(at), yearText(at)]);
    }
    return out;
  }

  function shape(event, x0, x1, y) {
    const kind = event.status && event.status !== "happened" ? "empty" : event.kind === "within" ? "pale" : "solid";
    const out = [];
    if (event.kind === "day" && x1 - x0 < 13) {
      const middle = (x0 + x1) / 2;
      out.push(draw("circle", { cx: middle, cy: y, r: 5, class: kind }));
      if (event.unsure) out.push(draw("circle", { cx: middle, cy: y, r: 8, class: "open", "stroke-dasharray": "2 3" }));
      return out;
    }
    const tall = event.kind === "lasted" ? 8 : 11, wide = Math.max(x1 - x0, 3);
    const bar = { x: x0, y: y - tall / 2, width: wide, height: tall, rx: 3, class: kind };
    if (event.unsure) bar["stroke-dasharray"] = "2 3";
    out.push(draw("rect", bar));
    if (event.first === null) out.push(draw("path", { d: `M${x0 - 3} ${y - 5}l-6 5l6 5`, class: "open" }));
    if (event.last === null) out.push(draw("path", { d: `M${x1 + 3} ${y - 5}l6 5l-6 5`, class: "open" }));
    return out;
  }

  function paint() {
    const width = Math.max(chart.clientWidth - 2 * parseFloat(getComputedStyle(chart).paddingLeft), 50);
    const x = (at) => ((at - view[0]) / (view[1] - view[0])) * width;
    const visible = shown.filter(inView);
    const dense = visible.length > MOST;
    const marks = draw("g");
    const rows = dense ? bands(marks, visible, width, x) : lines(marks, visible, width, x);
    const height = TOP + rows * ROW + 8;
    const picture = draw("svg", { height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": told(visible, dense) });
    for (const [at, text] of ticks(width)) {
      picture.append(draw("line", { x1: x(at), x2: x(at), y1: TOP - 6, y2: height, class: "grid" }));
      picture.append(draw("text", { x: x(at) + 4, y: 14, class: "tick" }, text));
    }
    picture.append(marks);
    chart.replaceChildren(picture);
    document.getElementById("count").textContent = told(visible, dense);
  }
  function told(visible, dense) {
    const all = `${events.length.toLocaleString("en")} event${events.length === 1 ? "" : "s"}`;
    const found = shown.length === events.length ? all : `${shown.length.toLocaleString("en")} of ${all}`;
    const outside = shown.length - visible.length;
    return found + (outside ? ` · ${outside.toLocaleString("en")} outside the chart` : "") + (dense ? " · zoom in to see each" : "");
  }

  function lines(into, visible, width, x) {
    const ends = [];
    for (const event of visible) {
      const begun = Math.max(event.first === null ? (event.last === null ? -20 : Math.max(x(event.last) - 30, -20)) : x(event.first), -20);
      const done = Math.min(event.last === null ? Math.max(x(event.first + 1) + 30, 0) : x(event.last + 1), width + 20);
      pen.font = `12.5px ${getComputedStyle(document.body).fontFamily}`;
      const label = event.title.length > 64 ? `${event.title.slice(0, 62)}…` : event.title;
      const long = pen.measureText(label).width, tip = event.last === null ? 12 : 0;
      const dot = event.kind === "day" && done - begun < 13;
      const right = (dot ? (begun + done) / 2 + 5 : done) + 7 + tip;
      const fits = right + long <= width || right < width - 90;
      const before = !fits && begun - long - 8 > 0;
      const start = before ? begun - long - 9 : fits || dot ? right : Math.max(begun, 0) + 6;
      const left = Math.min(begun - 9, start), last = Math.max(done + tip, start + long);
      let row = ends.findIndex((end) => end + 12 < left);
      if (row < 0) row = ends.push(0) - 1;
      ends[row] = last;
      const y = TOP + row * ROW + ROW / 2;
      const mark = draw("g", { class: `mark ${event.status ?? ""}${event === chosen ? " chosen" : ""}` });
      mark.append(draw("rect", { x: left, y: y - ROW / 2, width: Math.max(last - left, 10), height: ROW, class: "hit" }));
      mark.append(...shape(event, begun, done, y));
      mark.append(draw("text", { x: start, y: y + 4.5 }, label + (event.status === "claimed" ? " ?" : "")));
      mark.append(draw("title", {}, `${event.date}: ${event.title}`));
      if (event.color && event !== chosen) mark.style.color = event.color;
      mark.addEventListener("click", () => moved || open(event, true));
      into.append(mark);
    }
    return Math.max(ends.length, 3);
  }

  /** Too many to draw one by one: how many fall on each piece of the axis; a longer one counts by its share. */
  function bands(into, visible, width, x) {
    const wide = 6, sums = new Float64Array(Math.ceil(width / wide));
    for (const event of visible) {
      const from = Math.max(x(event.first ?? low(event)), 0), to = Math.min(x((event.last ?? high(event)) + 1), width);
      const first = Math.min(Math.floor(from / wide), sums.length - 1), last = Math.min(Math.floor(Math.max(to - 0.01, from) / wide), sums.length - 1);
      for (let at = first; at <= last; at++) sums[at] += 1 / (last - first + 1);
    }
    const rows = 6, tall = rows * ROW, most = Math.max(...sums, 1);
    sums.forEach((sum, at) => {
      const size = (sum / most) * tall;
      if (size > 0) into.append(draw("rect", { x: at * wide, y: TOP + tall - Math.max(size, 1), width: wide - 1, height: Math.max(size, 1), class: "bar" }));
    });
    return rows;
  }

  // ---- the list

  function entry(event) {
    const what = element("span", { class: "what" }, element("span", { class: "title", dir: "auto" }, event.title));
    if (event.doubt) what.append(element("span", { class: "chip" }, event.doubt));
    const button = element("button", { type: "button", "aria-expanded": "false" }, element("span", { class: "when" }, event.date), what);
    const item = element("li", { class: `event ${event.status ?? ""}` }, button);
    button.addEventListener("click", () => (event === chosen ? close() : open(event, false)));
    event.item = item;
    if (event === chosen) unfold(event);
    return item;
  }
  function unfold(event) {
    event.item.classList.add("open");
    event.item.firstChild.setAttribute("aria-expanded", "true");
    const inside = element("div", { class: "inside" });
    if (event.note) inside.append(element("p", { class: "note", dir: "auto" }, event.note));
    for (const at of event.sources ?? []) inside.append(source(sources[at]));
    const names = [...(event.names ?? []), ...(event.tags ?? []).map((tag) => `#${tag}`)];
    if (names.length) inside.append(element("p", { class: "names" }, names.join(" · ")));
    if (!inside.hasChildNodes()) inside.append(element("p", { class: "from" }, "No source is told."));
    event.item.append(inside);
  }
  function source({ sentence = "", phrase = "", words, url }) {
    const out = element("div");
    const at = phrase ? sentence.indexOf(phrase) : -1;
    const pieces = at < 0 ? [sentence] : [sentence.slice(0, at), element("mark", {}, phrase), sentence.slice(at + phrase.length)];
    if (sentence) out.append(element("blockquote", { dir: "auto" }, ...pieces));
    const from = url ? element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, words) : words;
    out.append(element("p", { class: "from" }, from));
    return out;
  }
  function close() {
    if (!chosen) return;
    chosen.item?.classList.remove("open");
    chosen.item?.firstChild.setAttribute("aria-expanded", "false");
    chosen.item?.querySelector(".inside")?.remove();
    chosen = null;
    paint();
  }
  function open(event, go) {
    close();
    chosen = event;
    while (!event.item?.isConnected && drawn < shown.length) more();
    if (event.item?.isConnected) {
      if (!event.item.classList.contains("open")) unfold(event);
      if (go) event.item.scrollIntoView({ block: "start" });
    }
    if (inView(event)) paint();
    else look(low(event) - (view[1] - view[0]) / 2, low(event) + (view[1] - view[0]) / 2);
  }
  const end = element("li", { "aria-hidden": "true" });
  function more() {
    const piece = shown.slice(drawn, drawn + CHUNK), made = [];
    let year = drawn ? parts(low(shown[drawn - 1]))[0] : null;
    for (const event of piece) {
      const [of] = parts(low(event));
      if (of !== year) made.push(element("li", {}, element("h2", {}, yearText(of))));
      year = of;
      made.push(entry(event));
    }
    drawn += piece.length;
    end.before(...made);
  }
  function fill() {
    drawn = 0;
    list.replaceChildren(end);
    if (!shown.length) end.before(element("li", { class: "none" }, events.length ? "Nothing has these words." : "There are no events."));
    more();
  }
  new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && drawn < shown.length && more(), { rootMargin: "800px" }).observe(end);

  // ---- what the reader does

  for (const [sign, words, act] of [
    ["‹", "Earlier", () => move(-0.5)],
    ["›", "Later", () => move(0.5)],
    ["+", "Zoom in", () => zoom(0.5)],
    ["−", "Zoom out", () => zoom(2)],
    ["Fit", "Show all events", () => look(...whole(shown))],
  ]) {
    const button = element("button", { type: "button", title: words, "aria-label": words }, sign);
    button.addEventListener("click", act);
    document.querySelector(".buttons").append(button);
  }
  for (const [words, event] of [
    ["that day", { kind: "day" }],
    ["some time in", { kind: "within" }],
    ["lasted", { kind: "lasted" }],
    ["planned, denied or claimed", { kind: "within", status: "planned" }],
  ]) {
    if (!events.some((one) => one.kind === event.kind && (event.status ? one.status !== "happened" : true))) continue;
    const key = draw("svg", { width: 22, height: 14, class: "mark" });
    key.append(...shape(event, event.kind === "day" ? 9 : 2, event.kind === "day" ? 12 : 20, 7));
    document.querySelector(".legend").append(element("li", {}, key, words));
  }
  let wait = 0;
  search.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      close();
      shown = matching(search.value);
      fill();
      look(...(search.value.trim() ? whole(shown) : opening(shown)));
    }, 120);
  });
  chart.addEventListener("wheel", (event) => {
    if (Math.abs(event.deltaY) < Math.abs(event.deltaX)) return;
    event.preventDefault();
    const box = chart.firstChild.getBoundingClientRect();
    zoom(Math.exp(Math.max(-80, Math.min(80, event.deltaY)) * 0.004), (event.clientX - box.left) / box.width);
  }, { passive: false });
  const fingers = new Map();
  let moved = false;
  chart.addEventListener("pointerdown", (event) => {
    if (event.button === 0) fingers.set(event.pointerId, event.clientX);
    moved = false;
  });
  addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const width = chart.firstChild.getBoundingClientRect().width, was = [...fingers.values()];
    const by = event.clientX - fingers.get(event.pointerId);
    if (!moved && Math.abs(by) < 4) return;
    moved = true;
    chart.classList.add("moving");
    fingers.set(event.pointerId, event.clientX);
    const now = [...fingers.values()];
    if (now.length === 2) {
      const box = chart.firstChild.getBoundingClientRect();
      zoom(Math.max(Math.abs(was[0] - was[1]), 10) / Math.max(Math.abs(now[0] - now[1]), 10), ((now[0] + now[1]) / 2 - box.left) / width);
    } else move(-by / width);
  });
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, (event) => {
    fingers.delete(event.pointerId);
    chart.classList.remove("moving");
  });
  chart.addEventListener("keydown", (event) => {
    const act = { ArrowLeft: () => move(-0.2), ArrowRight: () => move(0.2), "+": () => zoom(0.5), "-": () => zoom(2) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "/" && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    }
  });
  new ResizeObserver(() => paint()).observe(chart);

  fill();
  look(...(asked ? [asked[0], asked[1] + 1] : opening(shown)));
})();
