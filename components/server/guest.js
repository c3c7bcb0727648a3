// Streamlit tells whoever frames the page every address, with words that somebody typed, and lets
// some drive it. A page of another origin hears and says only what components/embed/ allows.

(() => {
  const host = window.parent;
  try {
    if (host.location.origin === location.origin) return; // it could read all of it anyway
  } catch {
    // another origin
  }
  Object.defineProperty(window, '__hipchain_host', { value: host });
  Object.defineProperty(window, 'parent', { value: window });
})();
