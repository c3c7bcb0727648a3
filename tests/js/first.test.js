// The first answer's script, where it needs no screen: why the rest does not come, where names stand.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Handover } from '../../components/first/browser/handover.js';
import { baseline } from '../../components/first/browser/labels.js';
import { reason } from '../../components/first/browser/trouble.js';

const well = {
  now: 1000,
  since: 0,
  connected: false,
  refused: false,
  arrived: 900,
  site: 'hip.example',
};

describe('reason', () => {
  it('says nothing while the app is on its way', () => {
    assert.equal(reason(well), '');
    assert.equal(reason({ ...well, now: 30_000, arrived: 29_000 }), ''); // slow, but it comes
    assert.equal(reason({ ...well, now: 3000, since: 2000 }), '');
  });

  it('says nothing once the app is connected', () => {
    assert.equal(reason({ ...well, now: 60_000, since: 1000, connected: true, refused: true }), '');
  });

  it('names web sockets where the app is there and cannot connect, within ten seconds', () => {
    const words = reason({ ...well, now: 9000, since: 4000 });
    assert.match(words, /cannot connect.*web sockets to hip\.example/);
  });

  it('names scripts where one was held back, even if others still come', () => {
    assert.match(reason({ ...well, now: 9000, refused: true, arrived: 8900 }), /held back/);
  });

  it('says that nothing comes where nothing comes', () => {
    assert.match(reason({ ...well, now: 9000, arrived: 2000 }), /does not come/);
  });

  it('always says that the page can be read and what to tell the school', () => {
    for (const state of [{ since: 1000 }, { refused: true }, {}]) {
      const words = reason({ ...well, now: 9900, ...state });
      assert.match(words, /^You can read on here, and the links work\./);
      assert.match(words, /tell IT/);
    }
  });
});

describe('baseline', () => {
  it('centres a name beside its point, whatever its lines', () => {
    assert.equal(baseline('middle left', 1, 10), 2.5); // 7.5 below the top of a box 10 high
    assert.equal(baseline('middle right', 2, 10), 7.5 - 11.5);
  });

  it('hangs a name below its point, and stands it above', () => {
    assert.equal(baseline('bottom center', 1, 10), 7.5);
    assert.equal(baseline('top center', 1, 10), -2.5);
  });
});

describe('handover', () => {
  const names = { sartorius: 'Sartorius', gracilis: 'Gracilis' };
  const shown = { heading: 'Iliotibial band', asked: [] };
  const root = {
    querySelector: (selector) =>
      selector.startsWith('.hc-diagram')
        ? { __diagram: { send: ({ id }) => shown.asked.push(id) } }
        : { textContent: shown.heading },
  };

  it('asks the app for what was tapped, and anew for what is tapped while it answers', () => {
    const picture = { chosen: 'sartorius', data: { names } };
    const handover = new Handover(null, root, picture);
    assert.ok(!handover.agreed());
    assert.ok(!handover.agreed());
    assert.deepEqual(shown.asked, ['sartorius']);
    picture.chosen = 'gracilis';
    assert.ok(!handover.agreed());
    shown.heading = 'Sartorius'; // the answer to the tap before
    assert.ok(!handover.agreed());
    picture.chosen = null;
    assert.ok(!handover.agreed());
    assert.deepEqual(shown.asked, ['sartorius', 'gracilis', null]);
    shown.heading = 'Nothing selected';
    assert.ok(handover.agreed());
  });

  it('asks for nothing where nothing was tapped', () => {
    assert.ok(new Handover(null, root, { chosen: undefined, data: { names } }).agreed());
    assert.ok(new Handover(null, root, null).agreed());
    assert.equal(shown.asked.length, 3);
  });
});
