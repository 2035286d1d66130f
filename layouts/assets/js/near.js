/* From where somebody sets out -> the list by the walk. Nothing of it leaves the phone. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const KILOMETRES_FAR = 20;
  const PATIENCE = { timeout: 20000, maximumAge: 60000 };
  const inAddress = () => doorstep.decoded((/^#from=(.*)$/.exec(location.hash) || ['', ''])[1]);

  function landmark(facts, wanted) {
    const found = facts.landmarks.find(([id]) => id === wanted);
    return found && { id: wanted, name: found[1], position: [found[2], found[3]] };
  }

  /* Where a typed postcode is, and what to say where that is not exactly known. */
  function postcode(facts, typed) {
    const found = doorstep.whereIs(facts.postcodes, typed);
    if (!found) return null;
    const note = found.isExact ? '' : doorstep.filled(facts.words.about_postcode, { place: found.name });
    return { name: found.name, position: found.position, note };
  }

  /* Only after a tap; the browser then asks the person, and tells this page alone. */
  function whereTheyAre(words) {
    return new Promise((resolve, reject) => {
      navigator.geolocation.getCurrentPosition(({ coords }) => {
        resolve({ name: words.from_here, position: [coords.latitude, coords.longitude] });
      }, () => reject(new Error(words.no_position)), PATIENCE);
    });
  }

  function walksFrom(facts, from, places) {
    const { walk_one: one, walk_many: many } = facts.words;
    return places.map(({ position }) => {
      const minutes = doorstep.walkingMinutes(from.position, position);
      const words = doorstep.filled(minutes === 1 ? one : many, { number: minutes });
      return { minutes, words: doorstep.filled(words, { place: from.name }) };
    });
  }

  /* Parts of the list, each up to so many minutes. Some of us take twice as long. */
  function bands({ rings, words }) {
    const within = rings.map(([number]) =>
      [number, doorstep.filled(words.band, { number, slow: 2 * number })]);
    return [...within, [Infinity, words.farther]];
  }

  function isFar(walks) {
    const least = Math.min(...walks.map((walk) => walk.minutes));
    return least > KILOMETRES_FAR * 1000 * 1.3 / 80;
  }

  /* `withFacts(act)` gets the map's facts first; `sorted(from)` is told from where it now is. */
  doorstep.near = ({ form, here, back, list, say, withFacts, sorted }) => {
    const { landmark: known, postcode: typed } = form.elements;

    function sort(facts, from) {
      const walks = walksFrom(facts, from, list.places(facts));
      if (isFar(walks)) {
        say(facts.words.far_away);
        return;
      }
      list.sort(walks, bands(facts));
      back.hidden = false;
      const about = doorstep.filled(facts.words.sorted, { place: from.name });
      say([from.note, about].filter(Boolean).join(' '));
      const address = from.id ? `#from=${encodeURIComponent(from.id)}` : location.pathname + location.search;
      history.replaceState(null, '', address);
      sorted(from);
    }

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      withFacts((facts) => {
        const written = typed.value.trim();
        const from = written ? postcode(facts, written) : known && landmark(facts, known.value);
        if (from) sort(facts, from);
        else say(written ? facts.words.no_postcode : facts.words.from_nowhere);
      });
    });

    here.hidden = !navigator.geolocation;
    here.addEventListener('click', () => withFacts((facts) => {
      say(facts.words.looking_for_you);
      return whereTheyAre(facts.words)
        .then((from) => sort(facts, from), ({ message }) => say(message));
    }));

    // What was chosen last is meant: a landmark is not kept from the list by an older postcode.
    if (known) known.addEventListener('change', () => { typed.value = ''; });

    back.addEventListener('click', () => {
      list.restore();
      back.hidden = true;
      history.replaceState(null, '', location.pathname + location.search);
      sorted(null);
      say('');
      list.top().focus();
    });

    const first = inAddress();
    if (!first) return;
    withFacts((facts) => {
      const from = landmark(facts, first);
      if (!from) return;
      known.value = first;
      sort(facts, from);
    });
  };
})();
