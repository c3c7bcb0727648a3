// The shape of an arrow between two points, px. No screen here.

/** @import { Curve, Point, Pointer } from './types.js' */

/** How near to an arrow is on it, px. */
export const REACH = { mouse: 12, finger: 22 };
/** The sign on an arrow's middle is a target of its own, px. */
const SIGN = 12;
/** Free px at both ends of an arrow. */
const SHORT = 11;
/** Pieces of an arrow's line. */
const PIECES = 16;
/** Where the bars of a struck arrow stand: two pairs, beside the sign. */
const BARRED = [3, 5, 11, 13];

/**
 * A gentle bend to one side, so that an arrow and its reverse do not lie on each other; short of
 * both ends.
 *
 * @param {Point} from
 * @param {Point} to
 * @param {boolean} [flipped] bends the other way: in a mirrored picture
 * @returns {Curve}
 */
export function curve(from, to, flipped = false) {
  const [across, down] = [to[0] - from[0], to[1] - from[1]];
  const long = Math.hypot(across, down) || 1;
  const bend = Math.min(0.2, 26 / long + 0.06) * (flipped ? -1 : 1);
  /** @type {Point} the point that pulls the line to its side */
  const pull = [(from[0] + to[0]) / 2 - down * bend, (from[1] + to[1]) / 2 + across * bend];
  /**
   * @param {number} t 0 at the start, 1 at the end
   * @returns {Point}
   */
  const at = (t) => [between(from[0], pull[0], to[0], t), between(from[1], pull[1], to[1], t)];
  const cut = Math.min(0.3, SHORT / long);
  const samples = Array.from({ length: PIECES + 1 }, (_, n) =>
    at(cut + ((1 - 2 * cut) * n) / PIECES),
  );
  return {
    d: `M${samples.map((p) => p.join()).join('L')}`,
    samples,
    mid: at(0.5),
    end: samples[PIECES],
    before: samples[PIECES - 2],
  };
}

/**
 * A point of a quadratic curve, in one direction.
 *
 * @param {number} from
 * @param {number} pull
 * @param {number} to
 * @param {number} t
 */
function between(from, pull, to, t) {
  return (1 - t) ** 2 * from + 2 * t * (1 - t) * pull + t * t * to;
}

/**
 * The path of a head at `to`.
 *
 * @param {Point} from
 * @param {Point} to
 * @param {number} size
 */
export function head(from, to, size) {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  /**
   * @param {number} far
   * @param {number} turn
   */
  const at = (far, turn) => {
    const x = to[0] + far * Math.cos(angle + turn);
    return `${x},${to[1] + far * Math.sin(angle + turn)}`;
  };
  return `M${to.join()}L${at(-size, 0.45)}L${at(-size * 0.7, 0)}L${at(-size, -0.45)}Z`;
}

/**
 * The paths of the bars that strike an arrow through.
 *
 * @param {Point[]} samples
 */
export function bars(samples) {
  return BARRED.map((n) => {
    const [[px, py], [qx, qy]] = [samples[n - 1], samples[n + 1]];
    const long = Math.hypot(qx - px, qy - py) || 1;
    const u = (-(qy - py) / long) * 8;
    const v = ((qx - px) / long) * 8;
    const [x, y] = samples[n];
    return `M${x - u},${y - v}L${x + u},${y + v}`;
  });
}

/**
 * The id of the arrow at a point: the nearest that is within reach; null where none is.
 *
 * @param {({ id: string } & Pick<Curve, 'samples' | 'mid'>)[]} arrows
 * @param {number} x
 * @param {number} y
 * @param {Pointer} pointer
 */
export function nearest(arrows, x, y, pointer) {
  const near = arrows.map(({ id, samples, mid }) => {
    const line = Math.min(...samples.map(([u, v]) => Math.hypot(u - x, v - y)));
    const sign = Math.hypot(mid[0] - x, mid[1] - y) - SIGN;
    return { id, away: Math.min(line, sign) };
  });
  near.sort((a, b) => a.away - b.away);
  return near.length > 0 && near[0].away <= REACH[pointer] ? near[0].id : null;
}
