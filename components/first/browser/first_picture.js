// The first picture: as large as the app will draw it, with its names, and with what is tapped
// marked.

import { fitted, mustShow, TALL_SECTION } from '../../diagram/browser/fit.js';
import { densityAt, nameBoxes, roomIn } from '../../diagram/browser/names.js';
import { part } from '../../diagram/browser/part.js';
import { drawNames } from './labels.js';
import { paint } from './mark.js';
import { under } from './under.js';

/** @import { Data } from './types.js' */

/** What a link says where nothing is selected. */
const NOTHING = 'none';

export class Picture {
  /**
   * @param {HTMLElement} layer
   * @param {Data} data
   */
  constructor(layer, data) {
    this.layer = layer;
    this.data = data;
    this.frame = part(layer, '.hc-plot');
    this.diagram = part(layer, '.hc-diagram');
    /** @type {string | null | undefined} what was tapped; undefined: nothing was */
    this.chosen = undefined;
    this.fit();
    /** When the app takes over, nothing of the page holds this any longer. */
    this.ending = new AbortController();
    const { signal } = this.ending;
    const fit = () => this.fit();
    // its names have other widths
    document.fonts.addEventListener('loadingdone', fit, { signal });
    addEventListener('resize', fit, { signal });
    paint(this.frame, this.frame.dataset.structure || null);
    this.frame.addEventListener('click', (event) => this.tap(event));
    part(layer, '.hc-peek').addEventListener('click', () => {
      part(this.layer, '[data-card]').scrollIntoView();
    });
    layer.dataset.tap = ''; // from here on a tap is answered
  }

  /** As large as the frame allows: the app's own rule, so that nothing moves when it takes over. */
  fit() {
    if (!this.layer.isConnected) return;
    const { data, frame } = this;
    const narrow = densityAt(frame.clientWidth) === 'narrow';
    const tall = data.section && narrow ? TALL_SECTION : data.tall;
    this.diagram.style.setProperty('--hc-tall', String(tall));
    const size = { width: frame.clientWidth, height: frame.clientHeight };
    const density = roomIn(size, data.section);
    const font = getComputedStyle(frame).fontFamily;
    const { x, y } = fitted(mustShow(data.extent, narrow, data.section), size, {
      labels: nameBoxes(data.labels, density, font, size.height),
      points: data.low[narrow ? 'narrow' : 'wide'],
      section: data.section,
    });
    const box = `${x[0]} ${-y[1]} ${x[1] - x[0]} ${y[1] - y[0]}`;
    for (const svg of frame.querySelectorAll('.hc-art, .hc-over')) {
      svg.setAttribute('viewBox', box);
      svg.setAttribute('style', `width: ${size.width}px; height: ${size.height}px`); // whole px
    }
    const scale = size.width / (x[1] - x[0]);
    for (const tile of frame.querySelectorAll('pattern')) {
      tile.setAttribute('patternTransform', `scale(${10 / scale})`);
    }
    drawNames(part(frame, '.hc-names'), data, density, {
      left: x[0],
      top: y[1],
      scale,
      high: size.height,
    });
  }

  /** @param {MouseEvent} event */
  tap(event) {
    const finger = /** @type {PointerEvent} */ (event).pointerType === 'touch';
    this.choose(under(this.frame, event.clientX, event.clientY, finger));
  }

  /** @param {string | null} id */
  choose(id) {
    this.chosen = id;
    paint(this.frame, id);
    this.peek(id);
    part(this.layer, '.hc-said').textContent = id ? this.data.names[id] : 'Nothing selected';
    part(this.layer, '[data-card]').innerHTML = `<div class="hc-stack hc-key-structure_card">${
      id ? this.data.heads[id] : '<h2>Nothing selected</h2>'
    }</div>`;
    this.address(id ?? NOTHING);
    this.whole();
  }

  /**
   * On a phone the card is out of sight: its head stands at the foot of the picture, and leads there.
   *
   * @param {string | null} id
   */
  peek(id) {
    this.diagram.classList.remove('hc-inviting');
    part(this.layer, '.hc-peek').hidden = !id;
    part(this.layer, '.hc-peek-words').innerHTML = id ? this.data.peeks[id] : '';
  }

  /**
   * The address names what was tapped: the app reads it when it connects, and links here keep it.
   *
   * @param {string} id
   */
  address(id) {
    const here = new URL(location.href);
    /** @type {HTMLLinkElement | null} */
    const known = document.querySelector('link[rel=canonical]');
    const said = new URL(known?.href ?? here).searchParams;
    // a short link may have led to what is laid over a layer: what is tapped now would not
    for (const [key, value] of said.has('also') ? said : []) here.searchParams.set(key, value);
    here.searchParams.set('structure', id);
    history.replaceState(history.state, '', here);
    for (const link of this.layer.querySelectorAll('.hc-seg a')) {
      const to = new URL(/** @type {HTMLAnchorElement} */ (link).href);
      to.searchParams.set('structure', id);
      link.setAttribute('href', to.href);
    }
  }

  /** The rest of the card, from the page that the address now names. */
  async whole() {
    const asked = this.chosen;
    try {
      const page = await (await fetch(location.href)).text();
      const card = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-card]');
      if (card && this.chosen === asked && this.layer.isConnected) {
        part(this.layer, '[data-card]').replaceChildren(...card.childNodes);
      }
    } catch {
      // name and verdict are there already
    }
  }
}
