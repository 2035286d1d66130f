/* Adds a button to words that are ready to send, which copies them, where the browser can. */
(() => {
  'use strict';

  if (!navigator.clipboard) return;

  const textOf = (words) => Array.from(words.children, (line) => line.textContent).join('\n');

  function addButton(words) {
    const ways = words.nextElementSibling;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = words.dataset.readyWords;

    const said = document.createElement('span');
    said.setAttribute('role', 'status');

    button.addEventListener('click', () => {
      said.textContent = '';
      navigator.clipboard.writeText(textOf(words)).then(() => {
        said.textContent = words.dataset.copied;
      }, () => button.remove());
    });

    ways.append(button, said);
  }

  document.querySelectorAll('[data-ready-words]').forEach(addButton);
})();
