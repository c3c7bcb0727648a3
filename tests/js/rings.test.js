// Rings and lines: parts, holes, bounds, distances.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  boundsOf,
  distance,
  eachSegment,
  inside,
  overlap,
  pathOf,
} from '../../components/diagram/browser/rings.js';

const SQUARE = { x: [0, 10, 10, 0], y: [0, 0, 10, 10] };
const HOLED = {
  x: [0, 10, 10, 0, null, 4, 6, 6, 4],
  y: [0, 0, 10, 10, null, 4, 4, 6, 6],
};
const APART = {
  x: [0, 2, 2, 0, null, 8, 10, 10, 8],
  y: [0, 0, 2, 2, null, 8, 8, 10, 10],
};
const LINE = { x: [0, 10], y: [0, 0] };

const segments = (shape) => {
  const found = [];
  eachSegment(shape, (...segment) => found.push(segment));
  return found;
};

describe('eachSegment', () => {
  it('leads every ring back to its own start, and says so', () => {
    const found = segments(APART);
    assert.equal(found.length, 8);
    assert.deepEqual(found[3], [0, 2, 0, 0, true]);
    assert.deepEqual(found[4], [8, 8, 10, 8, false]);
    assert.deepEqual(found[7], [8, 10, 8, 8, true]);
  });

  it('visits nothing of an empty shape, and nothing between two nulls', () => {
    assert.deepEqual(segments({ x: [], y: [] }), []);
    assert.equal(segments({ x: [0, 1, null, null], y: [0, 1, null, null] }).length, 2);
  });
});

describe('pathOf', () => {
  it('closes every ring of a body', () => {
    assert.equal(
      pathOf({ x: [0, 1, null, 5, 6], y: [2, 3, null, 7, 8] }, true),
      'M0,2L1,3ZM5,7L6,8Z',
    );
  });

  it('leaves a line open', () => {
    assert.equal(pathOf({ x: [0, 1, null, 5], y: [2, 3, null, 7] }, false), 'M0,2L1,3M5,7');
  });

  it('keeps two shapes with the same points apart', () => {
    const one = { x: [0, 1], y: [0, 1] };
    const other = { x: [0, 1], y: [0, 1] };
    assert.equal(pathOf(one, true), 'M0,0L1,1Z');
    assert.equal(pathOf(other, false), 'M0,0L1,1');
    assert.equal(pathOf(one, true), 'M0,0L1,1Z');
  });
});

describe('boundsOf', () => {
  it('takes the null between rings for no coordinate', () => {
    const shape = { x: [5, 7, null, 6, 9], y: [-3, -2, null, -8, -1] };
    assert.deepEqual(boundsOf(shape), { left: 5, right: 9, low: -8, high: -1 });
  });
});

describe('overlap', () => {
  const at = (x, y) => ({ x: [x, x + 10], y: [y, y + 10] });

  it('holds for bodies that share room', () => {
    assert.equal(overlap(SQUARE, at(9, 9)), true);
    assert.equal(overlap(at(9, 9), SQUARE), true);
  });

  it('holds for one within the other', () => {
    assert.equal(overlap(SQUARE, { x: [4, 5], y: [4, 5] }), true);
  });

  it('does not hold for neighbours that touch', () => {
    for (const [x, y] of [
      [10, 0],
      [-10, 0],
      [0, 10],
      [0, -10],
    ]) {
      assert.equal(overlap(SQUARE, at(x, y)), false, `${x}, ${y}`);
    }
  });

  it('does not hold where only one direction is shared', () => {
    assert.equal(overlap(SQUARE, at(5, 30)), false);
    assert.equal(overlap(SQUARE, at(30, 5)), false);
  });
});

describe('inside', () => {
  it('tells in from out', () => {
    assert.equal(inside(SQUARE, 5, 5), true);
    for (const [x, y] of [
      [-1, 5],
      [11, 5],
      [5, -1],
      [5, 11],
    ]) {
      assert.equal(inside(SQUARE, x, y), false, `${x}, ${y}`);
    }
  });

  it('takes a ring within a ring for a hole', () => {
    assert.equal(inside(HOLED, 5, 5), false);
    assert.equal(inside(HOLED, 2, 5), true);
    assert.equal(inside(HOLED, 8, 5), true);
  });

  it('knows every part of a structure, and not what lies between them', () => {
    assert.equal(inside(APART, 1, 1), true);
    assert.equal(inside(APART, 9, 9), true);
    assert.equal(inside(APART, 5, 5), false);
  });

  it('is not misled by a corner at the same height', () => {
    const diamond = { x: [0, 5, 10, 5], y: [5, 0, 5, 10] };
    assert.equal(inside(diamond, 5, 5), true);
    assert.equal(inside(diamond, -3, 5), false);
  });
});

describe('distance', () => {
  it('of a dot is that to its point', () => {
    assert.equal(distance({ x: [3], y: [4] }, 0, 0), 5);
  });

  it('of a line is that to its nearest place, ends included', () => {
    assert.equal(distance(LINE, 5, 2), 2);
    assert.equal(distance(LINE, 13, 4), 5);
    assert.equal(distance(LINE, -3, -4), 5);
  });

  it('does not lead a line back to its start', () => {
    const bent = { x: [0, 10, 10], y: [0, 0, 10] };
    assert.ok(Math.abs(distance(bent, 2, 8) - 8) < 1e-9);
  });

  it('does not jump over the gap between two lines', () => {
    const two = { x: [0, 1, null, 9, 10], y: [0, 0, null, 0, 0] };
    assert.equal(distance(two, 5, 0), 4);
  });

  it('bears two points on one spot', () => {
    assert.equal(distance({ x: [1, 1], y: [1, 1] }, 4, 5), 5);
  });
});
