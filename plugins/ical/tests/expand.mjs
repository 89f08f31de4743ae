// Reads a calendar on standard input with ical.js and writes what it understood as JSON.
// Arguments: the folder ical.js is installed in, and the first and last day to expand.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [folder, first, last] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(join(folder, "node_modules/ical.js/dist/ical.js")));
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const texts = (part) =>
  Object.fromEntries(["uid", "summary", "description", "location", "status"].map((name) => [name, part.getFirstPropertyValue(name)]));

const moment = (time) => (time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString());

function starts(part) {
  const event = new ICAL.Event(part);
  const found = [];
  const days = event.iterator();
  for (let day = days.next(); day && day.toString().slice(0, 10) <= last; day = days.next()) {
    if (day.toString().slice(0, 10) >= first) found.push(moment(day));
  }
  return found;
}

const events = calendar.getAllSubcomponents("vevent").map((part) => ({ ...texts(part), starts: starts(part) }));
const todos = calendar.getAllSubcomponents("vtodo").map((part) => ({ ...texts(part), due: moment(part.getFirstPropertyValue("due")) }));
const name = calendar.getFirstPropertyValue("name");
process.stdout.write(JSON.stringify({ name, events, todos }));
