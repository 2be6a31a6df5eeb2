// Asks once a second which state the files are in, while the page is looked at, and tells the page when it is another.
// Where nobody answers, or the page may not ask any more, it says so until that is over.
(function () {
  "use strict";
  let known = null;
  let asking = false;

  const GONE = "The server does not answer: what is shown may be old, and nothing can be saved. It is asked again every second.";
  const SHUT = "The page is locked: its token is another one by now. What is shown may be old, and nothing can be saved. ";

  function tell(words, unlock) {
    const place = document.getElementById("connection");
    if (!place || place.dataset.told === words) return;
    place.dataset.told = words;
    place.replaceChildren(words, ...(unlock ? [unlock] : []));
    place.hidden = !words;
  }

  // Loading the page anew asks for the token, and leads to the same look.
  function unlock() {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Enter it" });
    button.addEventListener("click", () => location.reload());
    return button;
  }

  async function look() {
    if (asking || known === null || document.visibilityState !== "visible") return;
    asking = true;
    try {
      const answer = await fetch("stamp", { cache: "no-store" });
      if (answer.status === 401) return tell(SHUT, unlock());
      if (!answer.ok) return tell(GONE);
      tell("");
      const stamp = await answer.text();
      if (stamp !== known) {
        known = stamp;
        window.dash_clientside.set_props("stamp", { data: stamp });
      }
    } catch {
      tell(GONE);
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
