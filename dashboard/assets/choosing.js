// What is typed into a list: where the page has all of it, nobody is asked. Keys that choose wait until the list shows what
// was typed, be it the server's answer or a frame later: they choose of that, and not of what stood there before.
(function () {
  "use strict";
  const CHOOSING = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Enter", "Tab"];
  const PATIENCE = 5000; // ms: the server may have gone
  const held = new Map(); // by list: the keys that were pressed while it does not show what was typed
  const asked = new Map(); // by list: the end of the patience with the server
  const ofStore = (store) => store.replace(/-typed$/, "");
  const ofField = (search) => search.closest("[role=group].field").id.replace(/-field$/, "");

  function ask(typed, store, whole) {
    const name = ofStore(store);
    if (whole.includes(name)) return window.dash_clientside.no_update;
    clearTimeout(asked.get(name));
    asked.set(name, setTimeout(() => answered(null, store), PATIENCE));
    return typed || "";
  }

  function answered(_options, store) {
    const name = ofStore(store);
    clearTimeout(asked.get(name));
    if (asked.delete(name)) settle(name);
  }

  function settle(name) {
    requestAnimationFrame(() => requestAnimationFrame(() => release(name)));
  }

  function release(name) {
    if (asked.has(name) || !held.has(name)) return;
    const keys = held.get(name);
    held.delete(name);
    for (const [type, key] of keys) {
      document.activeElement.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
    }
  }

  // Whenever a list changes, Dash's own hand takes the keyboard back to the search, a frame later, from who is in the list.
  const own = HTMLElement.prototype.focus;
  HTMLInputElement.prototype.focus = function (...options) {
    const taken = !window.event && this.matches(".dash-dropdown-search") && document.activeElement.closest(".dash-options-list");
    if (!taken) own.apply(this, options);
  };

  document.addEventListener(
    "input",
    ({ target }) => {
      if (!target.matches(".dash-dropdown-search")) return;
      const name = ofField(target);
      if (!held.has(name)) held.set(name, []);
      settle(name);
    },
    true,
  );
  function hold(event) {
    const { isTrusted, key, target, type } = event;
    if (!isTrusted || !CHOOSING.includes(key) || !target.matches(".dash-dropdown-search") || !held.has(ofField(target))) return;
    event.preventDefault();
    event.stopPropagation();
    held.get(ofField(target)).push([type, key]);
  }
  document.addEventListener("keydown", hold, true);
  document.addEventListener("keyup", hold, true);

  window.dash_clientside = Object.assign({}, window.dash_clientside, { choosing: { ask, answered } });
})();
