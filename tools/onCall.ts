import { basename, dirname } from "node:path";
import { Temporal } from "temporal-polyfill";
import { EpochMs } from "../src/clock.ts";
import { RefereeError } from "../src/errors.ts";
import { nobodyOnCall, turnsWithin } from "../src/plant/duty/onCall.ts";
import { readPlants, sayProblem } from "../src/plant/file/read.ts";
import type { Plant } from "../src/plant/plant.ts";
import { instantFrom, zoned } from "../src/plant/time/localTime.ts";
import { tell } from "../src/plant/told/told.ts";
import { argumentsOf } from "./arguments.ts";
import { withAddresses } from "./calendarsByAddress.ts";

// Who is on call for a team, turn by turn, as JSON lines; what is wrong with the plant file or its calendars goes to
// standard error, hours without anybody too. `npm run on-call -- <plant file> <team> <from> <to>`, with instants such as 2026-11-23T06:00 in the
// plant's time zone, 2026-11-23T06:00+01:00, or days such as 2026-11-23.
process.exitCode = await run(argumentsOf({ takes: "<plant file> <team> <from> <to>", most: 4 }));

async function run(args: readonly string[]): Promise<0 | 1> {
  try {
    const [file, team, from, to] = args;
    if (file === undefined || team === undefined || from === undefined || to === undefined)
      throw new RefereeError("CONFIG_INVALID", "Usage: npm run on-call -- <plant file> <team> <from> <to>");
    await print(file, team, from, to);
    return 0;
  } catch (cause) {
    if (!(cause instanceof RefereeError)) throw cause;
    console.error(cause.message);
    return 1;
  }
}

async function print(file: string, teamId: string, fromText: string, toText: string): Promise<void> {
  const { plants, problems } = await withAddresses(await readPlants(dirname(file), basename(file)), null);
  for (const problem of problems) console.error(sayProblem(problem));
  const [plant] = plants;
  if (plant === undefined) throw new RefereeError("PLANT_INVALID", `${file} cannot be used before that is mended.`);
  const team = [...plant.teams.values()].find(({ id, name }) => id === teamId || name === teamId);
  if (team === undefined)
    throw new RefereeError("CONFIG_INVALID", `No team is called "${teamId}": ${[...plant.teams.keys()].join(", ")}.`);
  const within = { from: instantIn(fromText, plant), to: instantIn(toText, plant) };
  if (within.to <= within.from)
    throw new RefereeError("CONFIG_INVALID", `${toText} is not after ${fromText}. Write the earlier instant first.`);
  for (const { from, to, people, because } of turnsWithin(plant, team.id, within))
    for (const person of people)
      console.log(
        JSON.stringify({ from: sayIso(from, plant), until: sayIso(to, plant), person, because: tell(plant, because) }),
      );
  for (const { from, to } of nobodyOnCall(plant, team.id, within.from, within.to))
    console.error(`nobody is on call for ${team.name} from ${sayIso(from, plant)} to ${sayIso(to, plant)}`);
}

function instantIn(text: string, { timeZone }: Plant): EpochMs {
  const wrong = (cause?: unknown) =>
    new RefereeError("CONFIG_INVALID", `"${text}" is no instant. Write it like 2026-11-23T06:00.`, { cause });
  if (/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?$/.test(text)) {
    try {
      return instantFrom(text, timeZone);
    } catch (cause) {
      throw wrong(cause);
    }
  }
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw wrong();
  return EpochMs.parse(ms);
}

/** `2026-11-23T06:00+01:00`. */
function sayIso(at: EpochMs, { timeZone }: Plant): string {
  return Temporal.ZonedDateTime.from(zoned(at, timeZone)).toString({ smallestUnit: "minute", timeZoneName: "never" });
}
