// One button per structure behind the picture, for those who swipe from one thing to the next: on a
// touch screen there are no arrow keys. Seen by screen readers only, and not by Tab.

import { part } from './part.js';

/** @import { Picture } from './picture.js' */

export class List {
  /**
   * @param {HTMLElement} root
   * @param {(id: string) => void} choose
   */
  constructor(root, choose) {
    this.element = part(root, '.hc-list');
    this.choose = choose;
    this.filled = '';
  }

  /** @param {AbortSignal} signal ends it */
  listen(signal) {
    /** @param {Event} event */
    const clicked = ({ target }) => {
      const id = target instanceof HTMLElement && target.dataset.id;
      if (id) this.choose(id);
    };
    this.element.addEventListener('click', clicked, { signal });
  }

  /**
   * List what the picture shows. Where names would give a quiz away there is no list.
   *
   * @param {Picture} picture
   */
  fill(picture) {
    const ids = picture.data.quiet ? [] : picture.order;
    const { names } = picture.figure.hipchain;
    const wanted = JSON.stringify(ids);
    if (wanted === this.filled) return;
    this.filled = wanted;
    this.element.hidden = ids.length === 0;
    this.element.replaceChildren(...ids.map((id) => button(id, names[id])));
  }
}

/**
 * @param {string} id
 * @param {string} name
 */
function button(id, name) {
  const made = document.createElement('button');
  made.type = 'button';
  made.tabIndex = -1;
  made.dataset.id = id;
  made.textContent = name;
  return made;
}
