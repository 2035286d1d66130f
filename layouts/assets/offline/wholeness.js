/* Answers of the network -> files that came whole and may be kept; what breaks off half-way is none. */
(() => {
  'use strict';

  const doorstep = self.doorstep = self.doorstep || {};
  const { scope } = self.registration;
  const { origin, pathname } = self.location;
  const OPENING = /^\s*<!doctype html>\s*<html [^>]*>/;
  const MARK = ` data-worker="${pathname}"`;
  const END = /<\/html>\s*$/;
  const ASSET = /(?:href|src)="([^"]*)"/g;
  const FINGERPRINT = /-([0-9a-f]{10})\.\w+$/;
  const HTML = 'text/html; charset=utf-8';

  const read = (body) => new TextDecoder().decode(body);

  function file(url, body, type, assets) {
    return { url, body, type, assets, bytes: body.byteLength, visited: Date.now() };
  }

  function assetsOf(html) {
    const found = new Set();
    html.replace(ASSET, (_, address) => {
      // What people write may lead to an address of this shape where nothing is.
      if (doorstep.isAsset(origin + address) && FINGERPRINT.test(address)) found.add(origin + address);
    });
    return [...found];
  }

  doorstep.isData = (url) => doorstep.guide.data.some((path) => scope + path === url);

  doorstep.isHtml = (answer) => (answer.headers.get('Content-Type') || '').startsWith('text/html');

  /* Returns what an answer holds, once the last byte of it is there, and whether it may be kept. */
  async function wholePage(url, answer) {
    const body = await answer.arrayBuffer();
    const html = read(body);
    // Pages for people at risk name no worker. Only the opening counts: people write the rest.
    const mayBeKept = (OPENING.exec(html) || [''])[0].includes(MARK);
    // Another website below this one may leave out the end of its pages.
    if (mayBeKept && !END.test(html)) throw new Error(`half a page: ${url}`);
    return { file: file(url, body, HTML, assetsOf(html)), mayBeKept };
  }

  async function wholeData(url, answer) {
    const body = await answer.arrayBuffer();
    JSON.parse(read(body));
    return { file: file(url, body, 'application/json', []), mayBeKept: true };
  }

  doorstep.whole = (url, answer) => (doorstep.isData(url) ? wholeData : wholePage)(url, answer);

  /* Returns a style sheet, a script or an icon, whose name tells what it holds. */
  doorstep.getAsset = async (url) => {
    const answer = await fetch(url);
    const body = await answer.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
    const name = [...digest.slice(0, 5)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (name !== FINGERPRINT.exec(url)[1]) throw new Error(`not whole: ${url}`);
    return file(url, body, answer.headers.get('Content-Type'), []);
  };

  /* Returns a page that was kept, marked as such, so that it says so. */
  doorstep.savedCopy = async (kept) => {
    const html = read(await kept.arrayBuffer());
    const headers = { 'Content-Type': HTML };
    return new Response(html.replace('<html ', '<html data-saved '), { headers });
  };
})();
