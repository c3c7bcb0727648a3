// What the browser fetches by URL: plotly.js once, each figure once, drawings as the gallery asks.
// Addresses carry versions, so what came once stays.

/** @import { Figure, Plotly } from './types.js' */

/** @type {Promise<Plotly> | null} */
let plotly = null;
/** @type {Map<string, Promise<Figure>>} */
const figures = new Map();
/** @type {Promise<Record<string, string>> | null} */
let heads = null;

/**
 * plotly.js, which comes as a plain script and leaves its name on the window.
 *
 * @param {string} url
 * @returns {Promise<Plotly>}
 */
export function fetchPlotly(url) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  plotly ??= new Promise((done, fail) => {
    const tag = document.createElement('script');
    const failed = () => {
      plotly = null; // the next message tries again
      fail(new Error('plotly.js did not load'));
    };
    tag.src = url;
    tag.onload = () => (window.Plotly ? done(window.Plotly) : failed());
    tag.onerror = failed;
    document.head.appendChild(tag);
  });
  return plotly;
}

/**
 * A figure; one that failed is asked for again the next time.
 *
 * @param {string} url
 * @returns {Promise<Figure>}
 */
export function fetchFigure(url) {
  let figure = figures.get(url);
  if (!figure) {
    figure = fetched(url).then((answer) => answer.json());
    figure.catch(() => figures.delete(url));
    figures.set(url, figure);
  }
  return figure;
}

/**
 * The heads of the cards, HTML by id.
 *
 * @param {string} url
 * @returns {Promise<Record<string, string>>}
 */
export function fetchHeads(url) {
  heads ??= fetched(url).then((answer) => answer.json());
  heads.catch(() => {
    heads = null; // the next message tries again
  });
  return heads;
}

/**
 * A drawing as text; the browser's own cache keeps it.
 *
 * @param {string} url
 */
export async function fetchText(url) {
  return (await fetched(url)).text();
}

/** @param {string} url */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.split('?')[0]}: ${answer.status}`);
  return answer;
}
