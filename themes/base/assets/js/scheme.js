// The reader's choice of colours: as the system, light or dark. It is made before the page is seen where it can be,
// blocks nothing, and is kept; without a script the colours follow the system.
(() => {
  const root = document.documentElement;
  const { says, ...words } = document.currentScript.dataset;
  const order = ['system', 'light', 'dark'];
  const bars = [...document.querySelectorAll('meta[name=theme-color][media]')].map(bar => [bar, bar.media]);
  const button = document.createElement('button');

  function kept() {
    try { return localStorage.getItem('scheme'); } catch { return null; }
  }

  function show(wanted) {
    const scheme = order.includes(wanted) ? wanted : 'system';
    if (scheme === 'system') delete root.dataset.scheme; else root.dataset.scheme = scheme;
    for (const [bar, media] of bars) {
      bar.media = scheme === 'system' ? media : media.includes(scheme) ? 'all' : 'not all';
    }
    button.value = scheme;
    button.title = `${says}: ${words[scheme]}`.replace(':', root.lang === 'fr' ? '\u00a0:' : ':');
    button.setAttribute('aria-label', button.title);
  }

  function next() {
    show(order[(order.indexOf(button.value) + 1) % order.length]);
    try { localStorage.setItem('scheme', button.value); } catch { /* then for this page alone */ }
  }

  button.type = 'button';
  button.className = 'scheme';
  button.addEventListener('click', next);
  show(kept());
  addEventListener('storage', event => { if (event.key === 'scheme') show(event.newValue); });
  const place = () => document.querySelector('.masthead .menu')?.after(button);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', place); else place();
})();
