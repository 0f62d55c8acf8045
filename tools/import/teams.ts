import { SIDES } from "../../src/plant/plant.ts";
import type { Problem } from "../../src/plant/problem.ts";
import { PLATFORM_NAMES } from "../../src/platforms.ts";
import type { Cells } from "./columns.ts";
import type { Say } from "./csvFile.ts";
import { type Find, finderOf, type PlantNow } from "./plantFile.ts";
import { idFrom, isId, listOf, type Verdict, valuesOf } from "./wanted.ts";

/** Teams of a table. Their people and the team asked instead are named by id, address or name. */
export function teamsOf(cells: readonly Cells[], plant: PlantNow, say: Say): readonly Verdict[] {
  const findTeam = withNew(finderOf(plant.teams), cells);
  const findPerson = personFinder(plant);
  return cells.map((row) => teamOf(row, plant, { findTeam, findPerson }, say));
}

function teamOf(
  { line, get }: Cells,
  plant: PlantNow,
  { findTeam, findPerson }: { findTeam: Find; findPerson: Find },
  say: Say,
): Verdict {
  const [name, wish] = [get("name"), get("id")];
  const id = wish ?? findTeam(name ?? "") ?? idFrom(name ?? "");
  if (id === null || !isId("teams", id))
    return { problems: [say(line, `"${wish ?? name ?? ""}" makes no id`, "add a column id, in small Latin letters")] };
  const problems: Problem[] = [];
  const named = (what: string, find: Find, text: string | null): string | null => {
    const found = text === null ? null : find(text);
    if (text !== null && found === null)
      problems.push(say(line, `${what} "${text}" is not in the plant file`, "import people first, or mend the name"));
    return found;
  };
  const members = listOf(get("members")).flatMap((text) => named("the member", findPerson, text) ?? []);
  const [lead, backup] = [named("the lead", findPerson, get("lead")), named("the backup", findPerson, get("backup"))];
  const fallback = named("the fallback", findTeam, get("fallback"));
  const isNew = plant.teams?.[id] === undefined;
  for (const what of isNew ? NEEDED : [])
    if (get(what) === null) problems.push(say(line, `the new team ${id} needs ${what}`, `fill in the column ${what}`));
  const channels = Object.fromEntries(PLATFORM_NAMES.map((each) => [`channel.${each}`, get(`channel.${each}`)]));
  const values = valuesOf({
    ...{ name, side: sideOf(get("side")), members, ...channels, calendar: get("calendar"), lead, backup, fallback },
    language: get("language"),
  });
  return { problems, ...(problems.length === 0 && { wanted: { section: "teams", id, line, values } }) };
}

const NEEDED = ["name", "side", "members", "calendar", "lead"];

/** As the plant file writes it; what it does not know is told by its own check. */
const sideOf = (text: string | null) => SIDES.find((side) => side.toLowerCase() === text?.toLowerCase()) ?? text;

function personFinder({ people }: PlantNow): Find {
  const byName = finderOf(people);
  const byEmail = new Map(Object.entries(people ?? {}).map(([id, { email = "" }]) => [email.toLowerCase(), id]));
  return (text) => (text.includes("@") ? (byEmail.get(text.toLowerCase()) ?? null) : byName(text));
}

/** A team may fall back to one that stands further down in the same table. */
function withNew(find: Find, cells: readonly Cells[]): Find {
  const added = finderOf(
    Object.fromEntries(
      cells.flatMap(({ get }) => {
        const name = get("name") ?? "";
        const id = get("id") ?? idFrom(name);
        return id === null ? [] : [[id, { name }]];
      }),
    ),
  );
  return (text) => (text === "" ? null : (find(text) ?? added(text)));
}
