import type { PlantDraft, RotaFile } from "./file.ts";
import { closestTo } from "./problem.ts";
import { say, valueAt } from "./schemaFindings.ts";
import type { Finding, Path } from "./yamlFile.ts";

const SECTIONS = {
  person: "people",
  team: "teams",
  asset: "assets",
  line: "lines",
  calendar: "calendars",
  shift: "shifts",
} as const;
type Kind = keyof typeof SECTIONS;

type Reference = { readonly path: Path; readonly kind: Kind; readonly id: string | null | undefined };

/**
 * Names in the file that lead nowhere.
 *
 * @param written the file as it was read: what stands there with a mistake of its own is not unknown as well
 */
export function unknownReferences(draft: PlantDraft, written: unknown): readonly Finding[] {
  const known = (kind: Kind) => Object.keys(valueAt(written, [SECTIONS[kind]]) ?? {});
  return referencesIn(draft).flatMap(({ path, kind, id }) => {
    const ids = known(kind);
    if (!id || ids.includes(id)) return [];
    const meant = closestTo(id, ids);
    const add = `add ${id} under ${SECTIONS[kind]}`;
    const todo = meant === null ? add : `did you mean "${meant}"? Else ${add}`;
    return [{ path, what: `${say(path)}: no ${kind} is called "${id}"`, todo }];
  });
}

function referencesIn(draft: PlantDraft): readonly Reference[] {
  return [...teamReferences(draft), ...assetReferences(draft), ...lineReferences(draft), ...officeReferences(draft)];
}

function teamReferences({ teams = {} }: PlantDraft): readonly Reference[] {
  return entries(teams).flatMap(([id, team]) => {
    const path = ["teams", id];
    return [
      ...list([...path, "members"], "person", team.members),
      one([...path, "calendar"], "calendar", team.calendar),
      one([...path, "backup"], "person", team.backup),
      one([...path, "lead"], "person", team.lead),
      one([...path, "fallback"], "team", team.fallback),
      ...rotaReferences([...path, "onCall"], team.onCall),
    ];
  });
}

function rotaReferences(path: Path, rota: RotaFile): readonly Reference[] {
  switch (rota.type) {
    case "weekly":
      return rota.turns.map((turn, at) => one([...path, "turns", at, "person"], "person", turn.person));
    case "rotating":
      return [
        ...rota.pattern.map((entry, at) => one([...path, "pattern", at], "shift", entry === "off" ? null : entry)),
        ...rota.crews.flatMap((crew, at) => list([...path, "crews", at, "people"], "person", crew.people)),
      ];
    case "byShift":
      return entries(rota.people).flatMap(([shift, people]) => [
        one([...path, "people", shift], "shift", shift),
        ...list([...path, "people", shift], "person", people),
      ]);
    case "list":
      return list([...path, "people"], "person", rota.people);
    case "ical":
      return entries(rota.names).map(([title, person]) => one([...path, "names", title], "person", person));
  }
}

function assetReferences({ assets = {} }: PlantDraft): readonly Reference[] {
  return entries(assets).flatMap(([id, asset]) => [
    one(["assets", id, "owner"], "team", asset.owner),
    one(["assets", id, "line"], "line", asset.line),
    ...entries(asset.parts).map(([part, team]) => one(["assets", id, "parts", part], "team", team)),
  ]);
}

function lineReferences({ lines = {} }: PlantDraft): readonly Reference[] {
  return entries(lines).flatMap(([id, line]) => [
    one(["lines", id, "team"], "team", line.team),
    ...(line.shiftLeads === undefined ? [] : rotaReferences(["lines", id, "shiftLeads"], line.shiftLeads)),
  ]);
}

function officeReferences({ freezes = [], ops, roles, riskOwner }: PlantDraft): readonly Reference[] {
  return [
    ...freezes.flatMap((freeze, at) => [
      ...list(["freezes", at, "assets"], "asset", freeze.assets),
      ...list(["freezes", at, "lines"], "line", freeze.lines),
    ]),
    ...list(["ops", "leads"], "person", ops?.leads ?? []),
    one(["ops", "manager"], "person", ops?.manager),
    one(["ops", "calendar"], "calendar", ops?.calendar),
    ...entries(roles ?? {}).map(([role, team]) => one(["roles", role], "team", team)),
    one(["riskOwner"], "person", riskOwner),
  ];
}

function one(path: Path, kind: Kind, id: string | null | undefined): Reference {
  return { path, kind, id };
}

function list(path: Path, kind: Kind, ids: readonly string[]): readonly Reference[] {
  return ids.map((id, at) => one([...path, at], kind, id));
}

/** `Object.entries`, with the keys as they are typed left behind: a path is made of plain words. */
function entries<Value>(record: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] {
  return Object.entries(record);
}
