import type { Problem } from "../../src/plant/problem.ts";
import type { Cells, Kind } from "./columns.ts";
import type { Say } from "./csvFile.ts";
import { type Find, finderOf, foldName, type PlantNow } from "./plantFile.ts";
import { freeId, idFrom, isId, listOf, type Verdict, valuesOf } from "./wanted.ts";

type Known = {
  readonly taken: Set<string>;
  readonly find: Find;
  readonly added: Map<string, string>;
  readonly team: Find;
  readonly line: Find;
};

/** Assets of a table: the one of the plant file that has the id, or goes by the name; else new ones. */
export function assetsOf(cells: readonly Cells[], kind: Kind, plant: PlantNow, say: Say): readonly Verdict[] {
  const known: Known = {
    taken: new Set(Object.keys(plant.assets ?? {})),
    ...{ find: assetFinder(plant), added: new Map(), team: finderOf(plant.teams), line: finderOf(plant.lines) },
  };
  return cells.map((row) => assetOf(row, kind, known, say));
}

function assetOf(row: Cells, kind: Kind, known: Known, say: Say): Verdict {
  const { line, get } = row;
  const isExport = kind === "servicenow";
  const name = get("name");
  if (isExport && isRetired(get("status"), get("operational")))
    return { problems: [say(line, `${name} is retired, and is left out`, "nothing is to be done", "warning")] };
  const id = idOf(row, known);
  if (id === null)
    return {
      problems: [say(line, `"${get("id") ?? name ?? ""}" makes no id`, "add a column id, in small Latin letters")],
    };
  const severity = isExport ? "warning" : "error";
  const { facts, problems } = factsOf(row, known, (what, todo) => say(line, what, todo, severity));
  const isNew = !known.taken.has(id);
  const missing = isNew ? missingIn(id, name, facts.owner, isExport, say, line) : [];
  const isOut = missing.length > 0 || problems.some((problem) => problem.severity === "error");
  if (isOut) return { problems: [...problems, ...missing] };
  known.taken.add(id);
  // By another name of it the plant file goes on calling it as it did.
  const values = valuesOf({ name: isNew || get("id") !== null ? name : null, ...facts });
  return { problems, wanted: { section: "assets", id, line, values } };
}

type Told = (what: string, todo: string) => Problem;

/** What cannot be read is told, and left out. */
function factsOf({ get }: Cells, known: Known, told: Told) {
  const problems: Problem[] = [];
  const read = <T>(cell: string, make: (text: string) => T | null, what: (text: string) => string, todo: string) => {
    const text = get(cell);
    const made = text === null ? null : make(text);
    if (text !== null && made === null) problems.push(told(what(text), todo));
    return made;
  };
  const unknown = (text: string) => `"${text}" is not in the plant file`;
  const facts = {
    aliases: listOf(get("aliases")),
    kind: get("kind") ?? classOf(get("class")),
    line: read("line", known.line, (text) => `the line ${unknown(text)}`, "name a line by id or name"),
    zone: get("zone"),
    level: read("level", levelOf, (text) => `"${text}" is no level`, "write a number from 0 to 5, 3.5 for the DMZ"),
    safety: NO.test(get("safety") ?? "no")
      ? null
      : read("safety", safetyOf, (text) => `safety cannot be "${text}"`, "write sis, machine, or nothing"),
    owner: read("owner", known.team, (text) => `the owner ${unknown(text)}`, "name a team by id or name"),
    note: get("note"),
  };
  return { facts, problems };
}

const NO = /^(no|none|false|-|0)$/i;

function missingIn(
  id: string,
  name: string | null,
  owner: string | null,
  isExport: boolean,
  say: Say,
  line: number,
): readonly Problem[] {
  if (name === null) return [say(line, `the new asset ${id} has no name`, "fill in the name")];
  if (owner !== null) return [];
  if (!isExport) return [say(line, `the new asset ${id} has no owner`, "fill in the owner")];
  const todo = "give it a support group that is a team of the plant";
  return [say(line, `the new asset ${id} has no owner, and is left out`, todo, "warning")];
}

function idOf({ get }: Cells, known: Known): string | null {
  const [given, name] = [get("id"), get("name")];
  const id = given ?? (name === null ? null : idOfName(name, known));
  return id !== null && isId("assets", id) ? id : null;
}

function idOfName(name: string, { find, added, taken }: Known): string | null {
  const before = find(name) ?? added.get(foldName(name));
  if (before !== undefined) return before;
  const wish = idFrom(name);
  const id = wish === null ? null : freeId(wish, (each) => taken.has(each));
  if (id !== null) added.set(foldName(name), id);
  return id;
}

/** By id and name, and by what else people call it, where that is one thing only. */
function assetFinder({ assets }: PlantNow): Find {
  const byName = finderOf(assets);
  const aliases = new Map<string, string | null>();
  for (const [id, { aliases: all }] of Object.entries(assets ?? {}))
    for (const alias of all ?? []) aliases.set(foldName(alias), aliases.has(foldName(alias)) ? null : id);
  return (text) => byName(text) ?? aliases.get(foldName(text)) ?? null;
}

function levelOf(text: string): number | null {
  const found = /^(?:level|l)?\s*([0-5](?:[.,]5)?)$/i.exec(text)?.[1];
  const level = found === undefined ? Number.NaN : Number(found.replace(",", "."));
  return level <= 5 ? level : null;
}

function safetyOf(text: string): "sis" | "machine" | null {
  const word = text.toLowerCase();
  return word === "sis" || word === "machine" ? word : null;
}

/** `cmdb_ci_ot_plc` is a plc, `Windows Server` a windows server. */
function classOf(text: string | null): string | null {
  return (
    text
      ?.replace(/^(u_)?cmdb_ci_(ot_)?/i, "")
      .replaceAll("_", " ")
      .toLowerCase() || null
  );
}

/** `install_status` 7 and `operational_status` 6 are what ServiceNow ships as Retired. */
function isRetired(status: string | null, operational: string | null): boolean {
  return /^(7|retired|absent|stolen)$/i.test(status ?? "") || /^(6|retired)$/i.test(operational ?? "");
}
