// What is typed into a list: where the page has all of it, nobody is asked. Keys that choose wait until the list shows what
// was typed, be it the server's answer or a frame later: they choose of that, and not of what stood there before.
(function () {
  "use strict";
  const CHOOSING = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Enter", "Tab"];
  const PATIENCE = 5000; // ms: the server may have gone
  const waits = new Map(); // by list: what was typed, what the server was asked for, the keys pressed since, the end of patience
  const ofStore = (store) => store.replace(/-typed$/, "");
  const ofField = (search) => search.closest("[role=group].field").id.replace(/-field$/, "");

  function ask(typed, store, whole) {
    const name = ofStore(store);
    if (whole.includes(name)) {
      settle(name);
      return window.dash_clientside.no_update;
    }
    if (waits.has(name)) waits.get(name).asked = typed || "";
    return typed || "";
  }

  function answered(_options, store) {
    const name = ofStore(store);
    const wait = waits.get(name);
    if (wait && wait.asked === wait.typed) settle(name); // not an answer to the first letters of it
  }

  function settle(name) {
    const wait = waits.get(name);
    requestAnimationFrame(() => requestAnimationFrame(() => wait && wait === waits.get(name) && release(name)));
  }

  function release(name) {
    const { keys, patience } = waits.get(name);
    waits.delete(name);
    clearTimeout(patience);
    replay(name, keys);
  }

  function replay(name, [[type, key] = [], ...rest]) {
    const place = document.activeElement;
    if (!type || !place.closest(`#${name}-field`)) return; // who pressed them is elsewhere by now
    place.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
    if (type === "keyup" && key === " " && place.matches("[type=checkbox]")) place.click(); // a browser's part, for real keys
    requestAnimationFrame(() => replay(name, rest)); // a frame later the keyboard is where the key took it
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
      const { keys = [], patience } = waits.get(name) || {};
      clearTimeout(patience);
      waits.set(name, { typed: target.value, keys, patience: setTimeout(() => release(name), PATIENCE) });
    },
    true,
  );
  function hold(event) {
    const { isTrusted, key, target, type } = event;
    const wait = isTrusted && target.matches(".dash-dropdown-search") && waits.get(ofField(target));
    if (!wait || !(CHOOSING.includes(key) || (key === " " && wait.keys.some((held) => held[1].startsWith("Arrow"))))) return;
    event.preventDefault();
    event.stopPropagation();
    wait.keys.push([type, key]);
  }
  document.addEventListener("keydown", hold, true);
  document.addEventListener("keyup", hold, true);

  window.dash_clientside = Object.assign({}, window.dash_clientside, { choosing: { ask, answered } });
})();
