// With whom messages are exchanged: origins that the server names, or all below a name.

/** All below a name: its scheme, the name with the dot before it, its port. */
const BELOW = /^(https?):[/][/][*]([.].*?)(:\d+)?$/;

/**
 * Whether a source of the server's list names an origin.
 *
 * @param {string} source `'self'`, `https://school.example` or `https://*.school.example`
 * @param {string} origin
 * @param {string} own the page's own origin
 */
function names(source, origin, own) {
  if (source === "'self'") return origin === own;
  const [, scheme, host, port = ''] = BELOW.exec(source) ?? [];
  if (host === undefined) return origin === normal(source);
  try {
    const there = new URL(origin);
    const same =
      there.protocol === `${scheme}:` && `:${portOf(there)}` === (port || standard(scheme));
    return same && there.hostname.endsWith(host) && there.hostname.length > host.length;
  } catch {
    return false; // a page without an origin calls it "null"
  }
}

/** @param {string} scheme */
const standard = (scheme) => (scheme === 'https' ? ':443' : ':80');

/** @param {URL} url */
const portOf = (url) => url.port || standard(url.protocol.slice(0, -1)).slice(1);

/**
 * An origin as browsers write it: without the port that goes without saying.
 *
 * @param {string} source
 */
function normal(source) {
  try {
    return new URL(source).origin;
  } catch {
    return '';
  }
}

/**
 * @param {string[]} sources
 * @param {string} origin
 * @param {string} own
 */
export const isTrusted = (sources, origin, own) =>
  sources.some((source) => names(source, origin, own));

/**
 * To which origins a message is addressed. The browser delivers it only to a parent of that origin,
 * so where it does not say who the parent is, each that is named in full may be tried.
 *
 * @param {string[]} sources
 * @param {{ own: string, parent?: string, referrer: string, heard: string }} about `parent` by the
 * browser's own word, `referrer` the page that led here, `heard` who has spoken to us
 * @returns {string[]}
 */
export function addressed(sources, { own, parent, referrer, heard }) {
  const sure = parent || heard;
  if (sure) return isTrusted(sources, sure, own) ? [sure] : [];
  const led = normal(referrer);
  const likely = led && isTrusted(sources, led, own) ? [led] : [];
  const full = sources.filter((source) => !source.includes('*'));
  const all = full.map((source) => (source === "'self'" ? own : normal(source)));
  return [...new Set([...likely, ...all])];
}
