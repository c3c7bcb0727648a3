// One question to the server, one answer.

/** @import { Answer } from './types.js' */

const PATIENCE_MS = 8000;

/**
 * @param {string} url
 * @param {string} question
 * @returns {Promise<Answer>}
 */
export async function asked(url, question) {
  const response = await fetch(new URL(url, document.baseURI), {
    method: 'POST',
    body: question,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  return {
    html: await response.text(),
    said: decodeURIComponent(response.headers.get('X-Said') ?? ''),
    direct: response.headers.has('X-Direct'),
  };
}
