// Makes plain elements of what light.py sends as data. Every text becomes a text node, and nothing is read as HTML.
(function () {
  "use strict";
  const TAGS = new Set(["a", "code", "div", "em", "i", "li", "mark", "span", "strong", "time"]);
  const NAMES = /^(class|href|id|lang|role|tabindex|title|(aria|data)-[a-z-]+)$/;

  function made(node) {
    if (typeof node === "string") return document.createTextNode(node);
    const [tag, given, inner] = node;
    if (!TAGS.has(tag)) throw new Error(`light.js makes no <${tag}>`);
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) {
      if (name === "style") Object.assign(element.style, value);
      else if (!NAMES.test(name)) throw new Error(`light.js sets no ${name}`);
      else if (name !== "href" || value.startsWith("?")) element.setAttribute(name, value);
    }
    element.append(...inner.map(made));
    return element;
  }

  function fill(root) {
    for (const parent of root.querySelectorAll("[data-light]")) {
      const told = parent.dataset.light;
      if (parent.filledWith === told) continue;
      parent.filledWith = told;
      parent.replaceChildren(...JSON.parse(told).map(made));
    }
  }

  // React changes the attribute or the whole element; before anybody sees it, the elements are there.
  const watched = new WeakSet();
  function watch(_, id) {
    const root = document.getElementById(id);
    if (!watched.has(root)) {
      watched.add(root);
      const changes = { attributes: true, attributeFilter: ["data-light"], childList: true, subtree: true };
      new MutationObserver(() => fill(root)).observe(root, changes);
    }
    fill(root);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-link]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate")); // what dcc.Location listens to
    window.scrollTo(0, 0);
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { light: { watch } });
})();
