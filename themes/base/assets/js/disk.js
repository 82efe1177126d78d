// Opened from a disk, a folder does not show its page: point its links at index.html.
if (location.protocol === 'file:') {
  for (const link of document.querySelectorAll('a[href]')) {
    const url = new URL(link.href);
    if (url.protocol === 'file:' && url.pathname.endsWith('/')) {
      url.pathname += 'index.html';
      link.href = url.href;
    }
  }
}
