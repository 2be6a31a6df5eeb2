// Asks once a second which state the files are in, while the page is looked at, and tells the page when it is another.
(function () {
  "use strict";
  let known = null;
  let asking = false;

  async function look() {
    if (asking || known === null || document.visibilityState !== "visible") return;
    asking = true;
    try {
      const answer = await fetch("stamp", { cache: "no-store" });
      const stamp = answer.ok ? await answer.text() : known;
      if (stamp !== known) {
        known = stamp;
        window.dash_clientside.set_props("stamp", { data: stamp });
      }
    } catch {
      // the server was stopped; it may come back
    } finally {
      asking = false;
    }
  }

  function shown(stamp) {
    known = stamp;
  }

  setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
  window.dash_clientside = Object.assign({}, window.dash_clientside, { live: { shown } });
})();
