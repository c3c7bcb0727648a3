// What is in sight: zooming, and coming back to a view as it was left.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  inFrame,
  REST,
  Sight,
  transformed,
  zoomed,
} from '../../components/diagram/browser/sight.js';

const HOME = { x: [-100, 100], y: [-200, 200] };

describe('zoomed', () => {
  it('keeps the middle', () => {
    const ranges = { x: [0, 100], y: [-30, -10] };
    assert.deepEqual(zoomed(ranges, 0.5), { x: [25, 75], y: [-25, -15] });
    assert.deepEqual(zoomed(ranges, 2), { x: [-50, 150], y: [-40, 0] });
  });
});

describe('inFrame', () => {
  const frame = { width: 400, height: 800 };

  it('leaves ranges that have the form of the frame', () => {
    assert.deepEqual(inFrame(HOME, frame), HOME);
  });

  it('widens what is too narrow or too low, about its middle, and cuts nothing', () => {
    assert.deepEqual(inFrame({ x: [0, 10], y: [-200, 200] }, frame), {
      x: [-95, 105],
      y: [-200, 200],
    });
    assert.deepEqual(inFrame({ x: [-100, 100], y: [0, 2] }, frame), {
      x: [-100, 100],
      y: [-199, 201],
    });
  });
});

describe('transformed', () => {
  it('lays what was drawn for one part of the view where it lies in another', () => {
    const frame = { width: 400, height: 800 };
    const to = (now) => transformed(HOME, now, frame);
    assert.equal(to(HOME), 'translate(0px, 0px) scale(1)');
    assert.equal(to({ x: [-50, 50], y: [-100, 100] }), 'translate(-200px, -400px) scale(2)');
    assert.equal(to({ x: [-110, 90], y: [-180, 220] }), 'translate(20px, 40px) scale(1)');
  });
});

/** A picture of 400 x 800 px at (100, 50) of the page, and all that is asked of its layers. */
const sightOf = (place, home = HOME) => {
  const frame = {
    clientWidth: 400,
    clientHeight: 800,
    getBoundingClientRect: () => ({ left: 100, top: 50, width: 400, height: 800 }),
  };
  const done = [];
  const acts = {
    follow: (transform) => done.push(transform),
    sharpen: async ({ x }) => done.push(`sharp ${x}`),
  };
  const sight = new Sight(frame, acts);
  sight.enter(place, home);
  done.length = 0;
  return { sight, done };
};

const rested = () => new Promise((done) => setTimeout(done, REST + 20));

describe('Sight', () => {
  it('comes back to a view as it was left, and to another from its start', async () => {
    const near = { x: [0, 10], y: [0, 20] };
    const { sight } = sightOf('kept');
    sight.move(near);
    assert.deepEqual(sight.enter('other', HOME), HOME);
    assert.deepEqual(sight.enter('kept', HOME), near);
    sight.forget();
    assert.deepEqual(sight.enter('kept', HOME), HOME);
  });

  it('shows the same part of the other side, mirrored', () => {
    const { sight } = sightOf('turns');
    sight.move({ x: [10, 40], y: [0, 60] });
    assert.deepEqual(sight.enter('turns-left', HOME), { x: [-40, -10], y: [0, 60] });
    sight.move({ x: [-30, 0], y: [0, 60] });
    assert.deepEqual(sight.enter('turns', HOME), { x: [0, 30], y: [0, 60] });
    sight.forget();
    assert.deepEqual(sight.enter('turns-left', HOME), HOME);
  });

  it('does not keep what is the whole view to the eye', () => {
    const { sight } = sightOf('whole');
    sight.move({ x: [-100.2, 100.2], y: [-200, 200] });
    const other = { x: [-50, 50], y: [-100, 100] };
    assert.deepEqual(sight.enter('whole', other), other);
  });

  it('zooms about the middle, and to the whole', () => {
    const { sight } = sightOf('zooms');
    sight.zoom(0.5);
    assert.deepEqual(sight.ranges, { x: [-50, 50], y: [-100, 100] });
    sight.zoom(0.5);
    assert.deepEqual(sight.ranges, { x: [-25, 25], y: [-50, 50] });
    sight.zoom(0);
    assert.deepEqual(sight.ranges, HOME);
  });

  it('moves what is drawn at once, and draws it sharp when it rests, once', async () => {
    const { sight, done } = sightOf('rests');
    sight.zoom(0.5);
    sight.zoom(0.5);
    assert.deepEqual(done, [
      'translate(-200px, -400px) scale(2)',
      'translate(-600px, -1200px) scale(4)',
    ]);
    await rested();
    assert.deepEqual(done.slice(2), ['sharp -25,25', '']);
  });

  it('is not sharp while a hand holds it', async () => {
    const { sight, done } = sightOf('held');
    sight.hold(true);
    sight.zoom(0.5);
    await rested();
    assert.equal(done.length, 1);
    sight.hold(false);
    await rested();
    assert.deepEqual(done.slice(1), ['sharp -50,50', '']);
  });

  it('forgets a movement when another view is entered', async () => {
    const { sight, done } = sightOf('left');
    sight.zoom(0.5);
    sight.enter('elsewhere', HOME);
    await rested();
    assert.deepEqual(done.slice(1), ['']);
  });

  it('turns a point of the page into mm, and knows its frame', () => {
    const { sight } = sightOf('points');
    assert.deepEqual(sight.pointAt(300, 450), { x: 0, y: 0, mmPerPx: 0.5 });
    assert.deepEqual(sight.pointAt(100, 50), { x: -100, y: 200, mmPerPx: 0.5 });
    sight.move({ x: [0, 100], y: [0, 200] }); // in the picture as it is seen, not as it was drawn
    assert.deepEqual(sight.pointAt(300, 450), { x: 50, y: 100, mmPerPx: 0.25 });
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
