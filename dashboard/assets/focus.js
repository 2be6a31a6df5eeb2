// The panel is drawn anew whenever the look changes, each time with new elements: the keyboard stays where it was.
(function () {
  "use strict";
  let last = null;
  const alike = (element) => [element.id, element.href, element.getAttribute("role"), element.classList[0]].join(" ");

  document.addEventListener("focusin", (event) => {
    last = event.target.closest("#panel *");
  });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("#panel")) last = null;
    // Plotly keeps a press on the chart to itself, so that a key for the event that it opens would go into the search.
    if (event.target.closest("#chart-box")) document.activeElement?.blur();
  });

  function restore(panel) {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (!last || last.isConnected || !lost) return;
    const wanted = alike(last);
    const again = [...panel.querySelectorAll("a[href], button, summary, [tabindex]")].find((each) => alike(each) === wanted);
    if (again) again.focus({ preventScroll: true });
  }

  const waiting = new MutationObserver(() => {
    const panel = document.getElementById("panel");
    if (!panel) return;
    waiting.disconnect();
    new MutationObserver(() => restore(panel)).observe(panel, { childList: true, subtree: true });
  });
  waiting.observe(document.documentElement, { childList: true, subtree: true });
})();
