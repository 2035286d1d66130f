/* Entries of the index -> all they can be narrowed by: what lasts, their kind, when they are on. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const A_DAY = 86400000;
  const KNOWN = 21;

  /* A bit for each day from one to another, today being 0. */
  const span = (first, last) => (2 << last) - (1 << first);

  /* Returns what tells today, this-week and weekend from days, of which the lowest bit is the day of the build. */
  doorstep.whenFacets = (built, today) => {
    const passed = Math.round((Date.parse(today) - Date.parse(built)) / A_DAY);
    const toSunday = (7 - new Date(today).getUTCDay()) % 7;
    const spans = [
      ['today', span(0, 0)],
      ['this-week', span(0, 6)],
      ['weekend', span(Math.max(toSunday - 1, 0), toSunday)],
    ];
    return (days) => {
      const left = passed < KNOWN ? days >> passed : 0;
      return spans.filter(([, bits]) => left & bits).map(([facet]) => facet);
    };
  };

  /* Returns what gives the facets of every entry, in order, as of the day it is for the reader. */
  doorstep.facetsOf = (index) => {
    let day = '';
    let facets = [];
    return () => {
      const { today } = document.documentElement.dataset;
      if (day === today) return facets;
      day = today;
      const when = doorstep.whenFacets(index.today, day);
      facets = index.entries.map((entry) =>
        [...entry.facets, ...when(entry.days), `kind-${entry.path.split('/')[0]}`]);
      return facets;
    };
  };
})();
