/* Keeps what is typed in the box at the top on this phone: it goes after the #, which nobody is sent. */
(() => {
  'use strict';

  const form = document.querySelector('.masthead [data-index]');
  if (!form) return;
  const box = form.querySelector('input');

  /* The search page will want the index, and then has it already. */
  function fetchAhead() {
    fetch(form.dataset.index).then((answer) => answer.text()).catch(() => {});
  }

  box.addEventListener('focus', fetchAhead, { once: true });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = box.value.trim();
    const asked = words ? `#q=${encodeURIComponent(words)}&find` : '';
    location.assign(form.action + asked);
  });
})();
