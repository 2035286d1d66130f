/* What to do when nothing is found: another spelling, topics that are near, where to say it. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const TOPIC = 'topic-';

  /* Returns what fills the steps for words and what they led to. */
  doorstep.nothingFound = (steps, root) => {
    const spelling = steps.querySelector('[data-suggestion]');
    const other = spelling.querySelector('a');
    const tell = steps.querySelector('[data-tell]');
    const add = tell.getAttribute('href');
    const topics = Array.from(steps.querySelectorAll('ul li'));
    const pathOf = (item) => item.querySelector('a').getAttribute('href').slice(root.length);

    /* All topics when none is near, because one of them may be. */
    function leaveNear(facets) {
      const near = facets.filter((facet) => facet.startsWith(TOPIC))
        .map((facet) => `topics/${facet.slice(TOPIC.length)}/`);
      const isNear = topics.map((item) => near.includes(pathOf(item)));
      const isAny = isNear.includes(true);
      topics.forEach((item, place) => { item.hidden = isAny && !isNear[place]; });
    }

    return (words, result) => {
      spelling.hidden = !result.suggestion || result.suggestion === words;
      other.textContent = result.suggestion;
      other.href = `#q=${encodeURIComponent(result.suggestion)}`;
      leaveNear(result.near);
      tell.href = `${add}#missing=${encodeURIComponent(words)}`;
    };
  };
})();
