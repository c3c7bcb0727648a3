// Streamlit sends a component's script with every message, so this one is all that it sends: the diagram itself
// (diagram.js) is fetched once by URL and kept by the browser.
let loading;
// Without it, or without plotly.js, the page shows a still picture of the same view with the same structure marked.
const failed = ({ data, parentElement }) => {
  const root = parentElement.querySelector('.hc-diagram');
  root.classList.add('hc-failed');
  Object.assign(root.querySelector('.hc-still'), data.still);
};
export default function (component) {
  let end = null;
  (loading ??= import(new URL(component.data.script, document.baseURI)))
    .then(module => { end = module.default(component, failed); })
    .catch(() => { loading = null; failed(component); });
  return () => end?.();
}
