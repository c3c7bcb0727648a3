// Streamlit sends a component's script with every message, so this one is all that it sends: the box
// itself (browser/) is fetched once by URL and kept by the browser. Without it the box is a plain form.

/** @import { mount } from './browser/component.js' */
/** @import { Component } from './browser/types.js' */

/** @type {Promise<{ mount: typeof mount }> | null} */
let loading = null;

/** @param {Component} component */
export default function (component) {
  /** @type {(() => void) | undefined} */
  let end;
  let ended = false;
  loading ??= import(String(new URL(component.data.script, document.baseURI)));
  loading
    .then(({ mount }) => {
      if (!ended) {
        end = mount(component);
      }
    })
    .catch(() => {
      loading = null; // the next message tries again
    });
  return () => {
    ended = true;
    end?.();
  };
}
