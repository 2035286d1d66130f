/* Two positions -> whole minutes on foot, as the guide itself counts them (geography.py). */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const EARTH_RADIUS = 6371008.8;
  const DETOUR = 1.3;
  const METRES_A_MINUTE = 80;
  const STEP = 0.00001;
  const radians = (degrees) => degrees * Math.PI / 180;

  /* The straight line in metres (haversine). */
  function distance([lat1, lon1], [lat2, lon2]) {
    const halfLat = (radians(lat2) - radians(lat1)) / 2;
    const halfLon = radians(lon2 - lon1) / 2;
    const chord = Math.sin(halfLat) ** 2
      + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(halfLon) ** 2;
    return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  doorstep.walkingMinutes = (here, there) =>
    Math.max(1, Math.ceil(distance(here, there) * DETOUR / METRES_A_MINUTE));

  /* Where a spot of the map's facts is, as latitude and longitude. */
  doorstep.positionOf = (facts, spot) => {
    const [y, x] = facts.spots[spot];
    return [y, x].map((steps, axis) => Number((facts.origin[axis] + steps * STEP).toFixed(5)));
  };
})();
