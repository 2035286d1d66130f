/* Takes the place of the worker in a guide that keeps nothing on phones: forgets all, and goes. */
(() => {
  'use strict';

  const { scope } = self.registration;
  const OURS = `doorstep:${new URL(scope).pathname}:`;

  async function forget() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS)).map((name) => caches.delete(name)));
    await self.registration.unregister();
  }

  addEventListener('install', () => self.skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(forget()));
})();
