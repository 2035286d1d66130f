/* Shows the notice at the top when the page was made more than three days ago by the reader's clock. */
(() => {
  'use strict';

  const DAYS = 3;
  const notice = document.querySelector('[data-built-on]');
  if (!notice) return;

  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const built = Date.parse(notice.dataset.builtOn);
  if (today - built > DAYS * 24 * 60 * 60 * 1000) notice.hidden = false;
})();
