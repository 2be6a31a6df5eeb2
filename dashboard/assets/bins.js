// Puts into words what the pointer meets in a band: the days of a bin and its counts, which come as bare numbers.
(function () {
  "use strict";
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  function words(day) {
    const date = new Date(day * 86400000);
    const year = date.getUTCFullYear();
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${year < 1 ? `${1 - year} BC` : year}`;
  }

  window.toldBin = ({ data, pointNumber }) => {
    const told = data.name === "counts" && data.text[pointNumber];
    if (!told) return "";
    const [days, spread, unsure] = told.split(" ").map(Number);
    const first = Math.round(data.x0 + data.dx * (pointNumber - 0.5));
    const last = first + data.dx - 1;
    const lines = [data.meta, first === last ? words(first) : `${words(first)} – ${words(last)}`];
    lines.push(`${days.toLocaleString("en")} event${days === 1 ? "" : "s"} of a single day`);
    if (spread) lines.push(`and a share of longer ones, about ${spread.toFixed(1)}`);
    if (unsure) lines.push(`and about ${unsure.toFixed(1)} planned, denied or claimed`);
    return lines.join("\n");
  };
})();
