// A hand on the picture: what was under it stays under it, on the screen and in what is drawn when it rests.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grip, gripped } from '../../components/diagram/browser/pinch.js';
import { transformed } from '../../components/diagram/browser/sight.js';

const FRAME = { left: 100, top: 50, width: 400, height: 800 };
const RANGES = { x: [-100, 100], y: [-200, 200] };
const held = (x, y, wide) => ({ x, y, wide });

const mm = ({ x, y }, ranges) => [
  ranges.x[0] + ((x - FRAME.left) / FRAME.width) * (ranges.x[1] - ranges.x[0]),
  ranges.y[1] - ((y - FRAME.top) / FRAME.height) * (ranges.y[1] - ranges.y[0]),
];
const close = (a, b) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

describe('grip', () => {
  it('is the middle of two fingers, and how far they are apart', () => {
    assert.deepEqual(grip({ x: 0, y: 0 }, { x: 6, y: 8 }), { x: 3, y: 4, wide: 10 });
  });

  it('is never of no width', () => {
    assert.equal(grip({ x: 5, y: 5 }, { x: 5, y: 5 }).wide, 1);
  });
});

describe('gripped', () => {
  it('does nothing when nothing moves', () => {
    const ranges = gripped(held(300, 450, 80), held(300, 450, 80), FRAME, RANGES);
    assert.deepEqual(ranges, RANGES);
  });

  it('shows half as much when the fingers are twice as far apart', () => {
    const ranges = gripped(held(300, 450, 80), held(300, 450, 160), FRAME, RANGES);
    assert.deepEqual(ranges, { x: [-50, 50], y: [-100, 100] });
  });

  it('moves with the fingers', () => {
    const ranges = gripped(held(300, 450, 80), held(340, 430, 80), FRAME, RANGES);
    assert.equal(transformed(RANGES, ranges, FRAME), 'translate(40px, -20px) scale(1)');
    assert.deepEqual(ranges, { x: [-120, 80], y: [-210, 190] });
  });

  for (const [from, now] of [
    [held(150, 100, 60), held(150, 100, 130)],
    [held(480, 800, 200), held(400, 700, 90)],
    [held(120, 840, 77), held(333, 222, 201)],
  ]) {
    it(`keeps what is between the fingers there: ${from.wide} to ${now.wide} px`, () => {
      const ranges = gripped(from, now, FRAME, RANGES);
      const [x, y] = mm(from, RANGES);
      const [u, v] = mm(now, ranges);
      close(x, u);
      close(y, v);
    });

    it(`moves the drawing to where it will be drawn: ${from.wide} to ${now.wide} px`, () => {
      const ranges = gripped(from, now, FRAME, RANGES);
      const transform = transformed(RANGES, ranges, FRAME);
      const [x, y, scale] = transform.match(/-?[\d.]+(e-?\d+)?/g).map(Number);
      // the new left upper corner, in px of the picture as it was
      const corner = { x: FRAME.left - x / scale, y: FRAME.top - y / scale };
      const [u, v] = mm(corner, RANGES);
      close(u, ranges.x[0]);
      close(v, ranges.y[1]);
      close((ranges.x[1] - ranges.x[0]) * scale, 200);
    });
  }
});
