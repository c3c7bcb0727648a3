// Paths of the drawing as lists of mm.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shapeOf } from '../../components/diagram/browser/outline.js';

describe('shapeOf', () => {
  it('goes from a start in steps, in tenths of a mm, and turns y over', () => {
    assert.deepEqual(shapeOf('M10 20l5 0 0-30z'), { x: [1, 1.5, 1.5], y: [-2, -2, 1] });
  });

  it('parts rings by null, as the hit test reads them', () => {
    assert.deepEqual(shapeOf('M0 0l10 0zM100 100l-10 0z'), {
      x: [0, 1, null, 10, 9],
      y: [-0, -0, null, -10, -10],
    });
  });

  it('reads numbers that only a minus parts, and the step of no length of a dot', () => {
    assert.deepEqual(shapeOf('M-5-7l-1-2'), { x: [-0.5, -0.6], y: [0.7, 0.9] });
    assert.deepEqual(shapeOf('M-50 70').x, [-5]);
  });

  it('is empty where there is nothing', () => {
    assert.deepEqual(shapeOf(''), { x: [], y: [] });
  });
});
