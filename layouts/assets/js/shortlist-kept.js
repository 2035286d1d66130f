/* The numbers on a shortlist, kept on this phone under the address of the page that prints it. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};

  /* Reads numbers in their order, each once: 127,131. */
  doorstep.numbersIn = (text) =>
    [...new Set(text.split(',').filter((part) => /^[1-9]\d*$/.test(part)))];

  /* Returns what tells the numbers that are kept, and what keeps others in their place. */
  doorstep.shortlistAt = (address) => {
    // A phone that keeps nothing has them for as long as the page is open.
    let spare = null;

    function kept() {
      if (spare) return spare;
      try {
        return doorstep.numbersIn(localStorage.getItem(address) || '');
      } catch (refused) {
        return [];
      }
    }

    function keep(numbers) {
      spare = null;
      try {
        if (numbers.length) localStorage.setItem(address, numbers.join());
        else localStorage.removeItem(address);
      } catch (refused) {
        spare = numbers;
      }
    }

    return { kept, keep };
  };
})();
