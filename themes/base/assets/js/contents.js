// Marks the section that is read in the line of contents, and keeps its link in sight there.
(() => {
  const list = document.querySelector('.sections ul');
  const links = [...document.querySelectorAll('.sections a')];
  const heads = links.map(link => document.querySelector(link.hash));

  function mark() {
    const line = list.offsetHeight + 64;
    const passed = heads.findLastIndex(head => head.getBoundingClientRect().top < line);
    const end = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const current = links[end && passed >= 0 ? Math.max(passed, inView()) : passed];
    for (const link of links) {
      if (link === current) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    }
    if (current) list.scrollLeft = current.offsetLeft - list.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  }

  // At the end of the page its last headings may never come up to the line.
  const inView = () => {
    const at = links.findIndex(link => link.hash === location.hash);
    return heads[at]?.getBoundingClientRect().top < innerHeight ? at : -1;
  };

  let waiting = 0;
  const soon = () => { waiting ||= requestAnimationFrame(() => { waiting = 0; mark(); }); };
  addEventListener('scroll', soon, { passive: true });
  addEventListener('resize', soon);
  mark();
})();
