// Links within the app take along what holds on every screen: presenter's view, client's side, tour.
//
// A link says what its screen shows and need not know these. It is completed when a hand or a key comes
// to it, so that it is right in a new tab and in a copy, too. What ends one says so (`data-alone`).

(() => {
  const NAMES = ['names'];
  const LINK = 'a[href]:not([data-alone], [download])';

  /** @param {Event} event */
  const come = ({ target }) => {
    const link = target instanceof Element ? target.closest(LINK) : null;
    if (link instanceof HTMLAnchorElement && link.origin === location.origin) complete(link);
  };

  /** @param {HTMLAnchorElement} link */
  const complete = (link) => {
    const there = new URL(link.href);
    const here = new URLSearchParams(location.search);
    for (const name of NAMES) {
      const value = here.get(name);
      if (value && !there.searchParams.has(name)) there.searchParams.set(name, value);
    }
    if (there.href !== link.href) link.href = there.href;
  };

  for (const type of ['pointerdown', 'focusin', 'click', 'contextmenu']) {
    window.addEventListener(type, come, true);
  }
})();
