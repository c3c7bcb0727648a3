// The chosen structure, outlined over the first picture as the app outlines it: what lies in front
// is masked out, and a fine dashed line shows how the tissue goes on behind.

import { paintBody } from '../../diagram/browser/body.js';
import { part } from '../../diagram/browser/part.js';
import { add } from '../../diagram/browser/svg.js';

/** Further than any picture reaches, in tenths of a mm. */
const FAR = 20000;

/**
 * @param {HTMLElement} frame
 * @param {string | null} id
 */
export function paint(frame, id) {
  const over = part(frame, '.hc-over');
  over.replaceChildren();
  const own = [...frame.querySelectorAll(`.hc-art [data-id="${CSS.escape(id ?? '')}"]`)];
  if (!id || !own.length) return;
  const layer = add(over, 'g', { class: 'hc-tenths' });
  /** @type {SVGGraphicsElement[]} */
  const bodies = [
    ...frame.querySelectorAll(
      '.hc-art :not([hidden]) > :is(.fill, .patch, .foot > *, .over_line, .over_area)',
    ),
  ].map((body) => /** @type {SVGGraphicsElement} */ (body));
  bodies.forEach((body, number) => {
    if (!own.includes(/** @type {Element} */ (body.parentElement))) return;
    const before = bodies.slice(number + 1).filter((other) => covers(other, body, own));
    paintBody(layer, { d: way(body), isPatch: body.matches('.patch') }, before.map(way), {
      name: `hc-first-mask-${number}`,
      far: FAR,
    });
  });
  for (const element of own.flatMap((group) => [...group.children])) paintLine(layer, element);
}

/** @type {WeakMap<SVGGraphicsElement, DOMRect>} */
const boxes = new WeakMap();

/**
 * How far a body reaches: asked for once, a tap has no time for it.
 *
 * @param {SVGGraphicsElement} body
 */
function boxOf(body) {
  const known = boxes.get(body) ?? body.getBBox();
  boxes.set(body, known);
  return known;
}

/**
 * @param {SVGGraphicsElement} other
 * @param {SVGGraphicsElement} body
 * @param {Element[]} own
 */
function covers(other, body, own) {
  if (own.includes(/** @type {Element} */ (other.parentElement))) return false;
  const a = boxOf(other);
  const b = boxOf(body);
  const across = a.x < b.x + b.width && b.x < a.x + a.width;
  return across && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** @param {Element} element */
const way = (element) => element.getAttribute('d') ?? '';

/**
 * @param {Element} layer
 * @param {Element} element
 */
function paintLine(layer, element) {
  if (element.matches('.edge')) add(layer, 'path', { d: way(element), class: 'hc-sel-line' });
  else if (element.matches('.mark_core'))
    add(layer, 'path', { d: way(element), class: 'hc-sel-dot' });
  else if (element.matches('.mark_line, .mark_area, .under_line, .under_area')) {
    add(layer, 'path', { d: way(element), class: 'hc-sel-mark' });
  }
}
