/* What a page asks for -> the network's answer if it comes soon and whole, or what is kept. */
(() => {
  'use strict';

  const doorstep = self.doorstep = self.doorstep || {};
  const { scope } = self.registration;
  const PATIENCE = 3000;
  const GONE = [404, 410];

  /* What was looked for stays out of the store: a page is kept without the question in its address. */
  doorstep.plain = (address) => address.split(/[?#]/)[0];

  const patience = () => new Promise((done) => setTimeout(done, PATIENCE));

  /* Keeps what may be kept. What may not, or is there no more, leaves. */
  async function remember(url, answer, found) {
    if (found && found.mayBeKept) await doorstep.store.keep(found.file);
    else if (found || GONE.includes(answer.status)) await doorstep.store.drop(url);
  }

  /* Returns an answer of the network that has come whole, and what it holds if we know how to read it. */
  async function get(request) {
    const url = doorstep.plain(request.url);
    const answer = await fetch(request);
    const isOurs = answer.ok && (doorstep.isData(url) || doorstep.isHtml(answer));
    const found = isOurs ? await doorstep.whole(url, answer.clone()) : null;
    return { answer, found };
  }

  async function saved(url) {
    const kept = await doorstep.store.find(url);
    if (!kept || doorstep.isData(url)) return kept;
    return doorstep.savedCopy(kept);
  }

  /* The page about having no signal, in the place of a page alone. */
  async function noSignal(isPage) {
    const page = isPage && await doorstep.store.find(scope + doorstep.guide.offline);
    return page || Response.error();
  }

  /* A server in trouble answers too: what is kept is better. */
  const isGood = (coming) => coming && coming.answer.status < 500;

  async function fromNetworkFirst(request, coming) {
    const first = await Promise.race([coming.catch(() => null), patience()]);
    if (isGood(first)) return first.answer;
    const copy = await saved(doorstep.plain(request.url));
    if (copy) return copy;
    return coming.then(({ answer }) => answer, () => noSignal(request.mode === 'navigate'));
  }

  async function fromStoreFirst(request) {
    return await doorstep.store.find(request.url) || fetch(request);
  }

  /* Answers what it knows how to keep; all else goes its usual way. */
  doorstep.answer = (event) => {
    const { request } = event;
    if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
    if (doorstep.isAsset(request.url)) {
      event.respondWith(fromStoreFirst(request));
    } else if (request.mode === 'navigate' || doorstep.isData(request.url)) {
      const coming = get(request);
      event.respondWith(fromNetworkFirst(request, coming));
      const url = doorstep.plain(request.url);
      event.waitUntil(coming.then(({ answer, found }) => remember(url, answer, found)).catch(() => {}));
    }
  };

  /* Gets a page for the store alone, and keeps when it was visited. */
  doorstep.take = async (url, cache, visited) => {
    const answer = await fetch(url, { cache });
    if (!answer.ok && !GONE.includes(answer.status)) throw new Error(`${answer.status}: ${url}`);
    const found = answer.ok ? await doorstep.whole(url, answer) : null;
    if (found && visited !== undefined) found.file.visited = visited;
    await remember(url, answer, found);
  };

  /* Gets pages that come in one file, whose name tells what it holds. Returns their addresses. */
  doorstep.takeTogether = async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status}: ${url}`);
    const pages = await answer.json();
    const addresses = Object.keys(pages).map((path) => scope + path);
    for (const [path, html] of Object.entries(pages)) {
      const page = new Response(html, { headers: { 'Content-Type': 'text/html' } });
      await remember(scope + path, page, await doorstep.whole(scope + path, page.clone()));
    }
    return addresses;
  };
})();
