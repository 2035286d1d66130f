/* The two files of the index: each is fetched once it is wanted, and again if it did not come. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};

  function got(address) {
    return fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
      return answer.json();
    });
  }

  /* Returns what asks for a file, and gives the same answer to all who ask. */
  doorstep.asking = (address) => {
    let answer = null;
    return () => {
      if (!answer) {
        answer = got(address);
        answer.catch(() => { answer = null; });
      }
      return answer;
    };
  };
})();
