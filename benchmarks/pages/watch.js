// Runs before a page's own scripts: tells, in milliseconds since the navigation began, when a picture stood on the screen.
(() => {
  const frames = (left, then) => requestAnimationFrame(() => (left > 1 ? frames(left - 1, then) : then()));
  // The frame in which it is there is only being made; in the one after the next it has been painted.
  const painted = () => new Promise((give) => frames(2, () => give(performance.now())));

  window.__painted = painted;
  window.__first = (there) =>
    new Promise((give) => {
      const look = () => (there() ? painted().then(give) : requestAnimationFrame(look));
      look();
    });
})();
