// What lies under a point: bodies front to back, dots and lines that are near enough.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { footprintUnder, stackUnder } from '../../components/diagram/browser/hit.js';
import { REACH } from '../../components/diagram/browser/reach.js';

const body = (id, from, to) => ({
  x: [from, to, to, from],
  y: [from, from, to, to],
  meta: { id, kind: 'fill' },
});
const dot = (id, x, y) => ({ x: [x], y: [y], meta: { id, kind: 'mark_dot' } });
const line = (id, y) => ({ x: [-50, 50], y: [y, y], meta: { id, kind: 'mark_line' } });
const area = (id) => ({ x: [-5, 5, 5, -5], y: [-5, -5, 5, 5], meta: { id, kind: 'mark_area' } });

const under = (marks, solids, point, mmPerPx = 1, pointer = 'mouse') =>
  stackUnder({ marks, solids }, { x: point[0], y: point[1] }, mmPerPx, pointer);

describe('stackUnder', () => {
  it('names bodies from the front to the back, as they come', () => {
    const solids = [body('skin', -9, 9), body('muscle', -8, 8), body('bone', 3, 8)];
    assert.deepEqual(under([], solids, [5, 5]), ['skin', 'muscle', 'bone']);
    assert.deepEqual(under([], solids, [0, 0]), ['skin', 'muscle']);
    assert.deepEqual(under([], solids, [20, 0]), []);
  });

  it('names a structure of several parts once', () => {
    assert.deepEqual(under([], [body('a', -9, 9), body('b', -9, 9), body('a', -9, 9)], [0, 0]), [
      'a',
      'b',
    ]);
  });

  it('puts a dot that is near before what lies there', () => {
    assert.deepEqual(under([dot('asis', 5, 0)], [body('bone', -9, 9)], [0, 0]), ['asis', 'bone']);
  });

  for (const pointer of ['mouse', 'finger']) {
    it(`reaches as far as a ${pointer} is coarse, and no further`, () => {
      const far = REACH.dot[pointer];
      assert.deepEqual(under([dot('d', far, 0)], [], [0, 0], 1, pointer), ['d']);
      assert.deepEqual(under([dot('d', far + 0.1, 0)], [], [0, 0], 1, pointer), []);
      const beside = REACH.line[pointer];
      assert.deepEqual(under([line('n', beside)], [], [0, 0], 1, pointer), ['n']);
      assert.deepEqual(under([line('n', beside + 0.1)], [], [0, 0], 1, pointer), []);
    });
  }

  it('counts reach in px, whatever the scale', () => {
    assert.deepEqual(under([dot('d', 3, 0)], [], [0, 0], 0.6), ['d']); // 5 px
    assert.deepEqual(under([dot('d', 3, 0)], [], [0, 0], 0.4), []); // 7.5 px
    assert.deepEqual(under([dot('d', 30, 0)], [], [0, 0], 6), ['d']); // 5 px
  });

  it('does not let a nerve steal a tap that is not on it', () => {
    assert.ok(REACH.line.finger < REACH.dot.mouse);
    assert.deepEqual(under([line('nerve', 6)], [body('muscle', -9, 9)], [0, 0], 1, 'finger'), [
      'muscle',
    ]);
  });

  it('puts dots before lines, and the nearer of each first', () => {
    const marks = [line('far', 2), line('near', 0), dot('far dot', 5, 0), dot('near dot', 1, 0)];
    assert.deepEqual(under(marks, [], [0, 0]), ['near dot', 'far dot', 'near', 'far']);
  });

  const foot = (id, from, to, kind = 'origin') => ({ ...body(id, from, to), meta: { id, kind } });

  it('puts a footprint before the bone that it lies on', () => {
    const solids = [foot('muscle', 2, 5), body('bone', -9, 9)];
    assert.deepEqual(under([], solids, [3, 3]), ['muscle', 'bone']);
  });

  for (const pointer of ['mouse', 'finger']) {
    it(`finds a footprint as far beside it as a ${pointer} is coarse`, () => {
      const solids = [foot('muscle', 0, 2, 'insertion'), body('bone', -50, 50)];
      const far = REACH.footprint[pointer];
      for (const x of [-far, 2 + far]) {
        assert.deepEqual(under([], solids, [x, 1], 1, pointer), ['muscle', 'bone']);
      }
      assert.deepEqual(under([], solids, [2.1 + far, 1], 1, pointer), ['bone']);
      assert.deepEqual(under([], solids, [2 + far * 0.6, 1], 0.5, pointer), ['bone']);
    });
  }

  it('takes the nearest of several footprints, and none beside one that is hit', () => {
    const solids = [foot('far', -4, -3), foot('near', 1, 2), body('bone', -50, 50)];
    assert.deepEqual(under([], solids, [-1, 1.5], 1, 'finger'), ['near', 'bone']);
    assert.deepEqual(under([], solids, [-3.5, -3.5], 1, 'finger'), ['far', 'bone']);
  });

  it('says which end lies there', () => {
    const solids = [foot('a', 0, 2, 'insertion'), foot('a', 20, 22), body('bone', -50, 50)];
    const at = (x) => footprintUnder({ solids }, { x, y: x }, 1, 'mouse')?.meta.kind;
    assert.deepEqual([1, 21, 23, 10].map(at), ['insertion', 'origin', 'origin', undefined]);
  });

  it('reaches beside nothing but footprints', () => {
    assert.deepEqual(under([], [body('muscle', 0, 2)], [2.5, 1], 1, 'finger'), []);
  });

  it('hits no region: one would be near everywhere', () => {
    assert.deepEqual(under([area('triangle')], [], [5, 0]), []);
  });
});
