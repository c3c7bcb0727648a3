// Names: how many there is room for, and the box that each takes.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { densityAt, nameBox } from '../../components/diagram/browser/names.js';

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
