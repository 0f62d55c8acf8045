import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { DAY_MS, later, systemClock } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { type Outgoing, openOutgoing } from "../../src/outgoing/outgoing.ts";
import { addressReader } from "../../src/outgoing/readAddress.ts";
import { oldCalendars } from "../../src/plant/calendar/byAddress.ts";
import { onCallOf } from "../../src/plant/duty/onCall.ts";
import { PlantCode, TeamId } from "../../src/plant/ids.ts";
import { tell } from "../../src/plant/told/told.ts";
import { createCalendars } from "../../src/referee/calendars.ts";
import { plantStream } from "../../src/referee/inForce.ts";
import { createPlantFiles } from "../../src/referee/plantFiles.ts";
import { createPlants } from "../../src/referee/plants.ts";
import { demoText } from "../support/plantText.ts";
import { useStore } from "../support/useStore.ts";

// The calendar of IT network is at an address; whatever its server does, the last good one counts, for every process.
const { another, redis, keys } = useStore();
const HAM = PlantCode.parse("HAM");
const network = TeamId.parse("it-network");
let store = another();
let server: Server;
let outgoing: Outgoing;
let answer: RequestListener = () => undefined;
let asked: string[] = [];
let logged: string[] = [];

beforeEach(async () => {
  asked = [];
  logged = [];
  outgoing = openOutgoing(null, systemClock, createLog({ level: "silent" }));
  server = createServer((request, response) => {
    asked.push(request.headers["if-none-match"] ?? "");
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(async () => {
  await outgoing.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  for (const key of await keys()) await redis.unlink(key);
  store = another();
});

function calendarOf(name: string, exported = "20261123T060000Z"): string {
  const event = ["BEGIN:VEVENT", "UID:1", `DTSTAMP:${exported}`, `SUMMARY:${name}`, "DESCRIPTION:door code 4711"];
  const always = ["DTSTART:20200101T000000Z", "DTEND:20200102T000000Z", "RRULE:FREQ=DAILY", "END:VEVENT"];
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...event, ...always, "END:VCALENDAR", ""].join("\r\n");
}

/** A process of its own, which has read no calendar yet. */
async function aProcess() {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const rota = `onCall: { type: ical, url: "http://127.0.0.1:${port}/a.ics?token=s3cret", insideNetwork: true }`;
  const { plant, source } = demoText((text) => {
    const [before = "", after = ""] = text.split("  it-network:\n");
    return `${before}  it-network:\n${after.replace(/onCall:[^\n]*\n(?: {6}[^\n]*\n)*/, `${rota}\n`)}`;
  });
  const plants = createPlants({ store, files: createPlantFiles([plant], [source]), types: new Map() });
  await plants.publish(HAM);
  const log = createLog({ level: "info", write: (line) => logged.push(line) });
  const calendars = createCalendars({ plants, read: addressReader(outgoing, 300), log });
  const now = async () => (await plants.world(HAM)).plant;
  const onCall = async (at = systemClock()) => {
    const plant = await now();
    const found = onCallOf(plant, network, at);
    return { ...found, because: tell(plant, found.because) };
  };
  return { plants, calendars, now, onCall };
}

const recorded = async () =>
  (await store.load(plantStream(HAM))).events.filter((event) => event.includes('"CalendarRead"'));

test("a calendar at an address is read once, decides for every process, and after a restart without its server", async () => {
  answer = (_, response) => response.setHeader("etag", '"1"').end(calendarOf("Nils Hagen"));
  const [one, other] = [await aProcess(), await aProcess()];
  expect(await one.onCall()).toMatchObject({ people: [], because: "nobody is on call; its calendar was not read yet" });
  await one.calendars.readAll();
  expect((await other.onCall()).people).toEqual(["nils"]);
  expect((await other.onCall()).because).toMatch(/^calendar 127\.0\.0\.1, /);
  answer = (request, response) => response.writeHead(request.headers["if-none-match"] === '"1"' ? 304 : 500).end();
  await other.calendars.readAll();
  expect(asked).toEqual(["", '"1"']);
  answer = (_, response) => response.writeHead(503).end();
  const restarted = await aProcess();
  await restarted.calendars.readAll();
  expect((await restarted.onCall()).people).toEqual(["nils"]);
  const [event = ""] = await recorded();
  expect(await recorded()).toHaveLength(1);
  expect(event).not.toMatch(/door code|token/);
});

test("a calendar that only was exported anew is recorded once, and one that says something else again", async () => {
  const { calendars, onCall } = await aProcess();
  for (const text of [
    calendarOf("Nils Hagen"),
    calendarOf("Nils Hagen", "20261123T070000Z"),
    calendarOf("Somebody Else"),
  ]) {
    answer = (_, response) => response.end(text);
    await calendars.readAll();
  }
  expect(await recorded()).toHaveLength(2);
  expect((await onCall()).people).not.toContain("nils");
});

test.each([
  { name: "a web page", body: "<html>Log in</html>", why: "web page" },
  { name: "what is no calendar", body: "BEGIN:VCARD", why: "no calendar that can be read" },
  { name: "a rule that nobody can follow", body: calendarOf("x").replace("DAILY", "SECONDLY"), why: "SECONDLY" },
])("a server that answers $name changes nothing; the log says why once, and no password", async ({ body, why }) => {
  const { calendars, onCall } = await aProcess();
  answer = (_, response) => response.end(calendarOf("Nils Hagen"));
  await calendars.readAll();
  answer = (_, response) => response.end(body);
  await calendars.readAll();
  await calendars.readAll();
  expect((await onCall()).people).toEqual(["nils"]);
  expect(logged.filter((line) => line.includes(why))).toHaveLength(1);
  expect(logged.join("")).not.toContain("s3cret");
});

test("a calendar that cannot be read for a day says its age to whoever is on call by it, and to the digest", async () => {
  const { calendars, now, onCall } = await aProcess();
  expect(oldCalendars(await now(), systemClock())).toEqual(["IT network: its calendar was not read yet"]);
  answer = (_, response) => response.end(calendarOf("Nils Hagen"));
  await calendars.readAll();
  expect(oldCalendars(await now(), systemClock())).toEqual([]);
  const tomorrow = later(systemClock(), DAY_MS + 60_000);
  expect((await onCall(tomorrow)).because).toMatch(/; its calendar was last read /);
  expect(oldCalendars(await now(), tomorrow)).toEqual([
    expect.stringMatching(/^IT network: its calendar was last read /),
  ]);
});
