// The tappable diagram: what a message from Python asks for is fetched, drawn, painted over and
// listened to.

import { fetchFigure, fetchPlotly } from './fetching.js';
import { oncePerFrame } from './frames.js';
import { Gallery } from './gallery.js';
import { Picks } from './picks.js';
import { followSliders } from './posing.js';
import { Presenting } from './presenting.js';
import { Stage } from './stage.js';

/** @import { Message, Root } from './types.js' */

export class Diagram {
  /** @param {Root} root */
  constructor(root) {
    this.root = root;
    this.gallery = new Gallery();
    /** @type {Stage | null} null until the first drawing has come */
    this.stage = null;
    /** @type {Picks | null} */
    this.picks = null;
    /** @type {Presenting | null} */
    this.presenting = null;
    this.ending = new AbortController();
    this.messages = 0;
    /** @type {Message['heard']} what the last message was drawn from */
    this.heard = null;
    /** @type {(pick: object) => void} tells Python */
    this.send = () => {};
    /** @type {() => void} shows what there is without the rest */
    this.failed = () => {};
  }

  /** @param {Message} data */
  async update(data) {
    this.messages += 1;
    this.heard = data.heard;
    const number = this.messages;
    const overtaken = () => number !== this.messages || this.ending.signal.aborted;
    const coming = fetchPlotly(data.plotly);
    coming.catch(() => {}); // it is awaited below
    try {
      const [figure, drawing] = await Promise.all([
        fetchFigure(data.figure),
        this.gallery.drawing(data.art),
      ]);
      if (overtaken()) return;
      const stage = this.stage ?? this.begin({ data, figure, drawing });
      stage.peek.expect(data); // first: the picture leaves it room
      stage.picture.show({ data, figure, drawing });
      stage.lay(data.extra || []);
      stage.select(data.selected || null, data.lit);
      this.picks?.list.fill(stage.picture);
      this.presenting?.show(data.pen);
      const plotly = await coming;
      if (overtaken()) return;
      await stage.picture.write(plotly);
      this.root.classList.remove('hc-failed');
      this.root.classList.add('hc-ready');
      this.gallery.expect(data.near);
    } catch (error) {
      this.failed();
      console.warn('HipChain diagram:', error instanceof Error ? error.message : error);
    }
  }

  /** @param {ConstructorParameters<typeof Stage>[1]} wanted */
  begin(wanted) {
    const stage = new Stage(this.root, wanted);
    const { signal } = this.ending;
    this.stage = stage;
    this.picks = new Picks(stage, (pick) => this.send(pick));
    this.picks.listen(signal);
    this.presenting = new Presenting(stage, (words) => this.picks?.say(words));
    stage.peek.listen(signal);
    followSliders(stage, this.gallery, signal);
    this.watchSize(stage);
    this.watchTheme(stage);
    return stage;
  }

  /** @param {Stage} stage */
  watchSize(stage) {
    const { picture } = stage;
    const soon = oncePerFrame();
    const resized = async () => {
      if (!picture.outgrown) return;
      await picture.resize();
      stage.paint();
      stage.lay(picture.data.extra || []);
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
    this.gallery.end();
    this.presenting?.show(null);
    this.stage?.picture.purge();
    delete this.root.__diagram;
  }
}
