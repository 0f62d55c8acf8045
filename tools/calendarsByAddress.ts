import { type EpochMs, systemClock } from "../src/clock.ts";
import { readProxy } from "../src/config/proxy.ts";
import { Settings } from "../src/config/settings.ts";
import { createLog } from "../src/log.ts";
import { openOutgoing } from "../src/outgoing/outgoing.ts";
import { addressReader, type ReadAddress } from "../src/outgoing/readAddress.ts";
import { addressesOf, type ReadCalendar, takeIn, withCalendars } from "../src/plant/calendar/byAddress.ts";
import { hoursWithoutOnCall } from "../src/plant/file/coverage.ts";
import { awayPathsOf, pathsOf, unclearEvents } from "../src/plant/file/importedFindings.ts";
import type { PlantSource, PlantsReading, Problem } from "../src/plant/file/read.ts";
import { type Finding, readYaml } from "../src/plant/file/yamlFile.ts";
import type { CalendarAddress, Plant } from "../src/plant/plant.ts";

/**
 * Plants as they were read, with the calendars of their addresses as those answer now, and what is wrong with them.
 * @param now from when on hours without anybody are looked for; null leaves them out
 */
export async function withAddresses(reading: PlantsReading, now: EpochMs | null): Promise<PlantsReading> {
  if (reading.plants.every((plant) => addressesOf(plant).length === 0)) return reading;
  const outgoing = openOutgoing(readProxy(new Settings(process.env)), systemClock, createLog({ level: "silent" }));
  try {
    const read = addressReader(outgoing);
    const filled = await Promise.all(reading.plants.map((plant, at) => fill(plant, reading.sources[at], read, now)));
    const problems = filled.flatMap((each) => each.problems);
    return { ...reading, plants: filled.map(({ plant }) => plant), problems: [...reading.problems, ...problems] };
  } finally {
    await outgoing.close();
  }
}

type Filled = { readonly plant: Plant; readonly problems: readonly Problem[] };

async function fill(
  plant: Plant,
  source: PlantSource | undefined,
  read: ReadAddress,
  now: EpochMs | null,
): Promise<Filled> {
  const calendars = new Map<string, ReadCalendar>();
  const findings: Finding[] = [];
  for (const address of addressesOf(plant)) {
    const taken = await readNow(address, plant, read);
    if ("fault" in taken) findings.push(...unreadable(plant, address.id, taken.fault));
    else calendars.set(address.id, { ...NOT_NAMED, text: taken.text, readAt: systemClock() });
  }
  const filled = withCalendars(plant, calendars);
  const isRead = ({ path }: Finding) =>
    pathsOf(plant).some(
      ([at, { address }]) => address !== null && calendars.has(address.id) && at[0] === path[0] && at[1] === path[1],
    );
  findings.push(...[...hoursWithoutOnCall(filled, now), ...unclearEvents(filled)].filter(isRead));
  if (source === undefined || findings.length === 0) return { plant: filled, problems: [] };
  return { plant: filled, problems: findings.map(readYaml(source.text, source.file).locate) };
}

const NOT_NAMED = { etag: null, lastModified: null };

async function readNow({ url, insideNetwork, holds }: CalendarAddress, { timeZone }: Plant, read: ReadAddress) {
  const answer = await read(url, { known: NOT_NAMED, insideNetwork });
  if (answer.type === "text") return takeIn(answer.text, timeZone, holds);
  return { fault: answer.type === "refused" ? answer.why : "it says that nothing is new" };
}

/** A warning: Referee goes on with what it read last. */
function unreadable(plant: Plant, id: string, why: string): readonly Finding[] {
  return [...pathsOf(plant), ...awayPathsOf(plant)].flatMap(([path, { address, file }]): readonly Finding[] => {
    if (address?.id !== id) return [];
    const what = `the calendar at ${file} cannot be read: ${why}`;
    const todo = why.includes("private network")
      ? "write insideNetwork: true if it may lie there"
      : "open the address where Referee runs, and mend it";
    return [{ severity: "warning", path: [...path, "url"], what, todo }];
  });
}
