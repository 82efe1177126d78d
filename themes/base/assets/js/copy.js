// A button below a text that copies it, and says whether it did.
(() => {
  const place = document.querySelector('.copier');
  const text = document.getElementById('plain');
  const { copy, copied, failed } = place.dataset;
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: copy });
  const says = Object.assign(document.createElement('span'), { role: 'status' });

  // From a disk there is no clipboard to write to: the older way selects the text, which helps where it fails too.
  async function write(words) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      getSelection().selectAllChildren(text);
      return document.execCommand('copy');
    }
  }

  button.addEventListener('click', async () => {
    says.textContent = '';
    says.textContent = await write(text.innerText.trim()) ? copied : failed;
  });
  place.append(button, says);
})();
