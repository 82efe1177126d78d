// Two names, two awards or two years side by side, from the records of the API. The address says which: `?a=…&b=…`,
// the ids of names; `?of=awards&a=…&b=…` and `?of=years&a=…&b=…` of awards and years.
(() => {
  const form = document.getElementById('compare');
  const table = document.getElementById('compared');
  const says = document.getElementById('compare-status');
  const words = Object.fromEntries([...document.querySelectorAll('[data-word]')].map((one) => [one.dataset.word, one.textContent]));
  const { of, a, b } = form.elements;
  const api = form.dataset.records.replace(/names\/$/, '');
  const offered = (kind) => [...document.querySelectorAll(`#compare-${kind} option`)];

  const slug = (text) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const idOf = (text) => offered(of.value).find(({ value }) => value === text.trim())?.dataset.id ?? slug(text);
  const yearOf = (one) => Number(/\d{4}/.exec(one.label)?.[0] ?? /\d{4}/.exec(one.edition ?? one.id)?.[0] ?? 0);

  function made(tag, content, more = {}) {
    const element = Object.assign(document.createElement(tag), more);
    element.append(...[content].flat());
    return element;
  }

  // The addresses of records are those of the published site: here they lead to the same page of this copy.
  const here = (url) => form.dataset.root + url.replace(form.dataset.base, '');
  const link = (text, url) => made('a', made('bdi', text), { href: here(url) });

  async function record(path) {
    const answer = await fetch(`${api}${path}.json`);
    if (!answer.ok) throw new Error(path);
    return answer.json();
  }

  const won = (one) => (one.results ?? []).filter(({ title }) => title);
  const sum = (results) => results.reduce((all, { count }) => all + (count ?? 1), 0);
  const counted = ({ counts }, what) => `${counts?.at_least?.includes(what) ? '≥ ' : ''}${counts?.[what] ?? 0}`;

  function result(one) {
    const named = one.category_name || words.unknown;
    const mark = one.title ? '' : ` (${[words[one.distinction] ?? one.distinction, one.rank].filter(Boolean).join(' ')})`;
    return made('div', [link(named, one.url), mark]);
  }

  function winners({ category_name: category, laureates, url }) {
    const names = laureates.map(({ name }) => name).join(', ');
    return made('div', [link(names, url), ...(category ? [made('small', category)] : [])]);
  }

  // Of each kind, what is counted of one, and the rows that it has: a key, what is at its head, its place, what it says.
  const read = {
    async names(id) {
      const one = await record(`names/${encodeURIComponent(id)}`);
      const results = one.results ?? [];
      const places = results.filter(({ title, status }) => !title && status === 'active').length;
      return {
        ...one,
        sums: { titles: sum(won(one)), places },
        rows: results.map((each) => [each.edition, each.label, yearOf(each), result(each)]),
      };
    },
    async awards(id) {
      const one = await record(`awards/${encodeURIComponent(id)}`);
      const sums = Object.fromEntries(['editions', 'titles', 'laureates'].map((what) => [what, counted(one, what)]));
      const rows = (one.editions ?? []).map((each) => [each.label, each.label, yearOf(each), link(each.label, each.url)]);
      return { ...one, sums: { founded: one.founded?.slice(0, 4) ?? '–', ...sums }, rows };
    },
    async years(id) {
      const chosen = offered('years').find(({ dataset }) => dataset.id === id);
      if (!chosen) throw new Error(id);
      const editions = await Promise.all(chosen.dataset.records.split(' ').map((key) => record(`editions/${encodeURIComponent(key)}`)));
      const rows = editions.flatMap((one) => {
        const titles = [one.without_category ?? {}, ...(one.categories ?? [])].flatMap(won);
        const said = titles.length ? titles.map(winners) : [link(one.label, one.url)];
        return said.map((each) => [one.award, one.award_name, 0, each]);
      });
      const exact = editions.every(({ counts }) => !counts?.at_least?.includes('titles'));
      const titles = editions.reduce((all, { counts }) => all + (counts?.titles ?? 0), 0);
      return { name: id, url: chosen.dataset.url, sums: { editions: editions.length, titles: `${exact ? '' : '≥ '}${titles}` }, rows };
    },
  };

  // What stands at the head of each row, and of both what stands below them.
  function* rows(both) {
    for (const what of Object.keys(both[0].sums)) yield [words[what], both.map(({ sums }) => String(sums[what])), 'sum'];
    const heads = new Map(both.flatMap((one) => one.rows).map(([key, head, year]) => [key, [head, year]]));
    const sorted = [...heads].sort(([one, [head, year]], [other, [second, later]]) => later - year || head.localeCompare(second) || one.localeCompare(other));
    for (const [key, [head]] of sorted) {
      yield [head, both.map((one) => one.rows.filter(([each]) => each === key).map(([, , , said]) => said)), ''];
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

  // What is asked of each field, and what it offers, hangs on what is compared.
  function choose(kind) {
    of.value = kind;
    const { one, other } = of.selectedOptions[0].dataset;
    a.labels[0].textContent = one;
    b.labels[0].textContent = other;
    for (const field of [a, b]) field.setAttribute('list', `compare-${kind}`);
  }

  async function compare(one, other) {
    table.parentElement.hidden = true;
    says.textContent = '';
    if (!one || !other) return;
    const both = await Promise.allSettled([one, other].map(read[of.value]));
    const lost = both.flatMap(({ status }, at) => (status === 'rejected' ? [[a, b][at].value] : []));
    if (lost.length) {
      says.textContent = `${of.value === 'names' ? words.lost : words.none} ${lost.join(', ')}`;
      return;
    }
    const [first, second] = both.map(({ value }) => value);
    a.value = first.name;
    b.value = second.name;
    show([first, second]);
  }

  async function asked() {
    const query = new URLSearchParams(location.search);
    choose([...of.options].some(({ value }) => value === query.get('of')) ? query.get('of') : 'names');
    for (const field of [a, b]) {
      const id = query.get(field.name) ?? '';
      field.value = offered(of.value).find(({ dataset }) => dataset.id === id)?.value ?? id;
    }
    await compare(query.get('a'), query.get('b'));
    if (query.get('a') && !query.get('b')) b.focus();
  }

  of.addEventListener('change', () => {
    choose(of.value);
    a.value = b.value = '';
    compare();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = [a, b].map(({ value }) => idOf(value));
    const query = { ...(of.value === 'names' ? {} : { of: of.value }), a: chosen[0], b: chosen[1] };
    history.pushState(null, '', `?${new URLSearchParams(query)}`);
    compare(...chosen);
  });
  addEventListener('popstate', asked);
  // From a disk a browser reads no other file.
  if (location.protocol === 'file:') says.textContent = words.disk;
  else asked();
})();
