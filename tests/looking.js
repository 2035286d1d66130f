/* What a person would see on a page, told to the tests as plain values. */
const looking = (() => {
  'use strict';

  const REACHED = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const SPACING = `
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`;
  const rest = new Map();

  const named = (element) =>
    `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 40)}`;
  const look = (element) => {
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(element);
    // A width that is not drawn, and another colour of the letters alone, mark nothing.
    return [outlineStyle !== 'none' && outlineWidth, boxShadow, backgroundColor].join();
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });

  /* How many pixels the page is wider than the window, and what sticks out. */
  function sideways() {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const out = [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
    return wide > 0 ? [`${wide}px`, ...out.slice(0, 3).map(named)] : [];
  }

  /* The same with letters twice as large (WCAG 1.4.4). */
  function sidewaysAtTwiceTheSize() {
    document.documentElement.style.fontSize = '200%';
    const found = sideways();
    document.documentElement.style.fontSize = '';
    return found;
  }

  /* The same with wide spacing (WCAG 1.4.12), and what would then be cut off. */
  function sidewaysWithWideSpacing() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SPACING);
    document.adoptedStyleSheets = [sheet];
    const cut = [...document.body.querySelectorAll('*')].filter((one) => {
      const style = getComputedStyle(one);
      const hides = style.overflowX === 'hidden' || style.overflowY === 'hidden';
      const small = one.clientWidth <= 1; // hidden from sight on purpose
      return hides && !small && (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight);
    });
    const found = [...sideways(), ...cut.map(named)];
    document.adoptedStyleSheets = [];
    return found;
  }

  const isInSentence = (element) =>
    getComputedStyle(element).display === 'inline'
    && element.parentElement.textContent.trim() !== element.textContent.trim();

  /* Targets that a finger may miss (WCAG 2.5.8); a link in a sentence is as high as its line. */
  function smallTargets(least) {
    return [...document.querySelectorAll(REACHED)]
      .filter((one) => isShown(one) && !isInSentence(one))
      .map((one) => [one, one.getBoundingClientRect()])
      .filter(([, box]) => box.width > 1 && (box.width < least || box.height < least))
      .map(([one, box]) => `${named(one)} (${Math.round(box.width)} by ${Math.round(box.height)})`);
  }

  /* Remember how everything that the keyboard can reach looks before it is reached. */
  function remember() {
    rest.clear();
    document.querySelectorAll(REACHED).forEach((one) => isShown(one) && rest.set(one, look(one)));
    return rest.size;
  }

  /* Where the keyboard stands: its place in the page, and whether one can see it there. */
  function stop() {
    const element = document.activeElement;
    if (!rest.has(element)) return null;
    const box = element.getClientRects()[0];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const there = document.elementFromPoint(x, y);
    return {
      place: [...rest.keys()].indexOf(element),
      name: named(element),
      isMarked: look(element) !== rest.get(element),
      isInSight: there === element || element.contains(there),
    };
  }

  /* What does nothing without a script; a form that says where it goes is sent by the browser. */
  function dead() {
    return [...document.querySelectorAll('button, a:not([href]), a[href="#"], [role=button], form')]
      .filter((one) => isShown(one) && !one.closest('form[action]')).map(named);
  }

  return {
    sideways, sidewaysAtTwiceTheSize, sidewaysWithWideSpacing, smallTargets, remember, stop, dead,
  };
})();
