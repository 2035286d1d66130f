/* Rows of a sheet in the order of choice -> as many whole ones as fit, measured at its true size. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const SIZES = ['20', '18', '16', '14'];
  const GAPS = ['3', '2', '1', '0'];
  const all = (selector, place) => Array.from(place.querySelectorAll(selector));
  const rectangle = (one) => one.getBoundingClientRect();

  /* The rules for paper, which also hold on a wide screen: `@media print, screen and …`. */
  function rulesOfPaper() {
    const rules = Array.from(document.styleSheets).map((sheet) => Array.from(sheet.cssRules));
    return [].concat(...rules).filter(({ media }) =>
      media && /print.*min-width/.test(media.mediaText));
  }

  /* Nothing of this is drawn: the narrow screen has its own geometry again before it could be. */
  function atTrueSize(measure) {
    const [left, top] = [window.pageXOffset, window.pageYOffset];
    const rules = rulesOfPaper();
    rules.forEach(({ media }) => media.appendMedium('all'));
    try {
      return measure();
    } finally {
      rules.forEach(({ media }) => media.deleteMedium('all'));
      window.scrollTo(left, top);
    }
  }

  doorstep.sheetFitting = (sheet) => {
    const days = all('[data-day]', sheet);
    const whole = sheet.querySelector('[data-days]');
    const foot = sheet.querySelector('.sheet-foot');
    const rows = all('[data-rank]', sheet);
    const { letters, gap } = sheet.dataset;
    const made = rows.filter((row) => !row.hidden);

    const fits = () => rectangle(whole).bottom <= rectangle(foot).top;

    /* Shows these rows and no others; `wanted` tells a day that has none from one without room. */
    function show(shown, wanted) {
      rows.forEach((row) => { row.hidden = !shown.includes(row); });
      days.forEach((day) => {
        const [list, without] = [day.querySelector('ul'), day.querySelector('[data-without]')];
        const has = (some) => some.some((row) => list.contains(row));
        list.hidden = !has(shown);
        without.hidden = has(shown);
        without.textContent = has(wanted) ? sheet.dataset.elsewhere : sheet.dataset.nothing;
      });
    }

    /* Whether these rows fit together; what is shown then stays shown. */
    function isRoomFor(shown, wanted) {
      show(shown, wanted);
      return fits();
    }

    function chosen(wanted) {
      return wanted.reduce((kept, row) =>
        (isRoomFor([...kept, row], wanted) ? [...kept, row] : kept), []);
    }

    /* Shows as many of these rows as fit, in the largest letters that hold all of them. */
    function fit(wanted) {
      sheet.dataset.gap = '0';
      const size = SIZES.find((points) => {
        sheet.dataset.letters = points;
        return isRoomFor(wanted, wanted);
      });
      const shown = size ? wanted : chosen(wanted);
      show(shown, wanted);
      GAPS.find((gap) => {
        sheet.dataset.gap = gap;
        return fits();
      });
      return shown;
    }

    /* The sheet as it was made, though these letters might leave room for more. */
    function restore() {
      show(made, rows);
      Object.assign(sheet.dataset, { letters, gap });
      return made;
    }

    return {
      restore,
      fit: (wanted) => atTrueSize(() => fit(wanted)),
      isOverfull: () => atTrueSize(() => !fits()),
    };
  };
})();
