// Who follows or shows a screen gets the script of the room; all others never load it.

(() => {
  const SCRIPT = 'follow.js';
  let asked = false;

  const kept = () => {
    try {
      return sessionStorage.getItem('hipchain-lead');
    } catch {
      return null; // storage is refused
    }
  };

  const look = () => {
    const { pathname, search, hash } = location;
    const wanted = /[?&]follow=/.test(search) || /\/follow$/.test(pathname) || /^#lead=/.test(hash);
    if (asked || !(wanted || kept())) return;
    asked = true;
    const script = document.createElement('script');
    script.src = String(new URL(SCRIPT, document.baseURI));
    script.onerror = () => {
      asked = false;
    };
    document.head.append(script);
  };

  for (const type of ['hc-address', 'popstate']) window.addEventListener(type, look);
  look();
})();
