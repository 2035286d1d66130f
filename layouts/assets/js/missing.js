/* Words that a search did not find, after the # -> a sentence to say or to send; it sends nothing itself. */
(() => {
  'use strict';

  const MOST = 200;
  const template = document.querySelector('[data-missing]');
  if (!template) return;

  function wordsInAddress() {
    const found = location.hash.match(/^#missing=(.+)/);
    if (!found) return '';
    try {
      return decodeURIComponent(found[1]).slice(0, MOST);
    } catch (halfWritten) {
      return found[1].slice(0, MOST);
    }
  }

  function show(words) {
    const parts = document.importNode(template.content, true);
    const sentence = template.dataset.missing.replace('{words}', () => words);
    parts.querySelector('blockquote').textContent = sentence;
    parts.querySelectorAll('a').forEach((way) => {
      way.href = way.getAttribute('href') + encodeURIComponent(sentence);
    });
    template.before(parts);
  }

  const words = wordsInAddress();
  if (words) show(words);
})();
