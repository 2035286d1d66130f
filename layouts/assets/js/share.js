/* Adds a button that copies the page's address, where the browser can. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};

  // What is after the # is a place on the page, but on the page of a shortlist it is the list.
  const addressFor = (list) => ('whole' in list.dataset ? location.href : location.href.split('#')[0]);

  function newButton(list, said) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = list.dataset.copy;
    button.addEventListener('click', () => {
      said.textContent = '';
      navigator.clipboard.writeText(addressFor(list)).then(() => {
        said.textContent = list.dataset.copied;
      }, () => button.remove());
    });
    return button;
  }

  /* Adds it to the list of ways to pass a page on; a page that is drawn later asks for that itself. */
  doorstep.addCopying = (list) => {
    if (!list || !navigator.clipboard) return;
    const said = document.createElement('p');
    said.className = 'share__said';
    said.setAttribute('role', 'status');
    const item = document.createElement('li');
    item.className = 'share__way';
    item.append(newButton(list, said));
    // Before the star, where there is one.
    const star = list.querySelector('.star');
    list.insertBefore(item, star && star.parentElement);
    list.after(said);
  };

  doorstep.addCopying(document.querySelector('[data-copy]'));
})();
