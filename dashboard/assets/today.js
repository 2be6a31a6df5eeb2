// The line of today: by the browser's own date, and only where it is in view. The server never asks the clock.
(function () {
  "use strict";
  function draw(range) {
    const now = new Date();
    const day = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 864e5;
    const at = (day + 0.5 - range[0]) / (range[1] - range[0]);
    for (const name of ["today", "today-name"]) {
      const element = document.getElementById(name);
      element.hidden = !(at >= 0 && at <= 1);
      element.style.left = 100 * at + "%";
    }
  }

  document.addEventListener("chart", ({ detail: graph }) => {
    const drawn = () => graph.data.length && draw(graph.layout.xaxis.range);
    graph.on("plotly_afterplot", drawn);
    graph.on("plotly_relayouting", (move) => {
      const range = [move["xaxis.range[0]"], move["xaxis.range[1]"]];
      if (range[0] !== undefined && range[1] > range[0]) draw(range);
    });
    drawn();
  });
})();
