/* Has the pages kept that one needs without signal: a few at once, search for whoever stays a while. */
(() => {
  'use strict';

  // Search is as large as all the rest. Whoever only looks up one thing does not pay for it.
  const SECONDS = 20;
  const { worker } = document.documentElement.dataset;
  const keeper = navigator.serviceWorker;
  if (!worker || !keeper) return;

  addEventListener('load', () => {
    // A browser that keeps nothing, such as a private window's, may refuse.
    keeper.register(worker).catch(() => {});
    setTimeout(() => keeper.ready.then(({ active }) => active.postMessage('more')), SECONDS * 1000);
  });
})();
