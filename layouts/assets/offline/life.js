/* The life of the worker: it fills the store, takes over from the one before, answers, forgets. */
(() => {
  'use strict';

  const { doorstep } = self;
  const { scope } = self.registration;
  const { guide, store } = doorstep;
  // A page that went to the network is asked for anew, but comes only if it has changed.
  const CHANGED = 'no-cache';
  // What was kept and may be so no more is to leave no copy elsewhere.
  const NO_COPY = 'no-store';

  async function openPages() {
    const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    return windows.map(({ url }) => doorstep.plain(url)).filter((url) => url.startsWith(scope));
  }

  /* A page that was not kept before is kept if it comes; a bad moment does not spoil the rest. */
  const tryToTake = (...wish) => doorstep.take(...wish).catch(() => {});

  /* Gets every page anew: what was cancelled says so, and what may be kept no more leaves. Where one
     does not come, it all begins again with the next page that somebody opens. */
  async function fill() {
    const wanted = guide.pages.map((path) => scope + path);
    const visits = (await store.visits()).filter(({ url }) => !wanted.includes(url));
    const isKnown = new Set([...wanted, ...visits.map(({ url }) => url)]);
    const together = await doorstep.takeTogether(scope + guide.together);
    for (const url of wanted) if (!together.includes(url)) await doorstep.take(url, CHANGED);
    for (const { url, visited } of visits) await doorstep.take(url, NO_COPY, visited);
    for (const url of await openPages()) if (!isKnown.has(url)) await tryToTake(url, CHANGED);
    await self.skipWaiting();
  }

  async function takeOver() {
    await store.dropOlderStores();
    await clients.claim();
  }

  async function takeMore() {
    if (!store.isKeeping()) return;
    for (const url of guide.later.map((path) => scope + path)) {
      if (!await store.find(url)) await tryToTake(url, CHANGED);
    }
  }

  addEventListener('install', (event) => event.waitUntil(fill()));
  addEventListener('activate', (event) => event.waitUntil(takeOver()));
  addEventListener('fetch', doorstep.answer);
  addEventListener('message', (event) => {
    const job = { more: takeMore, forget: store.forget }[event.data];
    if (job) event.waitUntil(job());
  });
})();
