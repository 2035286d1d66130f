/* What is searched for <-> the address, after the #: #q=tea%20talk&free&topic-food. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (halfWritten) {
      return text;
    }
  }

  /* Reads the words, the facets among those that are known, and whether a box has just sent them. */
  doorstep.readState = (known) => {
    const parts = location.hash.slice(1).split('&');
    const typed = parts.find((part) => part.startsWith('q='));
    const sent = new URLSearchParams(location.search).get('q');
    const facets = known.filter((facet) => parts.includes(facet));
    const words = typed ? decoded(typed.slice(2)) : sent || '';
    return { words: words.trim(), facets, isSent: parts.includes('find') };
  };

  doorstep.isEmpty = ({ words, facets }) => !words && !facets.length;

  /* The address of the page itself, with what is searched for: whatever a form sent is left out. */
  doorstep.addressOf = ({ words, facets }) => {
    const parts = words ? [`q=${encodeURIComponent(words)}`, ...facets] : facets;
    return location.pathname + (parts.length ? `#${parts.join('&')}` : '');
  };

  /* Returns what keeps a state in the address. What one types takes the place of what one typed
     before; what was sent, chosen or opened is a place to come back to. */
  doorstep.keeper = (known) => {
    let isPlace = !doorstep.isEmpty(doorstep.readState(known));
    return (state, isDone) => {
      const address = doorstep.addressOf(state);
      // A link to a letter says nothing of a search, and is left as it is.
      if (address !== doorstep.addressOf(doorstep.readState(known))) {
        history[isPlace ? 'pushState' : 'replaceState'](null, '', address);
      }
      isPlace = isDone;
    };
  };
})();
