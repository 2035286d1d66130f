/* What this phone keeps of the guide, each with what it needs to know of it; never too many bytes. */
(() => {
  'use strict';

  const doorstep = self.doorstep = self.doorstep || {};
  const { scope } = self.registration;
  const NAME = `doorstep:${new URL(scope).pathname}:1`;
  let isKeeping = true;
  let turn = Promise.resolve();

  /* One thing at a time: two that count the bytes at once would both find room. */
  function inTurn(job) {
    turn = turn.then(job, job);
    return turn;
  }

  doorstep.isAsset = (url) => url.startsWith(`${scope}assets/`);

  function isForAll(url) {
    return [...doorstep.guide.pages, ...doorstep.guide.later].some((path) => scope + path === url);
  }

  // To open a store would make it, which a phone that has forgotten should not find again.
  const find = (url) => caches.match(url, { cacheName: NAME });

  /* Returns address, bytes, day of the last visit and assets of everything that is kept. */
  async function everything(store) {
    const requests = await store.keys();
    return Promise.all(requests.map(async ({ url }) => {
      const { headers } = await store.match(url);
      return {
        url,
        bytes: Number(headers.get('X-Bytes')),
        visited: Number(headers.get('X-Visited')),
        assets: headers.get('X-Assets').split(' '),
      };
    }));
  }

  const bytesOf = (files) => files.reduce((sum, file) => sum + file.bytes, 0);

  /* Returns what stays when a page and its assets come: the pages visited longest ago make room. */
  function staying(kept, coming) {
    const isComing = new Set(coming.map((file) => file.url));
    const others = kept.filter((file) => !isComing.has(file.url));
    const assets = others.filter((file) => doorstep.isAsset(file.url));
    const pages = others.filter((file) => !doorstep.isAsset(file.url))
      .sort((one, other) => isForAll(other.url) - isForAll(one.url) || other.visited - one.visited);
    for (;;) {
      const needed = new Set([...pages, ...coming].reduce((all, { assets: its }) => all.concat(its), []));
      const stay = [...pages, ...assets.filter((file) => needed.has(file.url))];
      if (bytesOf(stay) + bytesOf(coming) <= doorstep.guide.most) return stay;
      const last = pages.pop();
      if (!last || isForAll(last.url)) return null;
    }
  }

  /* Makes room for what comes, and says whether there is enough. */
  async function makeRoom(store, coming) {
    const kept = await everything(store);
    const stay = staying(kept, coming);
    if (!stay) return false;
    const left = new Set([...stay, ...coming].map((file) => file.url));
    const [page] = coming.slice(-1);
    if (!page.assets.every((url) => left.has(url))) return false;
    await Promise.all(kept.filter((file) => !left.has(file.url)).map(({ url }) => store.delete(url)));
    return true;
  }

  function put(store, file) {
    const headers = {
      'Content-Type': file.type,
      'X-Bytes': file.bytes,
      'X-Visited': file.visited,
      'X-Assets': file.assets.join(' '),
    };
    return store.put(file.url, new Response(file.body, { headers }));
  }

  /* The page comes last, so that it is never there without what it needs. */
  async function withAssets(page) {
    const coming = [];
    for (const url of page.assets) {
      if (!await find(url)) coming.push(await doorstep.getAsset(url));
    }
    return [...coming, page];
  }

  /* Keeps a page with the assets that it names, or nothing of it. */
  async function keep(page) {
    const coming = await withAssets(page);
    await inTurn(async () => {
      if (!isKeeping) return;
      const store = await caches.open(NAME);
      if (!await makeRoom(store, coming)) return;
      for (const file of coming) await put(store, file);
    });
  }

  function drop(url) {
    return inTurn(async () => await find(url) && (await caches.open(NAME)).delete(url));
  }

  async function visits() {
    const kept = await everything(await caches.open(NAME));
    return kept.filter((file) => !doorstep.isAsset(file.url));
  }

  /* Keeps nothing any more for as long as this worker runs. */
  function forget() {
    isKeeping = false;
    return inTurn(() => caches.delete(NAME));
  }

  async function dropOlderStores() {
    const ours = NAME.replace(/\d+$/, '');
    const names = await caches.keys();
    const older = names.filter((name) => name.startsWith(ours) && name !== NAME);
    await Promise.all(older.map((name) => caches.delete(name)));
  }

  doorstep.store = { find, keep, drop, visits, forget, isKeeping: () => isKeeping, dropOlderStores };
})();
