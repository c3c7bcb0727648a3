// Rings and lines: plain lists of x and y in mm, in which null parts one ring from the next. No
// screen here.

/** @import { Shape } from './types.js' */

/**
 * Visit every segment of every ring. The last one leads from a ring's end back to its start:
 * `closing`.
 *
 * @param {Shape} shape
 * @param {(ax: number, ay: number, bx: number, by: number, closing: boolean) => void} visit
 */
export function eachSegment({ x, y }, visit) {
  let start = 0;
  for (let i = 0; i <= x.length; i++) {
    if (i < x.length && x[i] !== null) continue;
    for (let j = start; j < i; j++) {
      const closing = j + 1 === i;
      const next = closing ? start : j + 1;
      visit(Number(x[j]), Number(y[j]), Number(x[next]), Number(y[next]), closing);
    }
    start = i + 1;
  }
}

/** @type {WeakMap<Shape, string>} */
const paths = new WeakMap();

/**
 * The path of an SVG in mm. Made once: a selection is painted from the same shapes at every tap.
 *
 * @param {Shape} shape
 * @param {boolean} closed whether each ring ends where it started
 */
export function pathOf(shape, closed) {
  const known = paths.get(shape);
  if (known !== undefined) return known;
  const close = closed ? 'Z' : '';
  let path = '';
  let pen = 'M';
  for (let i = 0; i < shape.x.length; i++) {
    if (shape.x[i] === null) {
      path += close;
      pen = 'M';
    } else {
      path += `${pen}${shape.x[i]},${shape.y[i]}`;
      pen = 'L';
    }
  }
  path += close;
  paths.set(shape, path);
  return path;
}

/** @typedef {{ left: number, right: number, low: number, high: number }} Bounds */
/** @type {WeakMap<Shape, Bounds>} */
const bounds = new WeakMap();

/**
 * How far a shape reaches, mm.
 *
 * @param {Shape} shape
 * @returns {Bounds}
 */
export function boundsOf(shape) {
  let found = bounds.get(shape);
  if (!found) {
    const xs = shape.x.filter((v) => v !== null);
    const ys = shape.y.filter((v) => v !== null);
    found = {
      left: Math.min(...xs),
      right: Math.max(...xs),
      low: Math.min(...ys),
      high: Math.max(...ys),
    };
    bounds.set(shape, found);
  }
  return found;
}

/**
 * Whether two shapes may lie over each other: their bounds do. Those that only touch do not.
 *
 * @param {Shape} one
 * @param {Shape} other
 */
export function overlap(one, other) {
  const a = boundsOf(one);
  const b = boundsOf(other);
  return a.left < b.right && b.left < a.right && a.low < b.high && b.low < a.high;
}

/**
 * Whether a point lies in a shape. A ring within a ring is a hole, so an odd number of edges must
 * be crossed.
 *
 * @param {Shape} shape
 * @param {number} x
 * @param {number} y
 */
export function inside(shape, x, y) {
  let odd = false;
  eachSegment(shape, (ax, ay, bx, by) => {
    const crosses = ay > y !== by > y;
    if (crosses && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  });
  return odd;
}

/**
 * How far a point is from a line or dot, mm. A line does not lead back to its start, a ring does.
 *
 * @param {Shape} shape
 * @param {number} x
 * @param {number} y
 * @param {boolean} [isRing]
 */
export function distance(shape, x, y, isRing = false) {
  if (shape.x.length === 1) return Math.hypot(x - Number(shape.x[0]), y - Number(shape.y[0]));
  let least = Number.POSITIVE_INFINITY;
  eachSegment(shape, (ax, ay, bx, by, closing) => {
    if (closing && !isRing) return;
    const u = bx - ax;
    const v = by - ay;
    const along = ((x - ax) * u + (y - ay) * v) / (u * u + v * v || 1);
    const k = Math.max(0, Math.min(1, along));
    least = Math.min(least, Math.hypot(x - ax - k * u, y - ay - k * v));
  });
  return least;
}
