/* What was found -> what is said of it, in the words of the page. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};

  const filled = (sentence, name, value) => sentence.replace(`{${name}}`, () => value);

  /* Puts words between quotation marks, and "and" before the last of several. */
  function listed(some, say) {
    const quoted = some.map((words) => filled(say.quoted, 'words', words));
    const last = quoted.pop();
    const others = quoted.join(', ');
    return others ? filled(filled(say.both, 'some', others), 'last', last) : last;
  }

  /* How many there are: of what was typed, of what it was taken for, or of what filters leave. */
  function counted(number, words, say, form) {
    const [one, many] = words ? [say.oneFor, say.manyFor] : [form.one, form.many];
    const sentence = filled(number === 1 ? one : many, 'number', number);
    return filled(sentence, 'words', listed([words], say));
  }

  /* Returns the first sentence, and what there is to say besides. */
  doorstep.saidOf = (result, number, typed, say, form) => {
    if (result.isGone) return [filled(say.gone, 'number', result.number), ''];
    if (!result.rows.length) return [filled(say.noneFor, 'words', listed([typed], say)), ''];
    if (!number) return [form.none, say.less];
    const also = [...(result.found ? [typed] : []), ...result.also];
    const notes = [];
    if (result.missed.length) notes.push(filled(say.missed, 'words', listed(result.missed, say)));
    if (also.length) notes.push(filled(say.also, 'words', listed(also, say)));
    return [counted(number, result.found || typed, say, form), notes.join(' ')];
  };
})();
