/* Adds a button that copies the page's address, where the browser can. */
(() => {
  'use strict';

  const list = document.querySelector('[data-copy]');
  if (!list || !navigator.clipboard) return;

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = list.dataset.copy;

  const item = document.createElement('li');
  item.className = 'share__way';
  item.append(button);

  const said = document.createElement('p');
  said.className = 'share__said';
  said.setAttribute('role', 'status');

  // What is after the # is a place on the page, but on the page of a shortlist it is the list.
  const address = () => ('whole' in list.dataset ? location.href : location.href.split('#')[0]);

  button.addEventListener('click', () => {
    said.textContent = '';
    navigator.clipboard.writeText(address()).then(() => {
      said.textContent = list.dataset.copied;
    }, () => button.remove());
  });

  // Before the star, where there is one.
  const star = list.querySelector('.star');
  list.insertBefore(item, star && star.parentElement);
  list.after(said);
})();
