// Titles, and which of them are called so or nearly so: of the index that the search page reads, or of a few things.
globalThis.titleIndex = (() => {
  const fold = text => text.toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ø/g, 'o').replace(/ß/g, 'ss')
    .normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

  // What is called so, with what more is known of it.
  const thing = (title, more) => ({
    ...more, title, name: ` ${fold(title)}`, rest: ` ${fold(more.also ?? '')} ${fold(more.detail ?? '')}`,
  });

  // The index, in its own order: what every answer shows, and by what it can be narrowed.
  async function load(index) {
    const script = document.createElement('script');
    script.src = index;
    await new Promise((resolve, reject) => {
      Object.assign(script, { onload: resolve, onerror: reject });
      document.head.append(script);
    });
    return globalThis.searchIndex.map(([title, url, kind, detail = '', also = '', facets = {}]) =>
      thing(title, { url, kind, detail, also, facets: { ...facets, kind: [kind, ...facets.kind ?? []] } }));
  }

  function titles(things) {
    return async text => {
      const question = fold(text);
      const words = question.split(' ').filter(Boolean);
      const found = things.map(thing => [score(thing, question, words), thing]).filter(([points]) => points);
      return (found.length ? found : nearly(things, words)).sort((one, other) => other[0] - one[0]).map(([, thing]) => thing);
    };
  }

  // What has each word with a slip or two: the fewer, the better.
  function nearly(things, words) {
    const found = [];
    for (const thing of things) {
      const there = `${thing.name} ${thing.rest}`.split(' ');
      const slips = words.map(word => Math.min(...there.map(other => apart(word, other, word.length > 7 ? 2 : 1))));
      if (words.length && slips.every(Number.isFinite)) found.push([-slips.reduce((sum, one) => sum + one), thing]);
    }
    return found;
  }

  // How many letters are other, left out, more or exchanged; Infinity beyond `most`, and for short words that differ.
  function apart(word, other, most) {
    if (word === other) return 0;
    if (word.length < 4 || Math.abs(word.length - other.length) > most) return Infinity;
    let before = [], row = Array.from({ length: other.length + 1 }, (_, i) => i);
    for (let i = 1; i <= word.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (word[i - 1] !== other[j - 1]));
        const isExchanged = word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
        if (isExchanged) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return Infinity;
      [before, row] = [row, next];
    }
    return row[other.length] <= most ? row[other.length] : Infinity;
  }

  // 0 nothing, 1 in what surrounds the title, 2 in the title, 3 the title begins so, 4 the title.
  function score({ name, rest }, question, words) {
    if (!words.every(word => name.includes(` ${word}`) || rest.includes(` ${word}`))) return 0;
    if (name === ` ${question}`) return 4;
    if (name.startsWith(` ${question}`)) return 3;
    return words.every(word => name.includes(` ${word}`)) ? 2 : 1;
  }

  return { fold, load, score, thing, titles };
})();
