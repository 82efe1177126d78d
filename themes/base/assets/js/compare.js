// Two names side by side, from the records of the API. The address says which: `?a=…&b=…`, the ids of names.
(() => {
  const form = document.getElementById('compare');
  const table = document.getElementById('compared');
  const says = document.getElementById('compare-status');
  const words = Object.fromEntries([...document.querySelectorAll('[data-word]')].map((one) => [one.dataset.word, one.textContent]));
  const ids = new Map([...document.querySelectorAll('#compare-names option')].map((one) => [one.value, one.dataset.id]));

  const slug = (text) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const idOf = (text) => ids.get(text.trim()) ?? slug(text);
  const yearOf = (one) => Number(/\d{4}/.exec(one.label)?.[0] ?? /\d{4}/.exec(one.edition)?.[0] ?? 0);

  function made(tag, content, more = {}) {
    const element = Object.assign(document.createElement(tag), more);
    element.append(...[content].flat());
    return element;
  }

  // The addresses of records are those of the published site: here they lead to the same page of this copy.
  const here = (url) => form.dataset.root + url.replace(form.dataset.base, '');
  const link = (text, url) => made('a', made('bdi', text), { href: here(url) });

  async function record(id) {
    const answer = await fetch(`${form.dataset.records}${encodeURIComponent(id)}.json`);
    if (!answer.ok) throw new Error(id);
    return answer.json();
  }

  const won = (one) => (one.results ?? []).filter(({ title }) => title);
  const sum = (results) => results.reduce((all, { count }) => all + (count ?? 1), 0);

  function result(one) {
    const named = one.category_name || words.unknown;
    const mark = one.title ? '' : ` (${[words[one.distinction] ?? one.distinction, one.rank].filter(Boolean).join(' ')})`;
    return made('div', [link(named, one.url), mark]);
  }

  // Of each kind of row: what stands at its head, and of both names what stands below them.
  function* rows(both) {
    yield [words.titles, both.map((one) => String(sum(won(one)))), 'sum'];
    yield [words.places, both.map((one) => String((one.results ?? []).filter(({ title, status }) => !title && status === 'active').length)), 'sum'];
    const all = both.flatMap((one) => one.results ?? []);
    const editions = [...new Map(all.map((one) => [one.edition, one])).values()];
    editions.sort((one, other) => yearOf(other) - yearOf(one) || one.edition.localeCompare(other.edition));
    for (const { edition, label } of editions) {
      yield [label, both.map((one) => (one.results ?? []).filter((each) => each.edition === edition).map(result)), ''];
    }
  }

  function show(both) {
    const head = made('tr', [made('td', ''), ...both.map((one) => made('th', link(one.name, one.url), { scope: 'col' }))]);
    const body = [...rows(both)].map(([name, cells, kind]) =>
      made('tr', [made('th', made('bdi', name), { scope: 'row' }), ...cells.map((cell) => made('td', cell.length ? cell : '–'))], { className: kind }));
    const names = both.map(({ name }) => name).join(' – ');
    table.replaceChildren(made('caption', names), made('thead', head), made('tbody', body));
    table.parentElement.hidden = false;
    document.title = `${names} — ${form.dataset.site}`;
  }

  async function compare(a, b) {
    table.parentElement.hidden = true;
    says.textContent = '';
    if (!a || !b) return;
    const both = await Promise.allSettled([record(a), record(b)]);
    const lost = both.flatMap(({ status }, at) => (status === 'rejected' ? [[form.elements.a.value, form.elements.b.value][at]] : []));
    if (lost.length) {
      says.textContent = `${words.lost} ${lost.join(', ')}`;
      return;
    }
    const [one, other] = both.map(({ value }) => value);
    form.elements.a.value = one.name;
    form.elements.b.value = other.name;
    show([one, other]);
  }

  async function asked() {
    const query = new URLSearchParams(location.search);
    for (const name of ['a', 'b']) {
      const id = query.get(name) ?? '';
      form.elements[name].value = [...ids].find(([, each]) => each === id)?.[0] ?? id;
    }
    await compare(query.get('a'), query.get('b'));
    if (query.get('a') && !query.get('b')) form.elements.b.focus();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [a, b] = ['a', 'b'].map((name) => idOf(form.elements[name].value));
    history.pushState(null, '', `?${new URLSearchParams({ a, b })}`);
    compare(a, b);
  });
  addEventListener('popstate', asked);
  // From a disk a browser reads no other file.
  if (location.protocol === 'file:') says.textContent = words.disk;
  else asked();
})();
