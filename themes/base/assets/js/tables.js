// Tables sort in place: a button in each header, pressed once for up, twice for down, three times for as it was.
// A row with a cell over several columns stays below the row before it; what is not known comes last.
(() => {
  const language = document.documentElement.lang;
  const { compare } = new Intl.Collator(language, { numeric: true, ignorePunctuation: true });
  const stacked = matchMedia('(max-width: 43.99em)');
  const buttons = [];

  // A cell's own text, without the notes in smaller type.
  function said(cell) {
    const own = [...cell.childNodes].filter(node => node.nodeName !== 'SMALL').map(node => node.textContent).join('');
    return (cell.dataset.sort ?? cell.querySelector('time')?.dateTime ?? own).trim();
  }

  function numbers(text) {
    const plain = text.replace(/(\d)[\u00a0\u202f,](?=\d{3}(?!\d))/g, '$1').replace(/(\d),(\d)/g, '$1.$2');
    const found = (plain.match(/\d+(\.\d+)?/g) ?? []).map(Number);
    if (/^[−-]\s?\d/.test(plain)) found[0] = -found[0];
    return found;
  }

  const isNumber = text => /^[≥≤=~+−-]*\s*\d/.test(text);
  const isUnknown = (cell, text) => /^[?–—-]?$/.test(text) || (!isNumber(text) && cell.querySelector('.unknown'));

  const order = (one, other) => one.map((number, i) => number - (other[i] ?? 0)).find(Boolean) ?? 0;

  function sort(body, groups, column, way) {
    const rows = groups.map(group => {
      const cell = group[0].cells[column];
      const text = said(cell);
      return { group, text, numbers: numbers(text), last: isUnknown(cell, text) ? 1 : 0 };
    });
    const counted = rows.every(row => row.last || isNumber(row.text));
    const by = counted ? (a, b) => order(a.numbers, b.numbers) : (a, b) => compare(a.text, b.text);
    if (way) rows.sort((a, b) => a.last - b.last || (a.last ? 0 : way * by(a, b)));
    body.append(...rows.flatMap(row => row.group));
  }

  function prepare(table) {
    const [body] = table.tBodies;
    const [head, second] = table.tHead?.rows ?? [];
    if (!head || second || table.tBodies.length !== 1 || body.rows.length < 5) return;
    if (head.querySelector('a') || table.querySelector('[rowspan]')) return;
    const groups = [];
    for (const row of body.rows) {
      if (row.cells.length === head.cells.length) groups.push([row]);
      else if (groups.length) groups.at(-1).push(row);
      else return;
    }
    if (groups.length < 5) return;
    [...head.cells].forEach((header, column) => {
      if (!header.textContent.trim()) return;
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'sort' });
      button.append(...header.childNodes);
      header.append(button);
      if (table.classList.contains('stack')) buttons.push(button);
      button.addEventListener('click', () => {
        const was = header.ariaSort;
        const way = { ascending: -1, descending: 0 }[was] ?? 1;
        for (const each of head.cells) each.ariaSort = null;
        if (way) header.ariaSort = way > 0 ? 'ascending' : 'descending';
        sort(body, groups, column, way);
      });
    });
  }

  // As notices, rows have no headers to press.
  const reach = () => { for (const button of buttons) button.tabIndex = stacked.matches ? -1 : 0; };
  // Matrices are read across: their columns are years, not properties.
  for (const table of document.querySelectorAll('main table:not(.heat, .spells)')) prepare(table);
  stacked.addEventListener('change', reach);
  reach();
})();
