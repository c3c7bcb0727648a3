// Rooms in the browser: when two screens are the same, and what a tab believes of what it has kept.

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { kept } from '../../components/follow/browser/kept.js';
import { many } from '../../components/follow/browser/lead.js';
import { anyRoom, anySecret, readRoom } from '../../components/follow/browser/letters.js';
import { same } from '../../components/follow/browser/screen.js';

describe('screens', () => {
  it('are the same whatever belongs to one person, and in any order', () => {
    assert.ok(same('chains?step=2&chain=weak&follow=BCDF', 'chains?chain=weak&step=2&presenter=1'));
    assert.ok(same('', '?'));
    assert.ok(!same('chains?step=2', 'chains?step=3'));
    assert.ok(!same('chains?step=2', 'lab?step=2'));
  });
});

describe('rooms and secrets', () => {
  it('are made at random and read in small letters, too', () => {
    const room = anyRoom(); // of the letters that the server has put in; here of 'letters'
    assert.equal(room.length, 4);
    assert.match(anySecret(), /^[0-9a-f]{32}$/);
    assert.notEqual(anySecret(), anySecret());
    for (const wrong of [null, '', 'ab', '<b>!', 'x'.repeat(9)])
      assert.equal(readRoom(wrong), null);
  });

  it('are counted in words', () => {
    assert.deepEqual([0, 1, 2].map(many), ['nobody follows yet', '1 follows', '2 follow']);
  });
});

describe('what a tab has kept', () => {
  afterEach(() => {
    globalThis.sessionStorage = undefined;
  });
  const holding = (text) => {
    globalThis.sessionStorage = { getItem: () => text };
  };

  it('is nothing where it is damaged, over, or from elsewhere', () => {
    const secret = '0'.repeat(32);
    const later = Date.now() + 10_000;
    for (const wrong of [
      null,
      '{',
      '[]',
      '{"room":5}',
      JSON.stringify({ room: '<b>!', secret, until: later }),
      JSON.stringify({ room: 'BCDF', secret: 'x', until: later }),
      JSON.stringify({ room: 'BCDF', secret, until: 5 }),
      JSON.stringify({ room: 'BCDF', secret, until: 9e15 }),
    ]) {
      holding(wrong);
      assert.equal(kept(), null);
    }
  });

  it('is nothing where storage is refused', () => {
    assert.equal(kept(), null);
  });
});
