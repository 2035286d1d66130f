/* What was found -> what the search page shows of it, in the place of everything by name. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};

  /* Draws what is in the template, before it, and returns what fills it. */
  doorstep.searchShowing = (place, form) => {
    const root = place.dataset.searchRoot;
    const everything = place.querySelector('[data-everything]');
    const template = place.querySelector('[data-search]');
    const parts = document.importNode(template.content, true);
    const [found, heading, note, list, more, steps] =
      ['[data-results]', 'h2', 'p', '#results', '[type=button]', '.nothing-found']
        .map((selector) => parts.querySelector(selector));
    const words = found.dataset;
    const showCards = doorstep.resultList(list, more, everything, root);
    const fillSteps = doorstep.nothingFound(steps, root);

    function say(first, rest) {
      [[heading, first], [note, rest]].forEach(([one, sentence]) => {
        one.textContent = sentence;
        one.hidden = !sentence;
      });
    }

    function showNothing() {
      found.hidden = steps.hidden = true;
      everything.hidden = false;
      showCards([]);
      say('', '');
    }

    function showWait() {
      found.hidden = false;
      everything.hidden = steps.hidden = true;
      showCards([]);
      say(words.waiting, '');
    }

    function showOffline() {
      showNothing();
      found.hidden = false;
      say(words.offline, '');
    }

    function linkToGone(number) {
      const link = document.createElement('a');
      link.className = 'alone';
      link.href = `${root}n/${number}/`;
      link.textContent = words.became.replace('{number}', number);
      note.append(link);
      note.hidden = false;
    }

    function showFound(result, paths, typed) {
      found.hidden = false;
      everything.hidden = true;
      showCards(paths);
      say(...doorstep.saidOf(result, paths.length, typed, words, form.words));
      if (result.isGone) linkToGone(result.number);
      steps.hidden = result.rows.length > 0 || Boolean(result.isGone);
      if (!steps.hidden) fillSteps(typed, result);
    }

    // What is seen changes with every key; this is for those who listen.
    form.said.className = 'visually-hidden';
    const announce = () => {
      form.said.textContent = [heading, note].map((one) => one.textContent).filter(Boolean).join('. ');
    };

    template.before(parts);
    showNothing();
    return { showNothing, showWait, showOffline, showFound, announce };
  };
})();
