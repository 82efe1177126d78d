// The search page: list the things of the index whose words begin with every word of the question.
// The index is a script beside the page, not JSON, so that it can also be read from a disk.
(() => {
  const most = 60;
  const form = document.getElementById('search');
  const found = document.getElementById('found');
  const list = document.getElementById('search-results');
  const count = document.getElementById('search-count');
  let things;

  const fold = text => text.toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')
    .normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

  function load() {
    if (things) return;
    things = [];
    const script = document.createElement('script');
    script.src = form.dataset.index;
    script.onload = () => { things = globalThis.searchIndex.map(prepared); answer(); };
    script.onerror = () => { found.hidden = false; count.textContent = count.dataset.failed; };
    document.head.append(script);
  }

  function prepared([title, url, kind, detail = '', also = '']) {
    return { title, url, kind, detail, also, name: ' ' + fold(title), rest: ` ${fold(also)} ${fold(detail)}` };
  }

  // 0 nothing, 1 in what surrounds the title, 2 in the title, 3 the title begins so, 4 the title.
  function score(thing, question, words) {
    if (!words.every(word => thing.name.includes(' ' + word) || thing.rest.includes(' ' + word))) return 0;
    if (thing.name === ' ' + question) return 4;
    if (thing.name.startsWith(' ' + question)) return 3;
    return words.every(word => thing.name.includes(' ' + word)) ? 2 : 1;
  }

  function answer() {
    const asked = new FormData(form);
    const kinds = asked.getAll('kind');
    const question = fold(asked.get('q'));
    const words = question.split(' ').filter(Boolean);
    found.hidden = !words.length && !kinds.length;
    if (found.hidden) return;
    const hits = things
      .filter(thing => !kinds.length || kinds.includes(thing.kind))
      .map(thing => [score(thing, question, words), thing])
      .filter(([points]) => points)
      .sort((one, other) => other[0] - one[0]);
    list.replaceChildren(...hits.slice(0, most).map(([, thing]) => line(thing)));
    const said = { 0: 'none', 1: 'one' }[hits.length] ?? (hits.length > most ? 'first' : 'many');
    count.textContent = count.dataset[said].replace('{n}', hits.length).replace('{shown}', most);
  }

  function line({ title, url, kind, detail, also }) {
    const link = document.createElement('a');
    const page = location.protocol === 'file:' ? url + 'index.html' : url;
    link.href = form.dataset.root + page.split('/').map(encodeURIComponent).join('/');
    link.textContent = title;
    const about = document.createElement('small');
    const word = form.querySelector(`[value="${kind}"] + span`).textContent;
    about.textContent = [word, detail, also].filter(Boolean).join(' · ');
    const item = document.createElement('li');
    item.append(link, ' ', about);
    return item;
  }

  function ask() {
    const address = new URL(location.href);
    address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    try { history.replaceState(null, '', address); } catch { /* a page on a disk keeps its address */ }
    load();
    answer();
  }

  document.getElementById('search-without').hidden = true;
  form.hidden = false;
  const before = new URLSearchParams(location.search);
  form.elements.q.value = before.get('q') ?? '';
  for (const box of form.querySelectorAll('[name=kind]')) box.checked = before.getAll('kind').includes(box.value);
  form.addEventListener('input', ask);
  form.addEventListener('submit', event => { event.preventDefault(); ask(); });
  form.addEventListener('focusin', load, { once: true });
  if (before.size) load();
})();
