/* Works out what day it is where the guide is; says how old a page is, and if it is a saved copy. */
(() => {
  'use strict';

  const DAYS = 3;
  const notice = document.querySelector('[data-built-on]');
  // Above lists by day this script stands too, where it has run already.
  if (!notice || 'today' in document.documentElement.dataset) return;
  const { builtOn, offsets, words, savedWords } = notice.dataset;
  const page = document.documentElement.dataset;
  const place = notice.firstElementChild;

  // Since when (seconds of Unix time) clocks there are how many minutes ahead of UTC.
  const ahead = offsets.split(' ').map((one) => one.split(':').map(Number));

  /* The date in the guide's own time zone, whatever the phone's (YYYY-MM-DD). */
  function dateThere() {
    const now = Date.now();
    const [, minutes] = ahead.filter(([since]) => since * 1000 <= now).pop() || ahead[0];
    return new Date(now + minutes * 60000).toISOString().slice(0, 10);
  }

  /* Shown before it is filled, so that it is read out; and once only. */
  function say(sentences) {
    notice.hidden = !sentences;
    if (place.textContent !== sentences) place.textContent = sentences;
  }

  function look() {
    const today = dateThere();
    const days = (Date.parse(today) - Date.parse(builtOn)) / 86400000;
    // Other scripts go by this day. A clock that is slow is wrong, so it is never before the build.
    page.today = today > builtOn ? today : builtOn;
    const said = [];
    // The worker that keeps pages marks what it shows in the place of the page itself.
    if ('saved' in page) said.push(savedWords);
    if (days > DAYS) said.push(words.replace('{number}', days));
    say(said.join(' '));
  }

  look();
  // A page may stay open for days.
  document.addEventListener('visibilitychange', look);
})();
