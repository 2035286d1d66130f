/* Gets the map's facts, and its files in their order, once each. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const asked = {};
  const added = {};

  /* Keeps what is under way or has come; what went wrong may be tried again. */
  function once(kept, address, get) {
    if (!kept[address]) {
      kept[address] = get(address);
      kept[address].catch(() => { delete kept[address]; });
    }
    return kept[address];
  }

  function asJson(address) {
    return whole(address).then(JSON.parse);
  }

  function whole(address) {
    return fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${address}`);
      return answer.text();
    });
  }

  function element(name, about) {
    return new Promise((resolve, reject) => {
      const one = Object.assign(document.createElement(name), about);
      one.addEventListener('load', resolve);
      one.addEventListener('error', () => {
        one.remove();
        reject(new Error(one.src || one.href));
      });
      document.head.append(one);
    });
  }

  const style = (href) => element('link', { rel: 'stylesheet', href });
  // Whatever comes first, they run in the order in which they were added.
  const script = (src) => element('script', { src, async: false });

  /* What the guide knows of its places. */
  doorstep.mapFacts = (address) => once(asked, address, asJson);

  /* The map itself, in the element that waits for it on the page. All scripts have come, side by
     side, before the first one runs: half a map could not be mended. */
  doorstep.mapFiles = (facts) => Promise.all([
    ...facts.styles.map((address) => once(added, address, style)),
    ...facts.scripts.map((address) => once(asked, address, whole)),
  ]).then(() => Promise.all(facts.scripts.map((address) => once(added, address, script))));

  doorstep.button = (words, act) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = words;
    button.addEventListener('click', act);
    return button;
  };

  /* Says something in a place, with a button after it: [its words, what it does]. */
  doorstep.sayIn = (place) => (words, button) => {
    place.textContent = button ? `${words} ` : words;
    if (button) place.append(doorstep.button(...button));
  };

  /* What an address says after the #, also where somebody has cut it off. */
  doorstep.decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch (halfWritten) {
      return text;
    }
  };

  /* Words with their {places} filled; the values are people's, so nothing in them is special. */
  doorstep.filled = (words, values) =>
    Object.keys(values).reduce((text, name) => text.split(`{${name}}`).join(values[name]), words);
})();
