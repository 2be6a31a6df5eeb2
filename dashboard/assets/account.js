// The account in the panel: its lines are copied with a click, and on a narrow screen a list comes into view.
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
})();
