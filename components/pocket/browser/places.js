// Where each entry of the browser's history was scrolled to. Kept while the file is open, and nowhere else.

export class Places {
  constructor() {
    /** @type {Map<string, number>} by the key of an entry */
    this.kept = new Map();
    this.key = '';
    /** Whether what comes next leaves the screen where it is: a tap, a choice around the picture. */
    this.still = false;
    history.scrollRestoration = 'manual';
    addEventListener('scroll', () => this.kept.set(this.key, scrollY), { passive: true });
  }

  /**
   * An entry is shown: one that was seen before where it was left, another from its top.
   *
   * @param {boolean} anew whether other words stand on the screen
   * @returns {boolean} whether it was seen before
   */
  enter(anew) {
    const known = history.state?.key;
    const before = known && known !== this.key ? this.kept.get(known) : undefined;
    this.key = known ?? `${Date.now()}-${this.kept.size}`;
    if (!known) history.replaceState({ key: this.key }, '');
    if (before !== undefined) scrollTo(0, before);
    else if (anew || !this.still) scrollTo(0, 0);
    this.still = false;
    return before !== undefined;
  }
}
