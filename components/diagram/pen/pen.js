// The presenter's pen: what is drawn over the picture, by hand or by keys. A script of its own, which
// the diagram fetches only where somebody presents (browser/presenting.js).

import { part } from '../browser/part.js';
import { Brush } from './brush.js';
import { Hand } from './hand.js';
import { Ink } from './ink.js';
import { lasso } from './lasso.js';
import { pack, unpack } from './packed.js';
import { Sheet } from './sheet.js';
import { wished } from './shortcuts.js';
import { save } from './snapshot.js';
import { INKS, MOST, Strokes } from './strokes.js';
import { Toolbar } from './toolbar.js';
import { look, stayAwake } from './wake.js';

/** @import { Stage } from '../browser/stage.js' */
/** @import { Pen as Wanted, Point } from '../browser/types.js' */
/** @import { Act } from './toolbar.js' */

/** How far a ring stays away from what it rings, px. */
const BESIDE = 9;
const WORDS = {
  on: 'Drawing. Two fingers move the picture, Escape ends it.',
  off: 'Drawing has ended',
  full: `There is no room for more than ${MOST} strokes: undo or clear some`,
};

export class Pen {
  /**
   * @param {Stage} stage
   * @param {(words: string) => void} say
   */
  constructor(stage, say) {
    const { sight, plot } = stage.picture;
    this.stage = stage;
    this.say = say;
    const frame = part(stage.root, '.hc-stage');
    this.strokes = new Strokes();
    this.sheet = new Sheet(frame, plot, (factor) => sight.zoom(factor));
    this.ink = new Ink(this.sheet.element);
    this.tools = new Toolbar(frame, (act) => this.do(act));
    this.brush = new Brush(sight, this.strokes, this.ink, (isFull) => {
      if (isFull) this.say(WORDS.full);
      this.changed();
    });
    this.hand = new Hand({
      begin: (at, rubber) => this.brush.begin(at, rubber),
      extend: (spots) => this.brush.extend(spots),
      end: () => this.brush.end(),
      drop: () => this.brush.drop(),
      frame: () => plot.getBoundingClientRect(),
      ranges: () => sight.ranges,
      move: (ranges) => sight.move(ranges),
      hold: (held) => sight.hold(held),
    });
    /** @type {Wanted | null} what Python asked for last */
    this.wanted = null;
    /** What the strokes belong to. */
    this.drawing = '';
    this.isLeft = false;
    this.ending = new AbortController();
    this.sheet.listen(this.hand, this.ending.signal);
    const keyed = (/** @type {KeyboardEvent} */ event) => this.keyed(event);
    stage.root.addEventListener('keydown', keyed, { signal: this.ending.signal, capture: true });
    stage.more = [this.ink];
  }

  /**
   * What a message of Python's asks for: on another drawing other strokes, those that come with it.
   *
   * @param {Wanted} wanted
   */
  show(wanted) {
    const { view } = this.stage.picture.figure.hipchain; // its name says the side, too
    const drawing = `${view} ${wanted.of} ${wanted.ink}`;
    const same = this.drawing === drawing;
    this.wanted = wanted;
    this.drawing = drawing;
    this.isLeft = view.endsWith('-left');
    stayAwake();
    if (!same) {
      this.hand.leave();
      this.strokes.begin(unpack(wanted.ink, this.isLeft));
    }
    this.changed();
  }

  /** Nobody presents any more. */
  leave() {
    this.ending.abort();
    this.stage.more = [];
    for (const one of [this.sheet.element, this.ink.svg, this.tools]) one.remove();
    this.stage.root.classList.remove('hc-penned');
    delete this.stage.root.dataset.ink;
    look();
  }

  /** @param {KeyboardEvent} event */
  keyed(event) {
    const act = wished(event, this.sheet.isOn);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation(); // Escape would clear the selection
    this.do(act);
  }

  /** @param {Act | 'pen'} act */
  do(act) {
    const { brush, strokes } = this;
    if (act === 'pen' || act === 'done') this.turn(act === 'pen');
    else if (act === 'ink') brush.colour = (brush.colour + 1) % INKS;
    else if (act === 'ring') this.ring();
    else if (act === 'save') this.save();
    else if (act === 'undo') this.say(strokes.undo() ? 'Undone' : 'Nothing to undo');
    else if (act === 'clear') {
      strokes.clear();
      this.say('All strokes are gone; undo brings them back');
    } else {
      brush.tool = act;
      if (!this.sheet.isOn) this.turn(true);
    }
    this.changed();
  }

  /** @param {boolean} isOn */
  turn(isOn) {
    this.hand.leave();
    this.sheet.turn(isOn);
    this.stage.root.classList.toggle('hc-penned', isOn);
    this.tools.open(isOn);
    this.say(isOn ? WORDS.on : WORDS.off);
  }

  /** Paint what there is, and write it where whoever keeps it finds it. */
  changed() {
    const { all, past } = this.strokes;
    const { stroke, tool, colour: ink } = this.brush;
    const { drawn, size } = this.stage.picture.sight;
    this.ink.show(stroke ? [...all, stroke] : all);
    this.ink.place(drawn, size);
    this.stage.root.dataset.ink = pack(all, this.isLeft);
    const ringed = this.chosen().length > 0;
    const isDark = Boolean(this.stage.picture.dark);
    this.tools.tell({ tool, ink, isDark, empty: !all.length, back: past.length > 0, ringed });
  }

  /** The ids that are selected or lit. */
  chosen() {
    const { selected, lit } = this.stage;
    return selected ? [selected] : (lit?.ids ?? []);
  }

  /** Draw a ring around what is selected, as far as the picture shows it: for those who use keys. */
  ring() {
    const { solids, marks } = this.stage.picture.drawing;
    const ids = this.chosen();
    /** @type {Point[]} */
    const points = [...solids, ...marks]
      .filter(({ meta }) => ids.includes(meta.id))
      .flatMap(({ x, y }) => x.map((mm, i) => /** @type {Point} */ ([mm, y[i]])))
      .filter(([x]) => x !== null);
    const ring = lasso(points, BESIDE * this.brush.mmPerPx);
    if (!ring.length) this.say('The picture does not show what is selected');
    else if (!this.strokes.add(this.brush.fresh('draw', ring))) this.say(WORDS.full);
    else this.say('Ringed');
  }

  async save() {
    try {
      await save(this.stage, this.wanted?.credit ?? '');
      this.say('The picture is saved');
    } catch (error) {
      this.say('The picture could not be saved here');
      console.warn('HipChain picture:', error instanceof Error ? error.message : error);
    }
  }
}
