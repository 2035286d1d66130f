/* Adds the button that prints a sheet, where the browser can print. */
(() => {
  'use strict';

  const list = document.querySelector('[data-print]');
  if (!list || typeof window.print !== 'function') return;

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = list.dataset.print;
  button.addEventListener('click', () => window.print());

  const item = document.createElement('li');
  item.className = 'sheet-about__way';
  item.append(button);
  list.prepend(item);
})();
