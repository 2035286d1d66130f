/* Works out what day it is where the guide is, and says how old a page of over three days is. */
(() => {
  'use strict';

  const DAYS = 3;
  const notice = document.querySelector('[data-built-on]');
  if (!notice) return;
  const { builtOn, timeZone, words } = notice.dataset;

  /* The date in the guide's own time zone, whatever the phone's (YYYY-MM-DD). */
  function dateThere() {
    const now = new Date();
    try {
      const date = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' };
      const parts = {};
      new Intl.DateTimeFormat('en', date).formatToParts(now)
        .forEach((part) => { parts[part.type] = part.value; });
      return `${parts.year}-${parts.month}-${parts.day}`;
    } catch (unknown) {
      // An old phone may know no time zone but its own.
      return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    }
  }

  function look() {
    const today = dateThere();
    const days = (Date.parse(today) - Date.parse(builtOn)) / 86400000;
    // Other scripts go by this day. A clock that is slow is wrong, so it is never before the build.
    document.documentElement.dataset.today = today > builtOn ? today : builtOn;
    notice.firstElementChild.textContent = words.replace('{number}', days);
    notice.hidden = days <= DAYS;
  }

  look();
  // A page may stay open for days.
  document.addEventListener('visibilitychange', look);
})();
