// Follows links that stay in the page, moves between the tabs of the sources, goes to the top of a new page of the list.
(function () {
  "use strict";
  const go = (link) => {
    history.pushState({}, "", link.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate")); // what dcc.Location listens to
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-inside]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow(link);
  });

  function follow(link) {
    if (link.closest(".pages")) onNextChange(toTheTop);
    go(link);
  }

  function onNextChange(act) {
    const observer = new MutationObserver(() => {
      if (!document.getElementById("panel-heading")) return;
      observer.disconnect();
      act();
    });
    observer.observe(document.getElementById("panel"), { childList: true, subtree: true });
  }

  function toTheTop() {
    const heading = document.getElementById("panel-heading");
    heading.focus({ preventScroll: true });
    heading.closest(".panel").scrollTop = 0;
    if (heading.getBoundingClientRect().top < 0) heading.scrollIntoView();
  }

  // Tabs as people who use them by keys know them: arrows move and choose, Home and End go to the ends.
  const TO = { ArrowRight: (at) => at + 1, ArrowLeft: (at) => at - 1, Home: () => 0, End: () => -1 };
  document.addEventListener(
    "keydown",
    (event) => {
      const tab = event.target.closest("[role=tab]");
      if (!tab || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === " ") {
        event.preventDefault();
        return void tab.click();
      }
      if (!TO[event.key]) return;
      const all = [...tab.closest("[role=tablist]").querySelectorAll("[role=tab]")];
      const next = all.at(TO[event.key](all.indexOf(tab)) % all.length);
      event.preventDefault();
      event.stopPropagation();
      next.focus();
      if (next !== tab) follow(next);
    },
    true,
  );
})();
