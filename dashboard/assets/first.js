// Runs before all other scripts: shows a still picture of the chart in its place, until Plotly has drawn the real one.
// The place is measured in a page of the same classes, since the real one does not exist yet.
(function () {
  "use strict";
  const part = (name, className, ...inner) => {
    const element = document.createElement(name);
    element.className = className;
    element.append(...inner);
    return element;
  };
  const box = part("div", "chart-box");
  const ruler = part("div", "ruler");
  const tools = part("div", "tools");
  tools.style.height = "34px";
  const head = part("header", "top");
  head.style.height = "76px";
  const section = part("section", "timeline", tools, ruler, box);
  const first = part("div", "page first", head, part("main", "", section, part("aside", "panel")));
  first.setAttribute("aria-hidden", "true");
  document.body.prepend(first);
  const width = Math.floor(box.clientWidth);
  if (width < 1) return void first.remove();
  first.classList.add("measured");

  const picture = new Image();
  picture.alt = "";
  const asked = location.search ? `${location.search}&` : "?";
  picture.src = `first.svg${asked}width=${width}`;
  picture.onerror = () => first.remove();
  box.append(picture);

  // The header is as high as its words make it: where the real chart stands, there stands the picture.
  function follow() {
    const real = document.getElementById("chart-box");
    if (document.querySelector("#chart .js-plotly-plot g.trace, #notice *")) {
      return void first.remove(); // in the frame in which the chart is painted first
    }
    if (real) {
      first.classList.add("placed");
      const { left, top, width: wide, height } = real.getBoundingClientRect();
      Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${wide}px`, height: `${height}px` });
    }
    requestAnimationFrame(follow);
  }
  requestAnimationFrame(follow);
})();
