// Names: how many there is room for, and the box that each takes.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { densityAt, nameBox, roomIn, rows } from '../../components/diagram/browser/names.js';

describe('densityAt', () => {
  it('changes where the server drew for another width', () => {
    assert.deepEqual([390, 559, 560, 639, 640, 1200].map(densityAt), [
      'narrow',
      'narrow',
      'medium',
      'medium',
      'wide',
      'wide',
    ]);
  });
});

describe('roomIn', () => {
  it('has few names beside a low picture, however wide; a section goes by its width', () => {
    assert.equal(roomIn({ width: 700, height: 600 }, false), 'wide');
    assert.equal(roomIn({ width: 700, height: 360 }, false), 'narrow');
    assert.equal(roomIn({ width: 700, height: 360 }, true), 'wide');
  });
});

describe('rows', () => {
  it('writes a name in one row beside a low picture, where its rows would reach into the next', () => {
    assert.deepEqual(rows('Tensor<br>fasciae latae', 'middle left', 500), [
      'Tensor',
      'fasciae latae',
    ]);
    assert.deepEqual(rows('Tensor<br>fasciae latae', 'middle left', 360), ['Tensor fasciae latae']);
  });

  it('keeps the rows above and below a picture: there they stand side by side', () => {
    assert.deepEqual(rows('Vastus<br>medialis', 'top center', 360), ['Vastus', 'medialis']);
  });
});

describe('nameBox', () => {
  it('lies on the side that its position names', () => {
    const left = nameBox('middle left', 92, 1, 10);
    assert.deepEqual([left.left, left.right], [-100, 0]);
    const right = nameBox('middle right', 92, 1, 10);
    assert.deepEqual([right.left, right.right], [0, 100]);
    const above = nameBox('top center', 92, 1, 10);
    assert.deepEqual([above.left, above.right, above.low, above.high], [-50, 50, 0, 17]);
    const below = nameBox('bottom center', 92, 1, 10);
    assert.deepEqual([below.low, below.high], [-17, 0]);
  });

  it('grows with every line', () => {
    const box = nameBox('middle right', 50, 3, 10);
    assert.equal(box.high - box.low, 43);
    assert.equal(box.high, -box.low);
  });
});
