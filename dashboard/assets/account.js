// The account in the panel: its lines are copied with a click, what is said of a pair is told, and on a narrow screen a list
// comes into view.
(function () {
  "use strict";
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".copy");
    if (button) return void copy(button);
    if (event.target.closest(".tally a") && matchMedia("(max-width: 860px)").matches) bring();
  });

  async function copy(button) {
    const lines = button.parentElement.querySelector("pre");
    try {
      await navigator.clipboard.writeText(lines.textContent);
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy"), 2000);
    } catch {
      getSelection().selectAllChildren(lines); // no leave to write: the keyboard copies what is selected
    }
  }

  function bring() {
    const panel = document.querySelector(".panel-inside");
    new MutationObserver((_, watch) => {
      watch.disconnect();
      panel.scrollIntoView({ block: "start" });
    }).observe(panel, { childList: true });
  }

  function said() {
    const { callback_context, no_update } = window.dash_clientside;
    const { triggered, triggered_id } = callback_context;
    if (!triggered.some((button) => button.value)) return no_update; // the buttons were only drawn
    return { does: triggered_id.does, pair: triggered_id.pair };
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { account: { said } });
})();
