// The browser's history, kept short: Back leads out of any screen within a handful of presses.
//
// Streamlit pushes an entry whenever the address changes. Here, walking by arrow keys and sliding
// replace the entry, deliberate choices push one; the last of many on one screen replace it too, and so
// does what a screen adds to its own address when it comes. Whoever wants to know of a new address
// listens to `hc-address`.

(() => {
  /** So many choices on one screen have an entry of their own. */
  const MOST = 5;
  const SLIDER = '.stSlider, [role=slider], input[type=range]';
  const push = history.pushState.bind(history);
  const replace = history.replaceState.bind(history);
  /** Whether the last that a reader did was to walk or to slide. */
  let walks = false;
  /** Whether another screen has come and nothing was done on it yet: then it completes its address. */
  let arrived = false;
  /** Whether a link to another screen was followed that is still to come. */
  let leaves = false;

  /**
   * Whether a link has the app bring another screen; the ways of a tour change the address themselves.
   *
   * @param {Element | null} link
   */
  const leads = (link) =>
    link instanceof HTMLAnchorElement &&
    !link.dataset.go &&
    link.origin === location.origin &&
    link.pathname !== location.pathname;

  /** @param {Event} event */
  const acted = ({ type, target }) => {
    walks = target instanceof Element && target.closest(SLIDER) !== null;
    arrived = false;
    leaves = type === 'click' && target instanceof Element && leads(target.closest('a[href]'));
  };

  /** @param {KeyboardEvent} event */
  const pressed = (event) => {
    acted(event);
    if (event.target instanceof Element && event.target.closest('.hc-plot')) {
      walks = event.key.startsWith('Arrow');
    }
  };

  const moved = () => window.dispatchEvent(new Event('hc-address'));

  /** How many choices on this screen lie behind an entry. */
  const depth = () => Number(history.state?.choices) || 0;

  for (const type of ['pointerdown', 'click']) window.addEventListener(type, acted, true);
  window.addEventListener('keydown', pressed, true);

  history.pushState = (state, unused, url) => {
    const here = !url || new URL(url, location.href).pathname === location.pathname;
    const choices = here ? depth() : -1;
    if (here && leaves) return; // what goes along belongs to the screen that is to come
    const replaces = arrived || walks || choices >= MOST;
    if (here && replaces) replace({ ...state, choices }, unused, url);
    else push({ ...state, choices: choices + 1 }, unused, url);
    arrived = !here;
    leaves = false;
    moved();
  };
  history.replaceState = (state, unused, url) => {
    replace({ ...state, choices: depth() }, unused, url);
    moved();
  };
})();
