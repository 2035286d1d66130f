/* What somebody typed -> where that postcode is, as nearly as the guide knows. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const closedUp = (text) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const average = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

  /* Parts of a British postcode from the narrowest: HR1 2AB is in HR1 2, which is in HR1. */
  function parts(typed) {
    const whole = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)([A-Z]{2})$/.exec(typed);
    const sector = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)$/.exec(typed);
    if (whole) return [`${whole[1]} ${whole[2]}`, whole[1]];
    return sector ? [typed, `${sector[1]} ${sector[2]}`, sector[1]] : [typed];
  }

  function isWithin(postcode, part) {
    const [outward, inward = ''] = postcode.split(' ');
    const [partOutward, sector = ''] = part.split(' ');
    return outward === partOutward && inward.startsWith(sector);
  }

  function middle(positions) {
    return [0, 1].map((axis) => average(positions.map((position) => position[axis])));
  }

  /* {position, name, isExact}, or null where nothing near it is known. */
  doorstep.whereIs = (postcodes, typed) => {
    const wanted = closedUp(typed);
    const known = Object.keys(postcodes);
    const exact = known.find((postcode) => closedUp(postcode) === wanted);
    if (exact) return { position: postcodes[exact], name: exact, isExact: true };
    const near = (part) => known.filter((postcode) => isWithin(postcode, part));
    const name = parts(wanted).find((part) => near(part).length);
    if (!name) return null;
    return { position: middle(near(name).map((one) => postcodes[one])), name, isExact: false };
  };
})();
