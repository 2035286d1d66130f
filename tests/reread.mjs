// Calendars and a span of days -> what ical.js finds in them, as JSON.
//
//   node tests/reread.mjs path/to/ical.js < {"calendars": ["BEGIN:VCALENDAR…"], "first": …, "last": …}

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { default: ICAL } = await import(pathToFileURL(process.argv[2]));
const { calendars, first, last, beyond } = JSON.parse(readFileSync(0, "utf8"));

/** Returns an instant for a time, and the day itself for whole days. */
function told(time) {
  return time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z");
}

/** Returns one happening, if it starts in the span. */
function found({ item, startDate, endDate }) {
  const day = startDate.toString().slice(0, 10);
  if (day < first || day > last) return [];
  const isCancelled = item.component.getFirstPropertyValue("status") === "CANCELLED";
  return [[item.uid, told(startDate), told(endDate), isCancelled]];
}

/** Yields every happening of an event, and of what is changed in it. */
function* happenings(event) {
  if (!event.isRecurring()) {
    yield { item: event, startDate: event.startDate, endDate: event.endDate };
    return;
  }
  const dates = event.iterator();
  for (let date = dates.next(); date && date.toString().slice(0, 10) <= beyond; date = dates.next()) {
    yield event.getOccurrenceDetails(date);
  }
}

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const components = calendar.getAllSubcomponents("vevent");
  const uid = (one) => one.getFirstPropertyValue("uid");
  const changes = components.filter((one) => one.hasProperty("recurrence-id"));
  return components
    .filter((one) => !one.hasProperty("recurrence-id"))
    .map((one) => {
      // Left alone, ical.js takes the changes of every event for those of this one.
      const exceptions = changes.filter((change) => uid(change) === uid(one));
      return new ICAL.Event(one, { exceptions });
    })
    .flatMap((event) => [...happenings(event)].flatMap(found));
}

console.log(JSON.stringify(calendars.map(read)));
