// The fitting of a view into its frame: nothing is cut off, nothing lies under a button, and it is
// as large as can be.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fitted, mustShow } from '../../components/diagram/browser/fit.js';
import { lowPoints } from '../../components/diagram/browser/low.js';

const MUST = { x: [-100, 100], y: [-200, 200] };
const SIZE = { width: 900, height: 600 };
const EMPTY = { labels: [], points: [], section: false };
const label = (x, y, left, right, low = -8, high = 8) => ({ x, y, left, right, low, high });

const fit = (content, size = SIZE, must = MUST) => {
  const { x, y } = fitted(must, size, { ...EMPTY, ...content });
  const scale = size.width / (x[1] - x[0]);
  return { x, y, scale, across: (mm) => (mm - x[0]) * scale, up: (mm) => (mm - y[0]) * scale };
};
const close = (a, b, by = 0.01) => assert.ok(Math.abs(a - b) <= by, `${a} is not ${b}`);

describe('fitted', () => {
  it('has one scale for both directions', () => {
    const { x, y } = fit({});
    close(SIZE.width / (x[1] - x[0]), SIZE.height / (y[1] - y[0]), 1e-9);
  });

  it('shows what it must where the frame has no size', () => {
    for (const size of [
      { width: 0, height: 0 },
      { width: 300, height: 0 },
    ]) {
      assert.deepEqual(fitted(MUST, size, EMPTY), MUST);
    }
  });

  it('fills a frame that is low from its foot to its top', () => {
    const { scale, up } = fit({});
    close(scale, SIZE.height / 400, 0.003);
    close(up(-200), 0, 1);
    close(up(200), SIZE.height, 1);
  });

  it('fills a frame that is narrow, but for free edges and the buttons', () => {
    const size = { width: 300, height: 900 };
    const { scale, across } = fit({}, size);
    close(scale, (300 - 2 * 6) / 200, 0.003);
    close(across(-100), 6, 1);
    close(across(100), 294, 1);
  });

  it('stands in the middle', () => {
    const { across, up } = fit({});
    close(across(-100), SIZE.width - across(100), 0.01);
    close(up(-200), SIZE.height - up(200), 0.01);
  });

  it('keeps the longest name inside', () => {
    const size = { width: 420, height: 600 };
    const long = label(-100, 0, -180, 0);
    const { across, scale } = fit({ labels: [long] }, size);
    assert.ok(across(-100) - 180 >= 6 - 0.5);
    assert.ok(scale < fit({}, size).scale, 'it makes room by being smaller');
  });

  it('keeps names above and below inside', () => {
    const labels = [label(0, 200, -40, 40, 0, 40), label(0, -200, -40, 40, -60, 0)];
    const { up } = fit({ labels });
    assert.ok(up(200) + 40 <= SIZE.height + 0.5);
    assert.ok(up(-200) - 60 >= -0.5);
  });

  it('keeps low names off the buttons, and lets high ones to the edge', () => {
    const size = { width: 420, height: 600 };
    const low = fit({ labels: [label(100, -180, 0, 120)] }, size);
    assert.ok(low.across(100) + 120 <= size.width - 60 + 0.5);
    const high = fit({ labels: [label(100, 180, 0, 120)] }, size);
    assert.ok(high.across(100) + 120 <= size.width - 6 + 0.5);
    assert.ok(high.scale > low.scale);
  });

  it('keeps low parts of the picture off the buttons', () => {
    const size = { width: 300, height: 700 };
    const { across, up } = fit({ points: [[100, -190]] }, size);
    assert.ok(up(-190) < 214);
    assert.ok(across(100) <= size.width - 60 + 0.5);
  });

  it('leaves room for the words at the edges of a section', () => {
    const { up } = fit({ section: true });
    assert.ok(up(-200) >= 22 - 0.5);
    assert.ok(up(200) <= SIZE.height - 22 + 0.5);
  });

  it('is as large as can be: a little larger does not fit', () => {
    const size = { width: 420, height: 600 };
    const { scale } = fit({ labels: [label(-100, 0, -180, 0)] }, size);
    close(scale * 200 + 180 + 6 + 6, size.width, 1);
  });
});

describe('mustShow', () => {
  const extent = { x: [-90, 100], whole: [-90, 230], y: [-1, 1] };

  it('lets a narrow screen cut the far side off', () => {
    assert.deepEqual(mustShow(extent, true, false).x, extent.x);
    assert.deepEqual(mustShow(extent, false, false).x, extent.whole);
  });

  it('never cuts a section', () => {
    assert.deepEqual(mustShow(extent, true, true).x, extent.whole);
  });
});

describe('lowPoints', () => {
  it('takes the lower half, within what must be shown, and no null', () => {
    const bodies = [{ x: [0, 50, null, 101, 102, 20], y: [-10, 10, null, -10, -10, -30] }];
    assert.deepEqual(lowPoints(bodies, { x: [-100, 100], y: [-40, 44] }), [
      [0, -10],
      [101, -10],
      [20, -30],
    ]);
  });
});
