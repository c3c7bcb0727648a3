// The drawing that sliders ask for.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { posed } from '../../components/diagram/browser/pose.js';

const SLIDERS = {
  angles: { 'Trunk lean': 'lean', Drop: 'drop' },
  pose: { tilt: 0, drop: 4, lean: 0 },
  art: 'art.svg?v=1',
};

describe('posed', () => {
  it('is nothing where no slider poses the figure', () => {
    assert.equal(
      posed(null, () => 5),
      null,
    );
  });

  it('takes each angle from its slider, and from Python where there is none', () => {
    const at = new Map([['Trunk lean', 7]]);
    assert.equal(
      posed(SLIDERS, (label) => at.get(label)),
      'art.svg?v=1&pose=0_4_7',
    );
  });

  it('asks for whole degrees', () => {
    assert.equal(
      posed(SLIDERS, () => 2.6),
      'art.svg?v=1&pose=0_3_3',
    );
  });

  it('is the ordinary drawing at zero', () => {
    assert.equal(
      posed(SLIDERS, () => 0),
      'art.svg?v=1',
    );
    assert.equal(
      posed(SLIDERS, () => -0.2),
      'art.svg?v=1',
    );
  });
});
