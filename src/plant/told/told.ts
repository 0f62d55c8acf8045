import type { EpochMs } from "../../clock.ts";
import type { Key, Said } from "../../words/catalogue.ts";
import { sayKept } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import type { AssetId, LineId, ShiftId } from "../ids.ts";
import { type Party, partyName } from "../party.ts";
import type { Plant } from "../plant.ts";
import { freezeCalled } from "../time/freeze.ts";
import { sayInstant, sayPeriod } from "../time/sayTime.ts";

/**
 * What Referee says of its own accord and keeps: by its key, with what it needs, so that whoever reads it later reads it in their
 * language. A string is the same in all: a name, or what somebody typed.
 */
export type Told =
  | string
  | { readonly says: string; readonly with?: { readonly [name: string]: Told } }
  /** An instant as it was said at another: `18:00`, `Mon 06:00`. */
  | { readonly at: EpochMs; readonly seen: EpochMs }
  | { readonly from: EpochMs; readonly to: EpochMs; readonly seen: EpochMs }
  | Called
  /** What a request asks for by the label of that fact, and a value of it. */
  | { readonly field: string }
  | { readonly field: string; readonly value: string; readonly seen: EpochMs }
  /** One after the other, or as a list of things. */
  | { readonly all: readonly Told[]; readonly by: "; " | ", " | "and" };

/** Something of the plant, by the name that its reader knows it by. */
type Called =
  | { readonly party: Party }
  | { readonly asset: AssetId }
  | { readonly line: LineId }
  | { readonly shift: ShiftId }
  /** By what the plant calls it: a freeze has no id. */
  | { readonly freeze: string };

/** What a key needs to be told: the same as to say it, each as it is kept. */
type ToldWith<K extends Key> = Said[K] extends null ? [] : [args: { readonly [name in keyof Said[K]]: Told }];

/** Something to be told. What is missing, or is told of nothing, does not compile. */
export function told<K extends Key>(key: K, ...[args]: ToldWith<K>): Told {
  return args === undefined ? { says: key } : { says: key, with: { ...args } };
}

/** Each once, one after the other. Nothing for none. */
export function toldTogether(parts: readonly Told[], by: "; " | ", " | "and" = "; "): Told {
  const each = [...new Map(parts.map((part) => [JSON.stringify(part), part] as const)).values()];
  const [only] = each;
  return only !== undefined && each.length === 1 ? only : { all: each, by };
}

/** The label of a fact, or a value of it, as a request's readers read it; null for a fact it does not have. */
export type SayFact = (
  field: string,
  value: { readonly value: string; readonly seen: EpochMs } | null,
) => string | null;

const NO_FACTS: SayFact = () => null;

/** In the words of whoever reads the plant. What it does not have any more is called by its id. */
export function tell(plant: Plant, what: Told, facts: SayFact = NO_FACTS): string {
  return said(plant, what, { facts, nameOf: (called) => nameNow(plant, called) ?? idOf(plant, called) }) ?? "";
}

/**
 * The same of what was kept; null where it names something that the plant does not have any more, or this release cannot say:
 * the words in which it was kept stand then.
 */
export function retold(plant: Plant, what: Told, facts: SayFact = NO_FACTS): string | null {
  return said(plant, what, { facts, nameOf: (called) => nameNow(plant, called) });
}

type Telling = { readonly facts: SayFact; readonly nameOf: (called: Called) => string | null };

function said(plant: Plant, what: Told, telling: Telling): string | null {
  if (typeof what === "string") return what;
  if ("says" in what) return saidByKey(plant, what.says, what.with ?? {}, telling);
  if ("all" in what) return saidTogether(plant, what, telling);
  if ("field" in what) return telling.facts(what.field, "value" in what ? what : null);
  if ("at" in what) return sayInstant(what.at, plant, { reference: what.seen });
  if ("from" in what) return sayPeriod(what.from, what.to, plant, { reference: what.seen });
  return telling.nameOf(what);
}

function saidByKey(
  plant: Plant,
  key: string,
  args: { readonly [name: string]: Told },
  telling: Telling,
): string | null {
  const known: Record<string, string> = {};
  for (const [name, arg] of Object.entries(args)) {
    const part = said(plant, arg, telling);
    if (part === null) return null;
    known[name] = part;
  }
  return sayKept(plant, key, known);
}

function saidTogether(plant: Plant, { all, by }: Extract<Told, { all: unknown }>, telling: Telling): string | null {
  const parts = all.map((part) => said(plant, part, telling));
  if (!parts.every((part) => part !== null)) return null;
  return by === "and" ? sayList(parts, plant) : parts.join(by);
}

/** What the plant calls something now; null for what it does not have any more. */
function nameNow(plant: Plant, what: Called): string | null {
  if ("party" in what) return isThere(plant, what.party) ? partyName(plant, what.party) : null;
  if ("asset" in what) return plant.assets.get(what.asset)?.name ?? null;
  if ("line" in what) return plant.lines.get(what.line)?.name ?? null;
  if ("freeze" in what) return freezeCalled(plant, what.freeze);
  return plant.shifts.find(({ id }) => id === what.shift)?.name ?? null;
}

function idOf(plant: Plant, what: Called): string {
  if ("party" in what) return partyName(plant, what.party);
  if ("asset" in what) return what.asset;
  if ("freeze" in what) return what.freeze;
  return "line" in what ? what.line : what.shift;
}

function isThere(plant: Plant, party: Party): boolean {
  switch (party.type) {
    case "team":
      return plant.teams.has(party.team);
    case "person":
      return plant.people.has(party.person);
    case "shiftLead":
      return plant.lines.has(party.line);
    default:
      return true;
  }
}
