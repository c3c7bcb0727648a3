// What is in sight: zooming, and coming back to a view as it was left.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Sight, zoomed } from '../../components/diagram/browser/sight.js';

const HOME = { x: [-100, 100], y: [-200, 200] };

describe('zoomed', () => {
  it('keeps the middle', () => {
    const ranges = { x: [0, 100], y: [-30, -10] };
    assert.deepEqual(zoomed(ranges, 0.5), { x: [25, 75], y: [-25, -15] });
    assert.deepEqual(zoomed(ranges, 2), { x: [-50, 150], y: [-40, 0] });
  });
});

/** A picture of 400 x 800 px at (100, 50) of the page. */
const sightOf = (ranges) => {
  const axis = (range, px, up) => ({
    range,
    _offset: 0,
    _length: px,
    p2d: (at) => (up ? range[1] : range[0]) + (at / px) * (range[1] - range[0]) * (up ? -1 : 1),
  });
  const plot = {
    _fullLayout: { xaxis: axis([...ranges.x], 400), yaxis: axis([...ranges.y], 800, true) },
    getBoundingClientRect: () => ({ left: 100, top: 50 }),
  };
  const asked = [];
  const plotly = { relayout: async (_, change) => asked.push(change) };
  return { sight: new Sight(plot, plotly), asked };
};

describe('Sight', () => {
  it('comes back to a view as it was left, and to another from its start', () => {
    const near = { x: [0, 10], y: [0, 20] };
    const { sight } = sightOf(near);
    assert.deepEqual(sight.enter('kept', HOME), HOME);
    sight.keep();
    assert.deepEqual(sight.enter('other', HOME), HOME);
    assert.deepEqual(sight.enter('kept', HOME), near);
    sight.forget();
    assert.deepEqual(sight.enter('kept', HOME), HOME);
  });

  it('does not keep what is the whole view to the eye', () => {
    const { sight } = sightOf({ x: [-100.2, 100.2], y: [-200, 200] });
    sight.enter('whole', HOME);
    sight.keep();
    const other = { x: [-50, 50], y: [-9, 9] };
    assert.deepEqual(sight.enter('whole', other), other);
  });

  it('zooms about the middle, and to the whole', () => {
    const { sight, asked } = sightOf({ x: [0, 100], y: [0, 200] });
    sight.enter('zooms', HOME);
    sight.zoom(0.5);
    sight.zoom(0);
    assert.deepEqual(asked, [
      { 'xaxis.range': [25, 75], 'yaxis.range': [50, 150] },
      { 'xaxis.range': [-100, 100], 'yaxis.range': [-200, 200] },
    ]);
  });

  it('turns a point of the page into mm, and knows its frame', () => {
    const { sight } = sightOf(HOME);
    assert.deepEqual(sight.pointAt(300, 450), { x: 0, y: 0, mmPerPx: 0.5 });
    assert.deepEqual(sight.pointAt(100, 50), { x: -100, y: 200, mmPerPx: 0.5 });
    for (const [x, y] of [
      [99, 450],
      [501, 450],
      [300, 49],
      [300, 851],
    ]) {
      assert.equal(sight.pointAt(x, y), undefined);
    }
  });
});
