// The keys of curating: each presses its button. In an open sheet Enter saves and Escape cancels. Holds no data.
(function () {
  "use strict";
  const visible = (element) => Boolean(element && element.offsetParent);
  const sheet = () => [...document.querySelectorAll(".curate .sheet")].find(visible);
  const press = (button) => {
    if (!visible(button) || button.disabled) return false;
    button.click();
    return true;
  };

  const BUSY = "input:not([type=checkbox]), textarea, [role=listbox], [role=combobox], .dash-dropdown-wrapper, .dash-dropdown-content";
  function inSheet(event, open) {
    if (event.key === "Escape") return press(open.querySelector(".cancel"));
    if (event.key === "ArrowDown" && event.target.matches("input[type=search]")) {
      const first = open.querySelector(".choice input");
      if (first) first.focus();
      return Boolean(first);
    }
    const text = event.target.matches("textarea:not(.line)") && !event.ctrlKey && !event.metaKey;
    if (event.key !== "Enter" || !open.contains(event.target) || text || event.target.closest("button")) return false;
    return press(open.querySelector(".save"));
  }
  function onPage(event) {
    const help = document.getElementById("help");
    const typing = visible(event.target) && event.target.closest(BUSY); // a field of a sheet that was closed is none
    const busy = (help && help.open) || document.querySelector(".dash-dropdown-content") || typing;
    if (busy || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false;
    return press([...document.querySelectorAll(".curate [data-key]")].find((button) => button.dataset.key === event.key));
  }
  // Before the keys of the page, which leave alone what was taken here.
  document.addEventListener(
    "keydown",
    (event) => {
      if (!document.querySelector(".curate") || event.isComposing) return;
      const open = sheet();
      if (open ? inSheet(event, open) : onPage(event)) event.preventDefault();
    },
    true,
  );

  // Two clicks on one button of a sheet are meant as one.
  let saved = 0;
  document.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest || !event.target.closest(".sheet .save")) return;
      if (event.timeStamp - saved < 600) event.stopPropagation();
      else saved = event.timeStamp;
    },
    true,
  );
  document.addEventListener("input", () => (saved = 0), true);

  // The sentence is read while its event is edited: between what stays above it and the sheet.
  function reveal() {
    const sentence = document.querySelector(".panel mark.sentence");
    if (!sentence) return;
    const above = [...document.querySelectorAll(".facts, .named")].map((each) => each.getBoundingClientRect().bottom);
    const [top, bottom] = [Math.max(0, ...above) + 6, document.querySelector(".curate").getBoundingClientRect().top];
    const place = sentence.getBoundingClientRect();
    if (place.top >= top && place.bottom <= bottom) return;
    const panel = document.querySelector("#react-entry-point .panel");
    (panel.scrollHeight > panel.clientHeight ? panel : window).scrollBy(0, place.top - top);
  }

  // The keyboard goes into the sheet that opens, and back to the event when it closes.
  let before = null;
  function focus() {
    requestAnimationFrame(() => {
      const open = sheet() || null;
      if (open === before) return;
      before = open;
      const first = open ? open.querySelector("textarea, input, button") : document.getElementById("panel-heading");
      const lost = document.activeElement === document.body || !visible(document.activeElement);
      if (first && (open || lost)) first.focus({ preventScroll: true });
      if (open && first.select) first.select();
      if (open) reveal();
    });
  }

  // What a change of the files does to the sheet holds for the sheet that was asked about. One that was closed meanwhile
  // stays closed; about one that was typed into it is asked again.
  const ordered = (_, value) =>
    value && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
  const same = (one, other) => JSON.stringify(one, ordered) === JSON.stringify(other, ordered);
  let times = 0;
  function followed(found, draft, ...form) {
    const { no_update, set_props } = window.dash_clientside;
    const kept = form.map(() => no_update);
    const nothing = [no_update, no_update, ...kept];
    if (!found || !same(found.asked[0], draft)) return nothing;
    if (!same(found.asked.slice(1), form)) {
      set_props("again", { data: ++times }); // by itself: as an output it would be a circle, and dropped
      return nothing;
    }
    return [found.draft ?? no_update, found.told ?? no_update, ...(found.form || kept)];
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { curating: { focus, followed } });
})();
