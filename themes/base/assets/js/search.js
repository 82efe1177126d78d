// The search page. Pagefind answers with every word of the pages where its files are and can run; otherwise a small
// index of titles and other spellings does: from a disk, without WebAssembly, on a site that does not ask for more.
(() => {
  const step = 20;
  const form = document.getElementById('search');
  const part = id => document.getElementById(id);
  const [found, ways, list, more, count] = ['found', 'ways', 'search-results', 'search-more', 'search-count'].map(part);
  const selects = [...form.querySelectorAll('select')];
  const { root, index, bundle } = form.dataset;
  const { fold, load, score, titles } = globalThis.titleIndex;
  const clear = form.querySelector('[type=reset]');
  const isOnDisk = location.protocol === 'file:';
  let engine, asked = 0, hits = [], shown = 0;

  // An engine takes words and gives things, the best first; `more` fetches what surrounds the words in the page.
  const open = () => engine ??= load(index).then(async things => {
    const plain = titles(things);
    let best = bundle && !isOnDisk ? await everyWord(things).catch(() => plain) : plain;
    return words => best(words).catch(() => (best = plain)(words));
  });

  async function everyWord(things) {
    // The least program there is: where it is refused, Pagefind's need not be fetched.
    await WebAssembly.instantiate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    const folder = new URL(bundle, location.href).href;
    const [pagefind, listed] = await Promise.all([import(`${folder}pagefind.js`), fetch(`${folder}pages.json`)]);
    const urls = await listed.json();
    const byUrl = new Map(things.map(thing => [thing.url, thing]));
    // In a worker, the policy of the worker's own file would have to allow WebAssembly too.
    await pagefind.options({ noWorker: true, excerptLength: 28, ranking: { metaWeights: { title: 9, also: 8 } } });
    await pagefind.init();
    return async words => {
      if (!words) return things;
      const { results: pages } = await pagefind.search(words);
      const results = await isGuess(words, pages) ? [] : pages;
      const hits = new Map(results.map(({ id, data }) => [byUrl.get(urls[id]), data]).filter(([thing]) => thing));
      // What is called so comes before what speaks of it; where no page has the words, what is called nearly so.
      const called = await titles(things)(words);
      const first = hits.size ? called.filter(thing => score(thing, fold(words), fold(words).split(' ')) > 1) : called;
      return [...new Set([...first, ...hits.keys()])].map(thing => {
        const data = hits.get(thing);
        return data ? { ...thing, more: () => data().then(page => surroundings(page, thing)) } : thing;
      });
    };
  }

  // For a word that no page has, Pagefind answers with one that begins it, however short: `ne` for `nespreso`. Letters
  // without capitals are told apart by no blanks, so that a beginning is a word there.
  async function isGuess(words, [page]) {
    const { excerpt } = await page?.data() ?? { excerpt: '' };
    const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, text]) => fold(text));
    const begins = (text, word) => text.length * 2 < word.length && word.startsWith(text) && !/\p{Lo}/u.test(text);
    return marked.some(text => text && fold(words).split(' ').some(word => begins(text, word)));
  }

  function surroundings({ meta, excerpt }, { url }) {
    const image = meta.image && new URL(meta.image, new URL(root + url, location.href)).href;
    return { image, excerpt: `… ${excerpt} …`.split(/<\/?mark>/).map(decoded) };
  }

  const decoded = text => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
    .replace(/&#(?:39|x27);/g, '’').replace(/&amp;/g, '&');

  const fits = (thing, wanted) => wanted.every(([facet, value]) => thing.facets[facet]?.includes(value));

  async function answer() {
    const number = ++asked;
    const words = form.elements.q.value.trim();
    const wanted = selects.map(({ name, value }) => [name, value]).filter(([, value]) => value);
    const isEmpty = !words && !wanted.length;
    found.hidden = isEmpty;
    ways.hidden = !isEmpty;
    clear.hidden = isEmpty;
    if (wanted.length) form.querySelector('details').open = true;
    if (isEmpty) return narrowed([], []);
    try {
      const all = await (await open())(words);
      if (number !== asked) return;
      hits = all.filter(thing => fits(thing, wanted));
      narrowed(all, wanted);
      await show(number, 0);
    } catch {
      count.textContent = count.dataset.failed;
    }
  }

  // Beside each choice, how many it would find; what would find nothing can't be chosen.
  function narrowed(all, wanted) {
    for (const { name, options } of selects) {
      const rest = all.filter(thing => fits(thing, wanted.filter(([facet]) => facet !== name)));
      for (const option of options) {
        option.dataset.says ??= option.label;
        const fitting = option.value ? rest.filter(thing => fits(thing, [[name, option.value]])).length : 0;
        option.label = fitting ? `${option.dataset.says} (${fitting})` : option.dataset.says;
        option.disabled = Boolean(all.length && option.value && !fitting && !option.selected);
      }
    }
  }

  async function show(number, from) {
    const things = await Promise.all(hits.slice(from, from + step).map(async hit => ({ ...hit, ...await hit.more?.() })));
    if (number !== asked) return;
    const lines = things.map(line);
    if (from) list.append(...lines); else list.replaceChildren(...lines);
    shown = from + things.length;
    more.hidden = shown >= hits.length;
    count.textContent = count.dataset[{ 0: 'none', 1: 'one' }[hits.length] ?? 'many'].replace('{n}', hits.length);
    if (from) lines[0].querySelector('a').focus();
  }

  const element = (name, ...content) => {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  };

  function line({ title, url, kind, detail, also, excerpt, image }) {
    const link = element('a', title);
    link.href = root + url.split('/').map(encodeURIComponent).join('/') + (isOnDisk ? 'index.html' : '');
    const word = form.querySelector(`[name=kind] [value="${kind}"]`);
    const about = [word?.dataset.says ?? word?.label, detail, also?.replaceAll(' | ', ', ')].filter(Boolean).join(' · ');
    const item = element('li', link, ' ', element('small', about));
    if (excerpt) item.append(element('p', ...excerpt.map((text, i) => i % 2 ? element('mark', text) : text)));
    if (image) item.prepend(Object.assign(new Image(), { src: image, alt: '', loading: 'lazy' }));
    return item;
  }

  function remember(how) {
    const address = new URL(location.href);
    address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    try { history[how](null, '', address); } catch { /* a page on a disk keeps its address */ }
  }

  function recall() {
    const before = new URLSearchParams(location.search);
    for (const field of [form.elements.q, ...selects]) field.value = before.get(field.name) ?? '';
    answer();
  }

  function stepThrough(event) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [form.elements.q, ...list.querySelectorAll('a')];
    const next = stops[stops.indexOf(document.activeElement) + way];
    if (!way || !next || event.altKey || event.ctrlKey || event.metaKey || !stops.includes(document.activeElement)) return;
    event.preventDefault();
    next.focus();
  }

  form.elements.q.addEventListener('input', () => { remember('replaceState'); answer(); });
  form.addEventListener('change', event => {
    if (event.target === form.elements.q) return;
    remember('pushState');
    answer();
  });
  form.addEventListener('submit', event => { event.preventDefault(); answer(); });
  form.addEventListener('reset', () => setTimeout(() => { remember('pushState'); answer(); form.elements.q.focus(); }));
  form.addEventListener('focusin', open, { once: true });
  more.addEventListener('click', () => show(asked, shown));
  document.addEventListener('keydown', stepThrough);
  addEventListener('popstate', recall);
  recall();
})();
