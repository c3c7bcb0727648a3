"""Course pages of another site for `test_embedded.py`: what they hold, what they hear and how they drive the app."""

from http.server import SimpleHTTPRequestHandler

from tests.e2e.waiting import TAKEN_OVER

REFUSED = """(() => {
  if (window === window.top) return;
  const refuse = () => { throw new DOMException('The request was denied.', 'SecurityError'); };
  for (const store of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, store, { get: refuse });
  }
  Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
})()"""
"""What a browser does in frames of other sites whose storage it refuses."""
LISTENS = """<script>
  window.heard = [];
  window.other = 0;
  const frame = document.querySelector('iframe');
  addEventListener('message', ({ data, origin }) => {
    if (data?.source !== 'hipchain') other += 1;
    if (data?.source !== 'hipchain') return;
    heard.push({ ...data, origin });
    if (GROWS && data.type === 'height') frame.style.height = `${data.height}px`;
  });
  const drive = (type, value, more) =>
    frame.contentWindow.postMessage({ target: 'hipchain', version: 1, type, value, ...more }, '*');
</script>"""
"""A host that keeps what it hears, and may follow the heights."""
SHOWN = "shown.localhost"
"""A host that may show the app, but is not named in full: any port of it."""
PAGE = """<!doctype html><title>A course page</title><h1>Week 3</h1>
<iframe src="{src}" title="HipChain" style="width: 100%; height: 600px; border: 0" allow="clipboard-write"></iframe>"""
FRAMED = """<!doctype html><title>A course page</title><body style="margin: 0">
<iframe src="{src}" title="HipChain" style="width: 700px; height: 450px; border: 0"></iframe>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing: each request is the test's own."""


def heard(frame, kind):
    """What the host has heard of a kind, without what all messages carry."""
    return frame.page.evaluate(
        "kind => heard.filter(m => m.type === kind).map(({ source, version, type, origin, ...rest }) => rest)", kind
    )


def drives(frame, *commands):
    for kind, value in commands:
        frame.page.evaluate("([kind, value]) => drive(kind, value)", [kind, value])


def says(frame, **wanted):
    """Wait until the address of the frame says this."""
    holds = "wanted => Object.entries(wanted).every(([k, v]) => new URLSearchParams(location.search).get(k) === v)"
    frame.wait_for_function(holds, arg=wanted)


def settled_at(frame):
    """Wait until the frame is as high as it last asked to be, and asks for nothing else."""
    frame.wait_for_function("""() => new Promise(done => {
      let at = innerHeight, still = 0;
      const look = () => {
        still = innerHeight === at ? still + 1 : 0;
        at = innerHeight;
        if (still < 20) requestAnimationFrame(look);
        else done(true);
      };
      look();
    })""")
    assert heard(frame, "height")[-1]["height"] == frame.evaluate("innerHeight")


def taken_over(frame):
    frame.wait_for_function(f"() => {TAKEN_OVER}")
    frame.wait_for_function("() => document.querySelector('.hc-plot')?._fullLayout")
    return frame
