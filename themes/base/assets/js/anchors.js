// A link beside each fact that has an address of its own; a click copies it. Beside it, where readers can report an
// error, one that says of which fact, and what it says.
(() => {
  const { says, done, report } = document.currentScript.dataset;
  const form = document.querySelector('[data-form]')?.dataset.form;
  const FACTS = '.result[id], .podium > li[id], .columns > li[id], .parts > li[id], .sources > li[id], tbody > tr[id] > th';
  const NAME = ':is(.parts, .columns) > .row > span:first-child, .parts > li > span:first-child';

  function made(href, text, title) {
    const anchor = Object.assign(document.createElement('a'), { href, className: 'anchor', textContent: text, title });
    anchor.setAttribute('aria-label', title);
    return anchor;
  }

  function shown(place) {
    const fact = place.id ? place : place.parentElement;
    // To read what is shown makes the browser lay the page out: only a report needs it.
    const text = form ? fact.innerText.replace(/\s+/g, ' ').trim().slice(0, 200) : '';
    return { place, id: fact.id, text };
  }

  function link({ place, id, text }) {
    const anchor = made(`#${id}`, '#', says);
    anchor.addEventListener('click', async () => {
      await navigator.clipboard?.writeText(new URL(anchor.href, location.href).href);
      anchor.dataset.done = done;
      setTimeout(() => delete anchor.dataset.done, 2000);
    });
    const both = Object.assign(document.createElement('span'), { className: 'anchors' });
    both.append('\u202f', anchor);
    (place.querySelector('.laureate') ?? place.querySelector(NAME) ?? place).append(both);
    if (!form) return;
    const values = { place: `#${id}`, text };
    const asked = form.replace(/\{(place|text)\}/g, (_, slot) => encodeURIComponent(values[slot]));
    const told = made(asked, '✎', report);
    told.classList.add('tell');
    both.append(told);
  }

  // All are read before any is changed: what is shown is worked out once.
  [...document.querySelectorAll(FACTS)].map(shown).forEach(link);
})();
