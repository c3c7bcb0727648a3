// The anatomy as plotly draws it: which figure, in which colours, how large.

import { dressed } from './dress.js';
import { fitted, lowPoints, mustShow } from './fit.js';
import { densityAt, markNames, nameBoxes } from './names.js';
import { part } from './part.js';
import { Sight } from './sight.js';
import { isMark, isSolid } from './trace.js';

/** @import { Figure, Message, Plot, Plotly, Root, Trace } from './types.js' */

const CONFIG = {
  displayModeBar: false,
  scrollZoom: false,
  doubleClick: false,
  responsive: false,
};
/**
 * A section on a narrow screen has its names above and below: it is taller than wide, in % of the
 * width.
 */
const TALL_SECTION = 125;
/** Red, green and blue of a dark background add up to less. */
const DARK = 380;

export class Picture {
  /**
   * @param {Root} root
   * @param {Plotly} plotly
   * @param {Message} data
   * @param {Figure} figure
   */
  constructor(root, plotly, data, figure) {
    this.root = root;
    this.plot = /** @type {Plot} */ (part(root, '.hc-plot'));
    this.plotly = plotly;
    this.sight = new Sight(this.plot, plotly);
    this.data = data;
    this.figure = figure;
    /** @type {boolean | null} null: nothing is drawn yet */
    this.dark = null;
    /** @type {Trace[]} bodies that are not hidden, from the front to the back */
    this.solids = [];
    /** @type {Trace[]} */
    this.marks = [];
  }

  /**
   * Draw what a message asks for, where that is not what is there.
   *
   * @param {Message} data
   * @param {Figure} figure
   */
  async show(data, figure) {
    const same = alike(this.data, data);
    const dark = this.isDark();
    this.data = data;
    this.figure = figure;
    if (same && dark === this.dark) return;
    this.dark = dark;
    await this.draw();
  }

  async draw() {
    const { data, layout, hipchain } = this.figure;
    const tall = hipchain.section && this.named && this.density === 'narrow';
    this.root.style.setProperty('--hc-tall', String(tall ? TALL_SECTION : hipchain.tall));
    const { size } = this; // only now: the height depends on what was set above
    const traces = data.map((trace, number) => dressed(trace, number, this.look()));
    const place = hipchain.view + JSON.stringify(this.data.frame || '');
    const { x, y } = this.sight.enter(place, this.fit());
    const full = {
      ...layout,
      ...size,
      dragmode: 'pan',
      xaxis: { ...layout.xaxis, range: [...x] },
      yaxis: { ...layout.yaxis, range: [...y] },
    };
    await this.plotly.react(this.plot, traces, full, CONFIG);
    const seen = this.plot.data.filter((t) => !this.data.hidden.includes(String(t.meta.id)));
    this.solids = seen.filter(isSolid).reverse();
    this.marks = seen.filter(isMark);
    markNames(this.plot);
    part(this.root, '.hc-title').textContent = hipchain.title;
    for (const side of ['left', 'right', 'top', 'bottom']) {
      part(this.root, `.hc-side-${side}`).textContent = hipchain.marks[side] || '';
    }
  }

  /** What all traces share when they are dressed. */
  look() {
    return {
      figure: this.figure.hipchain,
      ink: this.ink,
      dark: Boolean(this.dark),
      mode: this.data.mode,
      hidden: this.data.hidden,
      named: this.named,
      density: this.density,
      font: this.font,
    };
  }

  /** The ranges at which all fits. */
  fit() {
    const { data, hipchain } = this.figure;
    const { section, extent } = hipchain;
    const { density, font } = this;
    const must = mustShow(this.data.frame || extent, density === 'narrow', section);
    const labels = this.named ? nameBoxes(data, density, font, this.data.hint) : [];
    const points = lowPoints(data.filter(isSolid), must);
    return fitted(must, this.size, { labels, points, section });
  }

  /** @param {string} key */
  ink = (key) => this.figure.hipchain.overlay[this.dark ? 'dark' : 'light'][key];

  get font() {
    return getComputedStyle(this.root).fontFamily;
  }

  get named() {
    return this.data.names && !this.data.quiet;
  }

  get density() {
    return densityAt(this.plot.clientWidth);
  }

  get size() {
    return { width: this.plot.clientWidth, height: this.plot.clientHeight };
  }

  /** Whether the page is dark, whoever made it so: the reader's system, or Streamlit's menu. */
  isDark() {
    const { backgroundColor } = getComputedStyle(this.root);
    const [red, green, blue] = (backgroundColor.match(/[\d.]+/g) || [255, 255, 255]).map(Number);
    return red + green + blue < DARK;
  }

  /** Whether the frame has another size than what is drawn in it. */
  get outgrown() {
    const { width, height } = this.size;
    const drawn = this.plot._fullLayout;
    if (width < 10 || height < 10 || !drawn) return false; // it is not on the page, or not yet
    return Math.abs(drawn.width - width) >= 1 || Math.abs(drawn.height - height) >= 1;
  }

  /** Draw anew in another size, whole again. */
  async resize() {
    this.sight.forget();
    await this.draw();
  }

  purge() {
    if (this.plot._fullLayout) this.plotly.purge(this.plot);
  }
}

/**
 * Whether two messages ask for the same drawing.
 *
 * @param {Message} one
 * @param {Message} other
 */
function alike(one, other) {
  /** @param {Message} message */
  const drawing = ({ figure, mode, frame, hidden }) =>
    JSON.stringify([figure, mode, frame, hidden]);
  return drawing(one) === drawing(other);
}
