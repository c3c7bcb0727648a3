// Streamlit sends a component's script with every message, so this one is all that it sends: the
// diagram itself (browser/) is fetched once by URL and kept by the browser.

/** @import { mount } from './browser/component.js' */
/** @import { Component, Message } from './browser/types.js' */

/** @type {Promise<{ mount: typeof mount }> | null} */
let loading = null;

/**
 * Without the diagram, or without plotly.js, the page shows a still picture of the same view with
 * the same structure marked.
 *
 * @param {Component<Message>} component
 */
function failed({ data, parentElement }) {
  parentElement.querySelector('.hc-diagram')?.classList.add('hc-failed');
  Object.assign(parentElement.querySelector('.hc-still') ?? {}, data.still);
}

/** @param {Component<Message>} component */
export default function (component) {
  /** @type {(() => void) | undefined} */
  let end;
  loading ??= import(String(new URL(component.data.script, document.baseURI)));
  loading
    .then(({ mount }) => {
      end = mount(component, failed);
    })
    .catch(() => {
      loading = null; // the next message tries again
      failed(component);
    });
  return () => end?.();
}
