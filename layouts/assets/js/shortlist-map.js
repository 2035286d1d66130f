/* The numbers on a shortlist -> pins on the map of its paper, none of which covers another. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};

  // As in doorstep/maps/pins.py, in tenths of millimetres: 96 pixels are an inch.
  const PIXEL = 254 / 96;
  const [LETTER, PADDING, HEIGHT, CLOSE] = [10, 10, 22, 9].map((pixels) => pixels * PIXEL);
  const REACHES = [0, 20, 30, 42, 56, 75, 100, 130].map((pixels) => pixels * PIXEL);
  const DIRECTIONS = 12;
  const BASELINE = 15;

  function drawn(parent, name, attributes) {
    const one = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.keys(attributes).forEach((key) => one.setAttribute(key, attributes[key]));
    parent.append(one);
    return one;
  }

  /* Numbers at one point share a pin. */
  function joined(places) {
    const pins = [];
    places.forEach(([number, at]) => {
      const isHere = ({ x, y }) => Math.hypot(x - at[0], y - at[1]) < CLOSE;
      const same = pins.find(isHere);
      if (same) same.words += ` ${number}`;
      else pins.push({ x: at[0], y: at[1], words: number });
    });
    return pins;
  }

  function around(reach) {
    const turns = Array.from({ length: reach ? DIRECTIONS : 1 }, (none, step) => step);
    return turns.map((turn) => {
      const angle = turn * 2 * Math.PI / DIRECTIONS;
      return [reach * Math.sin(angle) * 1.3, -reach * Math.cos(angle)];
    });
  }

  function boxOf({ x, y, words }, [right, down]) {
    const width = words.length * LETTER + PADDING;
    return { left: x + right - width / 2, top: y + down - HEIGHT / 2, width, height: HEIGHT };
  }

  const isApart = (one, other) => one.left + one.width < other.left ||
    other.left + other.width < one.left || one.top + one.height < other.top ||
    other.top + other.height < one.top;

  /* Near rooms are given out first; where there is none at all, a pin stands on its point. */
  function placed(pins, { width, height }) {
    const taken = [];
    const isFree = (box) => box.left > 0 && box.top > 0 && box.left + box.width < width &&
      box.top + box.height < height && taken.every((other) => isApart(box, other));
    const waysOut = [].concat(...REACHES.map(around));
    return pins.map((pin) => {
      const moves = waysOut.find((way) => isFree(boxOf(pin, way))) || waysOut[0];
      taken.push(boxOf(pin, moves));
      return Object.assign({ box: boxOf(pin, moves), isMoved: moves !== waysOut[0] }, pin);
    });
  }

  function drawLead(group, { x, y, box }) {
    const to = `${box.left + box.width / 2} ${box.top + box.height / 2}`;
    drawn(group, 'path', { d: `M${x} ${y}L${to}`, stroke: '#000', 'stroke-width': 5 });
    drawn(group, 'circle', { cx: x, cy: y, r: 9 });
  }

  function drawPin(group, { words, box: { left, top, width, height } }) {
    const shape = { x: left, y: top, width, height, rx: 28 };
    drawn(group, 'rect', Object.assign(shape, { fill: '#fff', stroke: '#000', 'stroke-width': 5 }));
    drawn(group, 'text', {
      x: left + width / 2, y: top + height / 2 + BASELINE,
      'font-size': 43, 'font-weight': 'bold', 'text-anchor': 'middle',
    }).textContent = words;
  }

  /* Returns what draws numbers at their points on a map; without a map it does nothing. */
  doorstep.shortlistMap = (map) => {
    if (!map) return () => {};
    const group = drawn(map, 'g', {});
    return (numbers) => {
      const places = numbers.filter(([, at]) => at);
      const pins = placed(joined(places), map.viewBox.baseVal);
      group.textContent = '';
      pins.filter((pin) => pin.isMoved).forEach((pin) => drawLead(group, pin));
      pins.forEach((pin) => drawPin(group, pin));
      map.style.display = places.length ? '' : 'none';
    };
  };
})();
