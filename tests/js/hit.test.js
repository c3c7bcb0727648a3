// What lies under a point: bodies front to back, dots and lines that are near enough.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { footprintUnder, hitUnder, stackUnder } from '../../components/diagram/browser/hit.js';
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

  it('knows what the point itself lies on, whatever is within reach beside it', () => {
    const solids = [body('muscle', -9, 9), body('bone', -9, 9)];
    const found = hitUnder({ marks: [dot('d', 3, 0)], solids }, { x: 0, y: 0 }, 1, 'finger');
    assert.deepEqual(found, { id: 'd', on: 'muscle', stack: ['d', 'muscle', 'bone'] });
    const beside = hitUnder({ marks: [dot('d', 3, 0)], solids: [] }, { x: 0, y: 0 }, 1, 'finger');
    assert.deepEqual(beside, { id: 'd', on: null, stack: ['d'] });
  });

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

describe('hitUnder', () => {
  const course = (id, low, high) => ({
    x: [-50, 50, 50, -50],
    y: [low, low, high, high],
    meta: { id, kind: 'over_line' },
  });
  const ligament = (id, from, to) => ({ ...body(id, from, to), meta: { id, kind: 'over_area' } });
  const dashed = (id, y, ...covers) => ({
    ...line(id, y),
    meta: { id, kind: 'under_line', covers },
  });
  const dashedArea = (id, from, to, ...covers) => ({
    ...body(id, from, to),
    meta: { id, kind: 'under_area', covers },
  });
  const hit = (marks, solids, [x, y], pointer = 'mouse') =>
    hitUnder({ marks, solids }, { x, y }, 1, pointer);
  const muscles = [body('maximus', -40, 40), body('piriformis', -40, 40), body('bone', -9, 9)];

  it('hits an open course on it and as far beside it as a line, and then the muscle', () => {
    const solids = [course('nerve', -5, 5), ...muscles];
    for (const pointer of ['mouse', 'finger']) {
      const edge = 5 + REACH.line[pointer];
      assert.equal(hit([], solids, [20, 0], pointer).id, 'nerve');
      assert.equal(hit([], solids, [20, edge], pointer).id, 'nerve');
      assert.equal(hit([], solids, [20, edge + 0.1], pointer).id, 'maximus');
    }
    assert.deepEqual(hit([], solids, [0, 0]).stack, ['nerve', 'maximus', 'piriformis', 'bone']);
  });

  it('prefers the course that is hit to a dot beside it, and the dot to a course that is only near', () => {
    const dots = [dot('tuberosity', 0, 8)];
    assert.equal(hit(dots, [course('nerve', -5, 5), ...muscles], [0, 4], 'finger').id, 'nerve');
    assert.equal(
      hit(dots, [course('nerve', -5, 5), ...muscles], [0, 7], 'finger').id,
      'tuberosity',
    );
  });

  it('hits a ligament rather than the course that is drawn under it there', () => {
    const solids = [ligament('ligament', -5, 5), course('nerve', -2, 2), ...muscles];
    assert.deepEqual(hit([], solids, [0, 0]).stack.slice(0, 3), ['ligament', 'nerve', 'maximus']);
    assert.equal(hit([], solids, [0, 0]).id, 'ligament');
    assert.equal(hit([], solids, [0, 4], 'finger').id, 'ligament');
    assert.equal(hit([], solids, [20, 0]).id, 'nerve');
    const [front, ...behind] = [solids[1], solids[0], ...muscles];
    assert.equal(hit([], [front, ...behind], [0, 0]).id, 'nerve');
  });

  it('hits a dashed line, and lists it behind the last that covers it', () => {
    const found = hit([dashed('nerve', 0, 'maximus', 'elsewhere')], muscles, [20, 1]);
    assert.equal(found.id, 'nerve');
    assert.deepEqual(found.stack, ['maximus', 'nerve', 'piriformis']);
    assert.deepEqual(hit([dashed('nerve', 0, 'maximus')], muscles, [20, 9]).stack, [
      'maximus',
      'piriformis',
    ]);
    assert.deepEqual(hit([dashed('nerve', 0, 'maximus')], [], [20, 1]), {
      id: 'nerve',
      on: null,
      stack: ['nerve'],
    });
  });

  it('prefers what lies open to what is dashed', () => {
    const solids = [course('open', 3, 5), ...muscles];
    const beside = hit([dashed('deep', 1, 'maximus')], solids, [20, 1], 'finger');
    assert.deepEqual([beside.id, beside.on], ['open', 'maximus']);
    assert.equal(hit([], solids, [20, 4], 'finger').on, 'open');
  });

  it('hits an open area like any body, and a covered one never before a body', () => {
    const open = hit([], [ligament('ligament', -3, 3), ...muscles], [0, 0]);
    assert.deepEqual([open.id, open.stack[0]], ['ligament', 'ligament']);
    const covered = hit([dashedArea('ligament', -3, 3, 'maximus')], muscles, [0, 0]);
    assert.equal(covered.id, 'maximus');
    assert.deepEqual(covered.stack, ['maximus', 'ligament', 'piriformis', 'bone']);
    assert.equal(hit([dashedArea('ligament', -3, 3, 'maximus')], [], [0, 0]).id, 'ligament');
  });

  it('names what is laid over in several parts once', () => {
    const marks = [dashed('nerve', 0, 'maximus'), dashed('nerve', 1, 'maximus')];
    assert.deepEqual(hit(marks, [course('nerve', -1, 0), ...muscles], [20, 0]).stack, [
      'nerve',
      'maximus',
      'piriformis',
    ]);
  });
});
