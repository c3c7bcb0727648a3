// The picture: the anatomy as SVG, and over it what plotly draws, its axes in mm, names, rollers.

import { alike } from './alike.js';
import { dressed } from './dress.js';
import { fitted, mustShow, TALL_SECTION } from './fit.js';
import { isBody } from './kinds.js';
import { lowPoints } from './low.js';
import { markNames } from './named.js';
import { densityAt, nameBoxes, roomIn } from './names.js';
import { part } from './part.js';
import { isDark } from './scheme.js';
import { Sight } from './sight.js';

/** @import { Drawing } from './drawing.js' */
/** @import { Figure, Message, Plot, Plotly, Ranges, Root } from './types.js' */

const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: false };

export class Picture {
  /**
   * @param {Root} root
   * @param {{ data: Message, figure: Figure, drawing: Drawing }} wanted
   * @param {ConstructorParameters<typeof Sight>[1]} acts
   */
  constructor(root, { data, figure, drawing }, acts) {
    this.root = root;
    this.plot = /** @type {Plot} */ (part(root, '.hc-plot'));
    /** @type {Plotly | null} null until it has come: the anatomy does not wait for it */
    this.plotly = null;
    this.sight = new Sight(this.plot, acts);
    this.data = data;
    this.figure = figure;
    this.drawing = drawing;
    /** @type {boolean | null} null: nothing is drawn yet */
    this.dark = null;
    /** Whether plotly has drawn what is wanted. */
    this.written = false;
    /** For what frame all was drawn, px. */
    this.framed = { width: 0, height: 0 };
  }

  /**
   * Show the anatomy that a message asks for. Another pose of the same view needs nothing else.
   *
   * @param {{ data: Message, figure: Figure, drawing: Drawing }} wanted
   */
  show({ data, figure, drawing }) {
    const dark = this.isDark();
    const same = this.dark !== null && alike(this.data, data);
    this.data = data;
    this.figure = figure;
    this.root.dataset.mode = data.mode;
    this.root.dataset.scheme = dark ? 'dark' : 'light';
    this.hang(drawing);
    if (!same) this.frame();
    if (!same || dark !== this.dark) this.written = false;
    this.dark = dark;
  }

  /**
   * Put a drawing under the axes.
   *
   * @param {Drawing} drawing
   */
  hang(drawing) {
    drawing.hide(this.data.hidden);
    drawing.place(this.sight.drawn, this.size);
    this.drawing = drawing;
    const there = this.root.querySelector('.hc-art');
    if (there === drawing.svg) return;
    if (there) there.replaceWith(drawing.svg);
    else this.plot.before(drawing.svg);
  }

  /** Choose what is in sight, and what stands around the picture. */
  frame() {
    const { hipchain } = this.figure;
    const tall = hipchain.section && this.named && this.narrow;
    this.root.style.setProperty('--hc-tall', String(tall ? TALL_SECTION : hipchain.tall));
    const place = hipchain.view + JSON.stringify(this.data.frame || '');
    this.framed = this.size; // only now: the height depends on what was set above
    this.drawing.place(this.sight.enter(place, this.fit()), this.size);
    part(this.root, '.hc-title').textContent = hipchain.title;
    for (const side of ['left', 'right', 'top', 'bottom']) {
      part(this.root, `.hc-side-${side}`).textContent = hipchain.marks[side] || '';
    }
  }

  /**
   * Have plotly draw axes and names, where they are not there yet.
   *
   * @param {Plotly} plotly
   */
  async write(plotly) {
    this.plotly = plotly;
    if (this.written) return;
    const { data, layout } = this.figure;
    const traces = data.map((trace, number) => dressed(trace, number, this.look()));
    const { x, y } = this.sight.drawn;
    const full = {
      ...layout,
      ...this.size,
      xaxis: { ...layout.xaxis, range: [...x] },
      yaxis: { ...layout.yaxis, range: [...y] },
    };
    this.written = true;
    await plotly.react(this.plot, traces, full, CONFIG);
    markNames(this.plot);
  }

  /**
   * Draw all anew for a part of the view.
   *
   * @param {Ranges} ranges
   */
  async sharpen(ranges) {
    const change = { 'xaxis.range': [...ranges.x], 'yaxis.range': [...ranges.y] };
    if (this.plot._fullLayout) await this.plotly?.relayout(this.plot, change);
    this.drawing.place(ranges, this.size);
  }

  /** What all traces share when they are dressed. */
  look() {
    return {
      ink: this.ink,
      warning: this.figure.hipchain.warning,
      named: this.named,
      ...this.room,
    };
  }

  /** The ranges at which all fits. */
  fit() {
    const { data, hipchain } = this.figure;
    const { section, extent } = hipchain;
    const { density, font, high } = this.room;
    const must = mustShow(this.data.frame || extent, this.narrow, section);
    const labels = this.named ? nameBoxes(data, density, font, high) : [];
    const points = lowPoints(this.drawing.parts.filter(isBody), must);
    return fitted(must, this.size, { labels, points, section });
  }

  /** The structures that are seen, from the top of the picture to its foot. */
  get order() {
    return this.figure.hipchain.order.filter((id) => !this.data.hidden.includes(id));
  }

  /** @param {string} key */
  ink = (key) => this.figure.hipchain.overlay[this.dark ? 'dark' : 'light'][key];

  /** What there is room for beside the picture, and in which letters. */
  get room() {
    const density = roomIn(this.size, this.figure.hipchain.section);
    return { density, font: this.font, high: this.size.height };
  }

  get font() {
    return getComputedStyle(this.root).fontFamily;
  }

  get named() {
    return this.data.names && !this.data.quiet;
  }

  get narrow() {
    return densityAt(this.plot.clientWidth) === 'narrow';
  }

  get size() {
    return this.sight.size;
  }

  isDark() {
    return isDark(this.root);
  }

  /** Whether the frame has another size than what is drawn in it. */
  get outgrown() {
    const { width, height } = this.size;
    if (width < 10 || height < 10) return false; // it is not on the page, or not yet
    return this.framed.width !== width || this.framed.height !== height;
  }

  /** Draw anew in another size, whole again. */
  async resize() {
    this.sight.forget();
    this.frame();
    this.written = false;
    if (this.plotly) await this.write(this.plotly);
  }

  purge() {
    if (this.plot._fullLayout) this.plotly?.purge(this.plot);
  }
}
