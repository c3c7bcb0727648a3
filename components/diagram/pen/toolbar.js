// The pen's buttons: one that takes it up, then a toolbar in its place. Only its own keys move within
// it; the letters are the picture's (pen.js).

/** @typedef {'draw' | 'mark' | 'erase' | 'ink' | 'ring' | 'undo' | 'clear' | 'save' | 'done'} Act */

/** @type {Record<Act | 'pen', [name: string, path: string]>} */
const BUTTONS = {
  pen: ['Draw on the picture (D)', 'M4 20l1-4L16 5l3 3L8 19l-4 1M14 7l3 3'],
  draw: ['Draw (D)', 'M4 20l1-4L16 5l3 3L8 19l-4 1M14 7l3 3'],
  mark: ['Mark (M)', 'M6 15l7-9 5 4-7 9-4 .5-1-1zM4 21h16'],
  erase: ['Erase strokes (E)', 'M9 19l-5-5L13 5l6 6-8 8H9M8 10l6 6M9 19h11'],
  ink: ['Ink', 'M12 5a7 7 0 1 0 .01 0z'],
  ring: ['Ring what is selected', 'M12 5a7 7 0 1 0 .01 0M11 12h2'],
  undo: ['Undo (Ctrl+Z)', 'M8 5L4 9l4 4M4 9h9a5 5 0 0 1 0 10h-3'],
  clear: ['Clear all strokes', 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13'],
  save: ['Save the picture', 'M12 4v11M7 10l5 5 5-5M5 20h14'],
  done: ['Done (Escape)', 'M5 13l4.5 4.5L19 7'],
};
/** What the inks are called, of lines and of marks. */
const INKS = { draw: ['blue', 'black', 'green'], mark: ['blue', 'yellow', 'green'] };
const STEPS = new Map([
  ['ArrowDown', 1],
  ['ArrowRight', 1],
  ['ArrowUp', -1],
  ['ArrowLeft', -1],
]);

export class Toolbar {
  /**
   * @param {Element} stage
   * @param {(act: Act | 'pen') => void} act
   */
  constructor(stage, act) {
    this.act = act;
    this.opener = this.button('pen');
    this.opener.classList.add('hc-pen-open');
    this.opener.setAttribute('aria-expanded', 'false');
    this.bar = document.createElement('div');
    this.bar.className = 'hc-pen-bar';
    this.bar.hidden = true;
    const names = /** @type {Act[]} */ (Object.keys(BUTTONS).filter((name) => name !== 'pen'));
    /** @type {Map<Act, HTMLButtonElement>} */
    this.buttons = new Map(names.map((name) => [name, this.button(name)]));
    for (const [n, button] of [...this.buttons.values()].entries()) button.tabIndex = n ? -1 : 0;
    this.bar.append(...this.buttons.values());
    this.bar.addEventListener('keydown', (event) => this.step(event));
    const words = { role: 'toolbar', 'aria-label': 'Pen', 'aria-orientation': 'vertical' };
    for (const [name, value] of Object.entries(words)) this.bar.setAttribute(name, value);
    stage.append(this.opener, this.bar);
  }

  /** @param {Act | 'pen'} name */
  button(name) {
    const button = document.createElement('button');
    const [words, path] = BUTTONS[name];
    button.type = 'button';
    button.title = words;
    button.dataset.act = name;
    button.setAttribute('aria-label', words);
    button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
    button.addEventListener('click', () => this.clicked(button, name));
    return button;
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {Act | 'pen'} name
   */
  clicked(button, name) {
    if (name !== 'pen') this.reach(button);
    if (button.getAttribute('aria-disabled') !== 'true') this.act(name);
  }

  /**
   * Arrow keys, Home and End go from button to button.
   *
   * @param {KeyboardEvent} event
   */
  step(event) {
    const all = [...this.buttons.values()];
    const at = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const by = STEPS.get(event.key);
    const ends = new Map([
      ['Home', 0],
      ['End', all.length - 1],
    ]);
    const next = by ? (at + by + all.length) % all.length : ends.get(event.key);
    if (next === undefined || at < 0) return;
    this.reach(all[next]);
    all[next].focus();
    event.preventDefault();
  }

  /**
   * The one button that Tab reaches.
   *
   * @param {HTMLButtonElement} button
   */
  reach(button) {
    for (const other of this.buttons.values()) other.tabIndex = other === button ? 0 : -1;
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    const inside =
      this.bar.contains(document.activeElement) || document.activeElement === this.opener;
    this.bar.hidden = !isOpen;
    this.opener.hidden = isOpen;
    this.opener.setAttribute('aria-expanded', String(isOpen));
    if (!inside) return;
    if (isOpen) this.get('draw').focus();
    else this.opener.focus();
  }

  /**
   * Show what is on, and what can be done.
   *
   * @param {{ tool: string, ink: number, isDark: boolean, empty: boolean, back: boolean,
   *  ringed: boolean }} now
   */
  tell({ tool, ink, isDark, empty, back, ringed }) {
    for (const name of /** @type {const} */ (['draw', 'mark', 'erase'])) {
      this.get(name).setAttribute('aria-pressed', String(name === tool));
    }
    const kind = tool === 'mark' ? 'mark' : 'draw';
    const name = INKS[kind][ink];
    const words = `Ink: ${isDark && name === 'black' ? 'white' : name}. Change`;
    this.get('ink').setAttribute('aria-label', words);
    this.get('ink').title = words;
    this.get('ink').className = `hc-${kind} hc-ink-${ink}`;
    const off = { undo: !back, clear: empty, ring: !ringed };
    for (const [name, isOff] of Object.entries(off)) {
      this.get(/** @type {Act} */ (name)).setAttribute('aria-disabled', String(isOff));
    }
  }

  /** @param {Act} name */
  get(name) {
    return /** @type {HTMLButtonElement} */ (this.buttons.get(name));
  }

  remove() {
    this.opener.remove();
    this.bar.remove();
  }
}
