// The tappable diagram: what a message from Python asks for is fetched, drawn, painted over and
// listened to.

import { fetchFigure, fetchPlotly } from './fetching.js';
import { oncePerFrame } from './frames.js';
import { part } from './part.js';
import { Picks } from './picks.js';
import { Picture } from './picture.js';
import { Stage } from './stage.js';

/** @import { Message, Ranges, Root } from './types.js' */

export class Diagram {
  /** @param {Root} root */
  constructor(root) {
    this.root = root;
    /** @type {Stage | null} null until plotly and the first figure have come */
    this.stage = null;
    this.listening = false;
    this.ending = new AbortController();
    this.messages = 0;
    /** @type {(pick: object) => void} tells Python */
    this.send = () => {};
    /** @type {() => void} shows the still picture instead */
    this.failed = () => {};
  }

  /** @param {Message} data */
  async update(data) {
    this.messages += 1;
    const number = this.messages;
    try {
      const [plotly, figure] = await Promise.all([
        fetchPlotly(data.plotly),
        fetchFigure(data.figure),
      ]);
      const overtaken = number !== this.messages;
      if (overtaken || this.ending.signal.aborted) return;
      this.stage ??= new Stage(this.root, new Picture(this.root, plotly, data, figure));
      await this.stage.picture.show(data, figure);
      this.stage.lay(data.extra || []);
      if (!this.listening) this.listen(this.stage);
      this.stage.select(data.selected || null);
      part(this.root, '.hc-hint').hidden = !data.hint;
      this.root.classList.add('hc-ready');
    } catch (error) {
      this.failed();
      console.warn('HipChain diagram:', error instanceof Error ? error.message : error);
    }
  }

  /** @param {Stage} stage */
  listen(stage) {
    this.listening = true;
    const { plot, sight } = stage.picture;
    new Picks(stage, (pick) => this.send(pick)).listen(this.ending.signal);
    plot.on('plotly_afterplot', () => stage.follow(sight.ranges));
    plot.on('plotly_relayouting', (change) => {
      if ('xaxis.range[0]' in change) stage.follow(rangesIn(change));
    });
    plot.on('plotly_relayout', () => sight.keep());
    this.watchSize(stage);
    this.watchTheme(stage);
  }

  /** @param {Stage} stage */
  watchSize(stage) {
    const { picture } = stage;
    const soon = oncePerFrame();
    const resized = async () => {
      if (!picture.outgrown) return;
      await picture.resize();
      stage.paint();
    };
    const size = new ResizeObserver(() => soon(resized));
    size.observe(picture.plot);
    this.ending.signal.addEventListener('abort', () => size.disconnect());
  }

  /** @param {Stage} stage */
  watchTheme({ picture }) {
    const theme = new MutationObserver(() => {
      if (picture.isDark() !== picture.dark) this.update(picture.data);
    });
    theme.observe(document.head, { childList: true }); // Streamlit swaps its styles with the theme
    this.ending.signal.addEventListener('abort', () => theme.disconnect());
  }

  destroy() {
    this.ending.abort();
    this.stage?.picture.purge();
    delete this.root.__diagram;
  }
}

/**
 * The ranges that plotly names while the mouse moves the picture.
 *
 * @param {Record<string, number>} change
 * @returns {Ranges}
 */
const rangesIn = (change) => ({
  x: [change['xaxis.range[0]'], change['xaxis.range[1]']],
  y: [change['yaxis.range[0]'], change['yaxis.range[1]']],
});
