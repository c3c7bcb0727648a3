// A row that is moved or deleted keeps the keyboard: the focus goes along with the button that was
// pressed, or to what is next to it where that is gone or has nothing more to do.

(() => {
  const BUTTON = /st-key-tour_(up|down|delete)_(\w+)/;
  const ROWS = '[class*=st-key-tour_row_]';
  /** Which buttons of the same row come into question, by the one that was pressed. */
  const ALIKE = { up: ['up', 'down'], down: ['down', 'up'], delete: ['delete'] };
  /** So long what was pressed may move its row, ms: a slow line, too; who presses anything ends it. */
  const LONGEST = 30_000;
  /** @type {{ kind: string, row: string, at: number, until: number } | null} */
  let pressed = null;

  const look = () => {
    const focused = document.activeElement;
    const lost = !focused || focused === document.body || focused.closest(ROWS) !== null;
    if (!pressed || !lost || performance.now() > pressed.until) return forget();
    const { kind, row, at } = pressed;
    const names = /** @type {Record<string, string[]>} */ (ALIKE)[kind] ?? [];
    const same = names.map((each) => button(`.st-key-tour_${each}_${row} button`)).find(Boolean);
    const rows = document.querySelectorAll(ROWS);
    const near = rows[Math.min(at, rows.length - 1)];
    const next = same ?? near?.querySelector('[class*=st-key-tour_delete_] button');
    if (next instanceof HTMLElement && next !== focused) next.focus();
  };
  const watch = new MutationObserver(look);

  const forget = () => {
    pressed = null;
    watch.disconnect();
  };

  /** @param {Event} event */
  const clicked = ({ target }) => {
    const found = target instanceof Element ? target.closest('[class*=st-key-tour_]') : null;
    const [, kind, row] = (found && BUTTON.exec(found.className)) || [];
    if (!found || !kind || !row) return;
    const at = [...document.querySelectorAll(ROWS)].findIndex((each) => each.contains(found));
    pressed = { kind, row, at, until: performance.now() + LONGEST };
    watch.observe(document.documentElement, { childList: true, subtree: true, attributes: true });
  };

  /** @param {string} selector */
  const button = (selector) => {
    const found = document.querySelector(selector);
    return found instanceof HTMLButtonElement && !found.disabled ? found : null;
  };

  addEventListener('click', clicked, true);
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, forget, true);
})();
