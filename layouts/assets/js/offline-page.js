/* The page for having no signal: what this phone has kept, and how to have it forget that. */
(() => {
  'use strict';

  const page = document.querySelector('[data-kept-under]');
  if (!page || !window.caches || !navigator.serviceWorker) return;
  const { keptUnder: root, own } = page.dataset;
  const [missing, visited, forgetting] =
    ['missing', 'visited', 'forgetting'].map((name) => document.querySelector(`[data-${name}]`));
  const links = [...page.querySelectorAll('[data-for-all] a')];

  const isOurs = (name) => name.startsWith(`doorstep:${root}:`);
  const ourStores = () => caches.keys().then((names) => names.filter(isOurs));

  /* Returns the address and the heading of every page that is kept, the last one visited first. */
  async function keptPages() {
    const pages = [];
    for (const name of await ourStores()) {
      const store = await caches.open(name);
      for (const { url } of await store.keys()) {
        const kept = await store.match(url);
        if (kept.headers.get('Content-Type').startsWith('text/html')) {
          const html = new DOMParser().parseFromString(await kept.text(), 'text/html');
          const heading = html.querySelector('h1').textContent.trim();
          pages.push({ path: new URL(url).pathname, heading, visited: Number(kept.headers.get('X-Visited')) });
        }
      }
    }
    return pages.sort((one, other) => other.visited - one.visited);
  }

  function rowOf({ path, heading }) {
    const link = document.createElement('a');
    link.className = 'link-list__link';
    link.href = path;
    link.textContent = heading;
    const row = document.createElement('li');
    row.className = 'link-list__item';
    row.append(link);
    return row;
  }

  function show(pages) {
    const paths = pages.map(({ path }) => path);
    const forAll = links.map((link) => link.pathname);
    if (paths.length) {
      links.forEach((link) => { link.parentElement.hidden = !paths.includes(link.pathname); });
    }
    const others = pages.filter(({ path }) => path !== own && !forAll.includes(path));
    visited.querySelector('ul').append(...others.map(rowOf));
    visited.hidden = !others.length;
  }

  async function forget() {
    const registration = await navigator.serviceWorker.getRegistration(root);
    if (registration) {
      const { installing, waiting, active } = registration;
      [installing, waiting, active].forEach((one) => one && one.postMessage('forget'));
      await registration.unregister();
    }
    await Promise.all((await ourStores()).map((name) => caches.delete(name)));
    localStorage.removeItem(forgetting.dataset.shortlist);
    visited.hidden = true;
    const said = forgetting.querySelector('[role=status]');
    said.textContent = said.dataset.forgotten;
  }

  // The address is another's where this page stands in for one that was not kept.
  missing.hidden = location.pathname === own;
  missing.querySelector('button').addEventListener('click', () => location.reload());
  forgetting.hidden = false;
  forgetting.querySelector('button').addEventListener('click', forget);
  keptPages().then(show);
})();
