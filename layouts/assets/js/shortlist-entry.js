/* What is known of an entry -> its place on the paper, with the first date that is to come. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const isToCome = (one) => Date.parse(one.ends) > Date.now();

  /* The next date, what is off before it, and where to go if not to the usual place. */
  function coming({ dates = [], changes = [], rule, address }, words) {
    const date = dates.find(isToCome);
    const isBefore = (one) => !date || Date.parse(one.ends) <= Date.parse(date.ends);
    const off = changes.filter(isToCome).filter(isBefore).map((one) => one.words).join(' ');
    // What comes round may well do so after the last date that is known here.
    if (!date) return { changes: off, next: dates.length && !rule ? words.over : '' };
    const next = words.next.replace('{when}', () => date.words);
    if (!date.elsewhere) return { changes: off, next };
    const there = words.elsewhere || date.elsewhere;
    return { changes: off, next: `${next}. ${there}`, address: words.elsewhere ? '' : address };
  }

  /* Draws the facts that a template has a place for, and no others. */
  doorstep.shortlistEntry = (template, number, entry) => {
    const item = document.importNode(template.content, true).firstElementChild;
    const facts = Object.assign({}, entry, coming(entry, template.dataset));
    item.querySelectorAll('[data-fact]').forEach((place) => {
      const fact = facts[place.dataset.fact];
      if (fact) place.textContent = fact;
      else place.closest('[data-row]').remove();
    });
    const title = item.querySelector('[data-fact=title]');
    if (title && entry.is_name) title.translate = false;
    const remove = item.querySelector('button');
    remove.value = number;
    remove.setAttribute('aria-label', remove.dataset.named.replace('{number}', number));
    return item;
  };
})();
