// The index of laureates, narrowed to an award, a kind, a letter, a year. The address says to what, so that it can be
// shared, and the way back leads through each step. A laureate stays where one of its titles fits all that is asked.
(() => {
  const form = document.getElementById('narrow');
  if (!form) return;
  const told = document.getElementById('narrowed');
  const clear = form.querySelector('[type=reset]');
  const selects = [...form.querySelectorAll('select')];
  const letters = [...document.querySelectorAll('.section.letter')];
  const others = [...document.querySelectorAll('.section:has(> .rubric > :is(#ranking, #placed))')];
  const alphabet = document.querySelector('main .letters');

  function narrow() {
    const [award, kind, letter, year] = selects.map(({ value }) => value);
    const isWhole = !selects.some(({ value }) => value);
    let count = 0;
    for (const section of letters) {
      const isAsked = !letter || section.querySelector('h2').textContent === letter;
      for (const line of section.querySelectorAll('li')) {
        let titles = 0;
        for (const title of line.querySelectorAll('.title-link')) {
          title.hidden = (award && title.dataset.award !== award) || (year && title.dataset.year !== year);
          titles += !title.hidden;
        }
        line.hidden = !isAsked || !titles || (kind && line.dataset.kind !== kind);
        count += !line.hidden;
      }
      section.hidden = !section.querySelector('li:not([hidden])');
    }
    for (const other of others) other.hidden = !isWhole;
    if (alphabet) alphabet.inert = !isWhole;
    clear.hidden = isWhole;
    told.textContent = isWhole ? '' : told.dataset[{ 0: 'none', 1: 'one' }[count] ?? 'many'].replace('{n}', count);
  }

  function remember() {
    const address = new URL(location.href);
    address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    address.hash = '';
    try { history.pushState(null, '', address); } catch { /* a page on a disk keeps its address */ }
    narrow();
  }

  function recall() {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      select.value = asked.get(select.name) ?? '';
      if (select.selectedIndex < 0) select.value = '';
    }
    narrow();
  }

  form.addEventListener('change', remember);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(remember));
  addEventListener('popstate', recall);
  recall();
})();
