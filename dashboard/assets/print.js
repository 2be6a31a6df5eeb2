// Ctrl+P in the timeline goes to the chronology, which is what one wants on paper; there, the print dialog opens.
(function () {
  "use strict";
  const link = (search) => "print" + (search || "");
  const chronology = () => document.body.classList.contains("chronology");

  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "p" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (chronology()) return;
    event.preventDefault();
    location.assign(link(location.search) + "#print");
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
  window.addEventListener("load", () => {
    if (!chronology() || location.hash !== "#print") return;
    history.replaceState(null, "", location.pathname + location.search); // Back and reload don't ask again
    window.print();
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { printing: { link } });
})();
