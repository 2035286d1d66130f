/* The facets that were chosen, kept in the address after the #, so that a choice can be shared. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};

  /* `show` is told which facets are chosen now, of those that are known. */
  doorstep.filterAddress = (known, show) => {
    let applied = [];

    const addressOf = (facets) =>
      (facets.length ? `#${facets.join('&')}` : location.pathname + location.search);

    function inAddress() {
      const facets = location.hash.slice(1).split('&');
      return known.filter((facet) => facets.includes(facet));
    }

    function set(facets) {
      applied = facets;
      show(facets);
    }

    function choose(facets) {
      if (facets.join() !== applied.join()) history.pushState(null, '', addressOf(facets));
      set(facets);
    }

    addEventListener('hashchange', () => {
      const facets = inAddress();
      // A link within the page, such as the skip link, takes no choice back.
      if (location.hash && applied.length && !facets.length) {
        history.replaceState(null, '', addressOf(applied));
      } else {
        set(facets);
      }
    });

    return { choose, start: () => set(inAddress()) };
  };
})();
