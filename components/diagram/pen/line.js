// A line that a hand has drawn: fewer points, a smooth path, and how far a spot is from it. In mm; no
// screen here.

/** @import { Point } from '../browser/types.js' */

/** A curve never swings further between two points than this part of the way from one to the other. */
const SWING = 1 / 3;

/**
 * The points without which the line would look different.
 *
 * @param {Point[]} points
 * @param {number} off how far the line may be off, mm
 * @returns {Point[]}
 */
export function simplified(points, off) {
  if (points.length < 3) return points;
  const kept = new Uint8Array(points.length);
  kept[0] = 1;
  kept[points.length - 1] = 1;
  /** @type {[from: number, to: number][]} */
  const open = [[0, points.length - 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [from, to] = next;
    const { at, far } = furthest(points, from, to);
    if (far <= off) continue;
    kept[at] = 1;
    open.push([from, at], [at, to]);
  }
  return points.filter((_, i) => kept[i]);
}

/**
 * @param {Point[]} points
 * @param {number} from
 * @param {number} to
 */
function furthest(points, from, to) {
  let [at, far] = [from, -1];
  for (let i = from + 1; i < to; i++) {
    const d = toSegment(points[i], points[from], points[to]);
    if (d > far) [at, far] = [i, d];
  }
  return { at, far };
}

/**
 * A curve through all points.
 *
 * @param {Point[]} points
 */
export function smooth(points) {
  const [[x, y], ...rest] = points;
  if (!rest.length) return `M${mm(x)},${mm(y)}h.01`; // a dot: its round ends show it
  let d = `M${mm(x)},${mm(y)}`;
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i], points[i + 1]];
    const [ax, ay] = swung(a, points[i - 1] ?? a, b, b);
    const [bx, by] = swung(b, points[i + 2] ?? b, a, a);
    d += `C${mm(ax)},${mm(ay)} ${mm(bx)},${mm(by)} ${mm(b[0])},${mm(b[1])}`;
  }
  return d;
}

/**
 * Where a curve leaves a point: along the line between those beside it.
 *
 * @param {Point} at
 * @param {Point} before
 * @param {Point} after
 * @param {Point} to
 * @returns {Point}
 */
function swung(at, before, after, to) {
  const [wide, high] = [after[0] - before[0], after[1] - before[1]];
  const across = Math.hypot(wide, high);
  if (!across) return at;
  const part = Math.min(1 / 6, (SWING * apart(at, to)) / across);
  return [at[0] + wide * part, at[1] + high * part];
}

/**
 * How far a spot is from a line.
 *
 * @param {Point[]} points
 * @param {Point} spot
 */
export function farFrom(points, spot) {
  let least = apart(points[0], spot);
  for (let i = 1; i < points.length; i++) {
    least = Math.min(least, toSegment(spot, points[i - 1], points[i]));
  }
  return least;
}

/**
 * @param {Point} spot
 * @param {Point} a
 * @param {Point} b
 */
function toSegment(spot, a, b) {
  const [wide, high] = [b[0] - a[0], b[1] - a[1]];
  const long = wide * wide + high * high;
  if (!long) return apart(spot, a);
  const along = ((spot[0] - a[0]) * wide + (spot[1] - a[1]) * high) / long;
  const t = Math.max(0, Math.min(1, along));
  return apart(spot, [a[0] + t * wide, a[1] + t * high]);
}

/**
 * @param {Point} a
 * @param {Point} b
 */
const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** @param {number} value */
const mm = (value) => Math.round(value * 100) / 100;
