// Dash's lists tell a screen reader what they are not: rows of checkboxes that claim to be options, a hidden field that
// takes the keyboard, lists and pop-ups without a name. This puts it right whenever they are drawn anew.
(function () {
  "use strict";
  const set = (element, name, value) => {
    if (element.getAttribute(name) === value) return;
    value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
  };
  const nameOf = (element, other) => {
    const group = element.parentElement.closest("[role=group][aria-label]");
    return group ? group.getAttribute("aria-label") : other;
  };

  function mend(root) {
    for (const opened of root.querySelectorAll(".dash-dropdown-content")) {
      const name = nameOf(opened, "Choose");
      set(opened, "aria-label", name);
      for (const field of opened.querySelectorAll(".dash-dropdown-search")) set(field, "aria-label", "Search in " + name);
    }
    for (const list of root.querySelectorAll(".dash-options-list")) {
      const filled = list.querySelector(".dash-options-list-option");
      const name = nameOf(list, "Show");
      set(list, "role", filled ? "group" : null);
      set(list, "aria-label", filled ? name : null);
    }
    for (const row of root.querySelectorAll(".dash-options-list-option")) {
      set(row, "role", null);
      set(row, "aria-selected", null);
    }
    // The button takes the keyboard itself; the hidden field before it only handed it on.
    for (const field of root.querySelectorAll(".dash-dropdown-focus-target")) {
      set(field, "tabindex", "-1");
      set(field.nextElementSibling, "tabindex", "0");
    }
  }

  // Only what holds controls is watched, not the chart, which draws thousands of parts.
  const CHANGES = { subtree: true, childList: true, attributes: true, attributeFilter: ["role", "aria-selected", "tabindex"] };
  const waiting = new MutationObserver(() => {
    const roots = document.querySelectorAll("#react-entry-point .top, #react-entry-point .panel"); // not those of first.js
    if (roots.length < 2) return;
    waiting.disconnect();
    for (const root of roots) {
      mend(root);
      new MutationObserver(() => mend(root)).observe(root, CHANGES);
    }
  });
  waiting.observe(document.documentElement, { subtree: true, childList: true });
})();
