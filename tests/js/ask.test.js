// The box: the latest question wins, and the keys walk through the lines.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { walked, writes } from '../../components/ask/browser/keys.js';
import { Latest } from '../../components/ask/browser/latest.js';

/** A server that answers when it is told to. */
function server() {
  const waiting = [];
  const ask = (question) =>
    new Promise((answer, fail) =>
      waiting.push({ question, answer: () => answer({ html: question }), fail }),
    );
  return { waiting, ask };
}
const rest = () => new Promise((done) => setTimeout(done));

describe('Latest', () => {
  it('asks one at a time, then only the newest', async () => {
    const { waiting, ask } = server();
    const shown = [];
    const latest = new Latest(ask, (question) => shown.push(question));
    for (const question of ['k', 'kn', 'kne', 'knee']) latest.want(question);
    assert.deepEqual(
      waiting.map((w) => w.question),
      ['k'],
    );
    waiting[0].answer();
    await rest();
    assert.deepEqual(
      waiting.map((w) => w.question),
      ['k', 'knee'],
    );
    assert.deepEqual(shown, []);
    waiting[1].answer();
    await rest();
    assert.deepEqual(shown, ['knee']);
  });

  it('asks nothing twice', async () => {
    const { waiting, ask } = server();
    const shown = [];
    const latest = new Latest(ask, (question) => shown.push(question));
    latest.want('hip');
    waiting[0].answer();
    await rest();
    latest.want('hip');
    assert.deepEqual(shown, ['hip', 'hip']);
    assert.equal(waiting.length, 1);
  });

  it('says that no answer came, and goes on', async () => {
    const { waiting, ask } = server();
    const shown = [];
    const latest = new Latest(ask, (question, answer) =>
      shown.push([question, answer?.html ?? null]),
    );
    latest.want('hip');
    waiting[0].fail(new Error('503'));
    await rest();
    latest.want('knee');
    waiting[1].answer();
    await rest();
    assert.deepEqual(shown, [
      ['hip', null],
      ['knee', 'knee'],
    ]);
  });

  it('shows nothing after the list was closed', async () => {
    const { waiting, ask } = server();
    const shown = [];
    const latest = new Latest(ask, (question) => shown.push(question));
    latest.want('hip');
    latest.drop();
    waiting[0].answer();
    await rest();
    assert.deepEqual(shown, []);
  });
});

describe('keys', () => {
  it('walk down from the box through the lines and back into it', () => {
    assert.equal(walked('ArrowDown', -1, 2), 0);
    assert.equal(walked('ArrowDown', 1, 2), -1);
    assert.equal(walked('ArrowUp', 0, 2), -1);
    assert.equal(walked('ArrowUp', -1, 2), 1);
  });

  it('leave Home and End to the box while it is written in', () => {
    assert.equal(walked('Home', -1, 3), null);
    assert.equal(walked('End', 0, 3), 2);
    assert.equal(walked('Home', 2, 3), 0);
  });

  it('walk nowhere where there are no lines', () => {
    assert.equal(walked('ArrowDown', -1, 0), null);
  });

  it('write into the box, but leave shortcuts and the space alone', () => {
    const key = (key, more = {}) => ({
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      ...more,
    });
    assert.ok(writes(key('a')));
    assert.ok(writes(key('Backspace')));
    assert.ok(!writes(key(' ')));
    assert.ok(!writes(key('Enter')));
    assert.ok(!writes(key('c', { ctrlKey: true })));
  });
});
