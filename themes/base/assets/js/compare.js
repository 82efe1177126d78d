// Two names, two awards or two years side by side, from the records of the API. The address says which: `?a=…&b=…`,
// the ids of names; `?of=awards&a=…&b=…` and `?of=years&a=…&b=…` of awards and years.
(() => {
  const form = document.getElementById('compare');
  const table = document.getElementById('compared');
  const { fold, load, thing, titles } = globalThis.titleIndex;
  const said = document.title;
  const newest = 12, likeliest = 6;
  const says = document.getElementById('compare-status');
  const words = Object.fromEntries([...document.querySelectorAll('[data-word]')].map((one) => [one.dataset.word, one.textContent]));
  const { of, a, b } = form.elements;
  const api = form.dataset.records.replace(/names\/$/, '');
  const offered = (kind) => [...document.querySelectorAll(`#compare-${kind} option`)];

  // Names beyond those that are offered stand in the index of the search.
  const choices = (kind) => offered(kind).map(({ value, dataset }) => thing(value, { id: dataset.id }));
  async function every(kind) {
    if (kind !== 'names') return choices(kind);
    const { root, folder, index } = form.dataset;
    const found = await load(index).catch(() => []);
    const names = found.filter(({ url }) => (root + url).startsWith(folder));
    return names.length ? names.map((one) => ({ ...one, id: one.url.split('/').at(-2) })) : choices(kind);
  }

  const slug = (text) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const called = (things, text) => things.find(({ title }) => title === text.trim()) ?? things.find(({ name }) => name === ` ${fold(text)}`);
  const idOf = async (text) => (called(choices(of.value), text) ?? called(await every(of.value), text))?.id ?? slug(text);
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

  const edition = (key) => record(`editions/${encodeURIComponent(key)}`);

  // Who won in an edition; where that is not known, the edition.
  function told(one) {
    const titles = [one.without_category ?? {}, ...(one.categories ?? [])].flatMap(won);
    return titles.length ? titles.map(winners) : [link(one.label, one.url)];
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
      const sums = Object.fromEntries(['editions', 'categories', 'titles', 'laureates'].map((what) => [what, counted(one, what)]));
      const rows = await Promise.all((one.editions ?? []).toReversed().map(async (each, at) => {
        const who = at < newest ? told(await edition(each.id.replaceAll('/', '-'))) : [link(each.label, each.url)];
        return who.map((winner) => [each.label, each.label, yearOf(each), winner]);
      }));
      return { ...one, sums: { founded: one.founded?.slice(0, 4), ...sums }, rows: rows.flat() };
    },
    async years(id) {
      const chosen = offered('years').find(({ dataset }) => dataset.id === id);
      if (!chosen) throw new Error(id);
      const editions = await Promise.all(chosen.dataset.records.split(' ').map(edition));
      const rows = editions.flatMap((one) => told(one).map((each) => [one.award, one.award_name, 0, each]));
      const exact = editions.every(({ counts }) => !counts?.at_least?.includes('titles'));
      const titles = editions.reduce((all, { counts }) => all + (counts?.titles ?? 0), 0);
      return { name: id, url: chosen.dataset.url, sums: { editions: editions.length, titles: `${exact ? '' : '≥ '}${titles}` }, rows };
    },
  };

  // What stands at the head of each row, and of both what stands below them.
  function* rows(both) {
    for (const what of Object.keys(both[0].sums)) {
      if (both.some(({ sums }) => sums[what] !== undefined)) yield [words[what], both.map(({ sums }) => String(sums[what] ?? '–')), 'sum'];
    }
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
    says.replaceChildren(made('span', words.beside + names, { className: 'visually-hidden' }));
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

  const address = (query) => `?${new URLSearchParams({ ...(of.value === 'names' ? {} : { of: of.value }), ...query })}`;

  // What is not there, and those with a likely name, each a link that puts it in the place of what was asked for.
  async function miss(chosen, lost) {
    const told = made('p', `${of.selectedOptions[0].dataset.none} ${lost.map((field) => field.value).join(', ')}`);
    const likely = await Promise.all(lost.map(async (field) => {
      const things = await titles(await every(of.value))(field.value);
      return things.slice(0, likeliest).map(({ id, title }) => made('a', made('bdi', title), { href: address({ ...chosen, [field.name]: id }) }));
    }));
    const links = likely.flat();
    return links.length ? [told, made('p', words.likely), made('ul', links.map((each) => made('li', each)), { className: 'inline' })] : [told];
  }

  async function compare(one, other) {
    table.parentElement.hidden = true;
    says.replaceChildren();
    document.title = said;
    if (!one || !other) return;
    if (one === other) {
      says.textContent = `${words.same} ${b.value}`;
      return;
    }
    const both = await Promise.allSettled([one, other].map(read[of.value]));
    const lost = both.flatMap(({ status }, at) => (status === 'rejected' ? [[a, b][at]] : []));
    if (lost.length) {
      says.replaceChildren(...await miss({ a: one, b: other }, lost));
      return;
    }
    const [first, second] = both.map(({ value }) => value);
    a.value = first.name;
    b.value = second.name;
    show([first, second]);
  }

  async function asked() {
    const query = new URLSearchParams(location.search);
    const kind = query.get('of') ?? 'names';
    const isKnown = [...of.options].some(({ value }) => value === kind);
    choose(isKnown ? kind : 'names');
    for (const field of [a, b]) {
      const id = isKnown ? query.get(field.name) ?? '' : '';
      field.value = offered(of.value).find(({ dataset }) => dataset.id === id)?.value ?? id;
    }
    await compare(isKnown && query.get('a'), query.get('b'));
    if (!isKnown) says.textContent = `${words.kind} ${kind}`;
    if (query.get('a') && !query.get('b')) b.focus();
  }

  of.addEventListener('change', () => {
    choose(of.value);
    a.value = b.value = '';
    history.replaceState(null, '', location.pathname);
    compare();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [one, other] = await Promise.all([a, b].map(({ value }) => idOf(value)));
    history.pushState(null, '', address({ a: one, b: other }));
    await compare(one, other);
    table.parentElement.focus();
  });
  addEventListener('popstate', asked);
  // From a disk a browser reads no other file.
  if (location.protocol === 'file:') {
    form.remove();
    says.textContent = words.disk;
  } else asked();
})();
