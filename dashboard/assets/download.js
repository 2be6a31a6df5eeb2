// Closes the Download menu as menus close: by Escape, by a click elsewhere, by a choice.
(() => {
  const menu = () => document.querySelector(".downloads[open]");
  document.addEventListener("keydown", (event) => {
    const opened = menu();
    if (event.key !== "Escape" || !opened) return;
    event.stopPropagation();
    opened.open = false;
    opened.querySelector("summary").focus();
  }, true);
  document.addEventListener("click", (event) => {
    const opened = menu();
    if (opened && !event.target.closest(".downloads summary")) opened.open = false;
  });
})();
