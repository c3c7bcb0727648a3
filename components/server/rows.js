// A row that is moved or deleted keeps the keyboard: the focus goes along with the button that was pressed, or to what
// is next to it where that is gone or has nothing more to do.

(() => {
  const BUTTON = /st-key-tour_(up|down|delete)_(\w+)/;
  const ROWS = '[class*=st-key-tour_row_]';
  /** @type {{ kind: string, row: string, at: number, until: number } | null} */
  let pressed = null;

  /** @param {Event} event */
  const clicked = ({ target }) => {
    const found = target instanceof Element && target.closest('[class*=st-key-tour_]');
    const [, kind, row] = (found && BUTTON.exec(found.className)) || [];
    if (!(found && kind && row)) return;
    const at = [...document.querySelectorAll(ROWS)].findIndex((each) => each.contains(found));
    pressed = { kind, row, at, until: performance.now() + 3000 };
  };

  const look = () => {
    if (!pressed) return;
    const focused = document.activeElement;
    const lost = focused === document.body || focused?.closest(ROWS) || !focused;
    if (!lost || performance.now() > pressed.until) {
      pressed = null;
      return;
    }
    const { kind, row, at } = pressed;
    const others = { up: ['up', 'down'], down: ['down', 'up'], delete: ['delete'] }[kind] ?? [];
    const same = others.map((each) => button(`.st-key-tour_${each}_${row} button`)).find(Boolean);
    const rows = document.querySelectorAll(ROWS);
    const near = rows[Math.min(at, rows.length - 1)]?.querySelector('[class*=st-key-tour_delete_] button');
    const next = same ?? near;
    if (next instanceof HTMLElement && next !== focused) next.focus();
  };

  /** @param {string} selector */
  const button = (selector) => {
    const found = document.querySelector(selector);
    return found instanceof HTMLButtonElement && !found.disabled ? found : null;
  };

  addEventListener('click', clicked, true);
  addEventListener('pointerdown', () => { pressed = null; }, true);
  addEventListener('keydown', () => { pressed = null; }, true);
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'class'] });
})();
