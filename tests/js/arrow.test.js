// Arrows: their bend, their head, the bars that strike them through, and which of them is hit.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bars, curve, head, nearest, REACH } from '../../components/diagram/browser/arrow.js';

const far = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);
const numbers = (path) => path.match(/-?[\d.]+(e-?\d+)?/g).map(Number);

describe('curve', () => {
  it('ends short of both points, so that their marks stay free', () => {
    const { samples, end } = curve([0, 0], [200, 0]);
    assert.ok(far(samples[0], [0, 0]) > 8);
    assert.ok(far(end, [200, 0]) > 8);
    assert.ok(far(end, [200, 0]) < 20);
  });

  it('bends to one side, and its reverse to the other', () => {
    const there = curve([0, 0], [200, 0]);
    const back = curve([200, 0], [0, 0]);
    assert.ok(there.mid[1] > 5);
    assert.ok(back.mid[1] < -5);
    assert.equal(there.mid[0], 100);
    assert.ok(curve([0, 0], [0, 200]).mid[0] < -5, 'the same side, seen along the arrow');
  });

  it('bends to the other side in a mirrored picture', () => {
    const there = curve([10, 20], [200, 90]);
    const mirrored = curve([-10, 20], [-200, 90], true);
    for (const [n, [x, y]] of there.samples.entries()) {
      assert.ok(far(mirrored.samples[n], [-x, y]) < 1e-9);
    }
  });

  it('bends gently: a longer arrow not much more than a shorter', () => {
    const short = curve([0, 0], [100, 0]).mid[1];
    const long = curve([0, 0], [600, 0]).mid[1];
    assert.equal(short, 10);
    assert.ok(long < 35);
  });

  it('draws its line through its samples, head last', () => {
    const { d, samples, before, end } = curve([10, 20], [30, 220]);
    assert.equal(samples.length, 17);
    assert.deepEqual(numbers(d).slice(0, 2), samples[0]);
    assert.deepEqual(numbers(d).slice(-2), end);
    assert.equal(before, samples[14]);
  });

  it('bears two points on one spot', () => {
    const { samples } = curve([5, 5], [5, 5]);
    assert.ok(samples.every((point) => far(point, [5, 5]) < 1e-9));
  });
});

describe('head', () => {
  it('has its tip at the end, and lies behind it', () => {
    const [x, y, ...rest] = numbers(head([0, 0], [100, 0], 10));
    assert.deepEqual([x, y], [100, 0]);
    for (const n of [0, 2, 4]) assert.ok(rest[n] < 100 && rest[n] >= 90);
    assert.ok(Math.abs(rest[1] + rest[5]) < 1e-9, 'its wings are alike');
  });
});

describe('bars', () => {
  it('stand across the line, beside the sign in its middle', () => {
    const { samples, mid } = curve([0, 0], [300, 0]);
    const found = bars(samples).map(numbers);
    assert.equal(found.length, 4);
    for (const [ax, ay, bx, by] of found) {
      assert.ok(Math.abs(far([ax, ay], [bx, by]) - 16) < 1e-9);
      assert.ok(Math.abs(bx - ax) < Math.abs(by - ay), 'across a line that runs sideways');
      assert.ok(far([(ax + bx) / 2, (ay + by) / 2], mid) > 20);
    }
  });
});

describe('nearest', () => {
  const flat = (id, y) => ({
    id,
    samples: Array.from({ length: 17 }, (_, n) => [n * 10, y]),
    mid: [80, y],
  });

  it('is the nearest within reach', () => {
    const arrows = [flat('a', 0), flat('b', 20)];
    assert.equal(nearest(arrows, 10, 4, 'finger'), 'a');
    assert.equal(nearest(arrows, 10, 13, 'finger'), 'b');
    assert.equal(nearest(arrows, 10, 60, 'finger'), null);
    assert.equal(nearest([], 0, 0, 'finger'), null);
  });

  it('reaches further for a finger than for a mouse', () => {
    assert.equal(nearest([flat('a', 0)], 20, REACH.mouse, 'mouse'), 'a');
    assert.equal(nearest([flat('a', 0)], 20, REACH.mouse + 1, 'mouse'), null);
    assert.equal(nearest([flat('a', 0)], 20, REACH.mouse + 1, 'finger'), 'a');
  });

  it('takes the sign on an arrow as part of it', () => {
    assert.equal(nearest([flat('a', 0)], 80, 22, 'mouse'), 'a');
    assert.equal(nearest([flat('a', 0)], 80, 25, 'mouse'), null);
    assert.equal(nearest([flat('line', 12), flat('sign', 23)], 80, 17.7, 'mouse'), 'sign');
  });
});
