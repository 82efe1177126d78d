// Links and forms. A link may say what the page is asked for (`data-query`), which only a script there reads. Opened
// from a disk, a folder does not show its page: they are pointed at index.html. From a server,
// the page that a reader is about to ask for is fetched ahead, once, unless data are dear or the connection is slow.
(() => {
  const asked = new Set([location.pathname]);
  let waiting;

  function toIndex() {
    for (const element of document.querySelectorAll('a[href], form[action]')) {
      const name = element.localName === 'form' ? 'action' : 'href';
      const url = new URL(element.getAttribute(name), document.baseURI);
      if (url.protocol === 'file:' && url.pathname.endsWith('/')) {
        url.pathname += 'index.html';
        element.setAttribute(name, url.href);
      }
    }
  }

  function ask() {
    for (const link of document.querySelectorAll('a[data-query]')) link.search = new URLSearchParams(link.dataset.query);
  }

  const isDear = ({ saveData, effectiveType = '4g' } = {}) => saveData || effectiveType !== '4g';

  function fetchAhead(link) {
    if (isDear(navigator.connection)) return;
    asked.add(link.pathname);
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: link.pathname }));
  }

  function consider({ type, target }) {
    const link = target.closest?.('a[href]');
    clearTimeout(waiting);
    if (!link || link.origin !== location.origin || !link.pathname.endsWith('/') || asked.has(link.pathname)) return;
    // A pointer or a focus on its way somewhere else asks for nothing.
    if (type === 'touchstart') fetchAhead(link); else waiting = setTimeout(fetchAhead, 80, link);
  }

  ask();
  if (location.protocol === 'file:') toIndex();
  else for (const type of ['pointerover', 'focusin', 'touchstart']) addEventListener(type, consider, { passive: true });
})();
