// Makes the rows of the list, each a link: from data, and as text only. React has nothing inside of these elements.
(function () {
  "use strict";
  const put = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });

  // `base` is the query of this page's own address, up to the key of an event
  function row(base, [key, className, when, what, where, shade]) {
    const link = put("a", className, "");
    link.setAttribute("href", `?${base}${key}`);
    link.dataset.inside = "yes";
    const place = put("span", "where", where);
    const swatch = put("i", "swatch", "");
    swatch.style.background = shade;
    place.prepend(swatch);
    link.append(put("span", "when", when), put("span", "what", what), place);
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  function draw() {
    for (const list of document.querySelectorAll("#panel [data-rows]")) {
      const { base, rows } = list.dataset;
      if (list.drawn === base + rows) continue;
      list.drawn = base + rows;
      list.replaceChildren(...JSON.parse(rows).map((each) => row(base, each)));
    }
  }

  const waiting = new MutationObserver(() => {
    const panel = document.getElementById("panel");
    if (!panel) return;
    waiting.disconnect();
    draw();
    new MutationObserver(draw).observe(panel, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-rows", "data-base"] });
  });
  waiting.observe(document.documentElement, { childList: true, subtree: true });
})();
