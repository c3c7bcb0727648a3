// Streamlit sends a component's script with every message, so this one is all that it sends: the diagram itself
// (diagram.js) is fetched once by URL and kept by the browser.
let loading;
export default function (component) {
  let end = null;
  (loading ??= import(new URL(component.data.script, document.baseURI)))
    .then(module => { end = module.default(component); })
    .catch(() => { loading = null; component.parentElement.querySelector('.hc-diagram').classList.add('hc-failed'); });
  return () => end?.();
}
