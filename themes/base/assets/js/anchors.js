// A link beside each fact that has an address of its own; a click copies it.
(() => {
  const { says, done } = document.currentScript.dataset;
  const FACTS = '.result[id], .podium > li[id], .columns > li[id], .parts > li[id], .sources > li[id], tbody > tr[id] > th';

  function link(place) {
    const id = place.id || place.parentElement.id;
    const anchor = Object.assign(document.createElement('a'), { href: `#${id}`, className: 'anchor', title: says });
    anchor.setAttribute('aria-label', says);
    anchor.textContent = '#';
    anchor.addEventListener('click', async () => {
      await navigator.clipboard?.writeText(new URL(anchor.href, location.href).href);
      anchor.dataset.done = done;
      setTimeout(() => delete anchor.dataset.done, 2000);
    });
    (place.querySelector('.laureate, :scope > span:not(.no)') ?? place).append('\u202f', anchor);
  }

  document.querySelectorAll(FACTS).forEach(link);
})();
