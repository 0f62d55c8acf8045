import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import type { FreezeLifted, FreezeSet } from "../events.ts";
import { nameOf } from "../person.ts";
import type { Freeze, Plant } from "../plant.ts";
import { StoredPersonId } from "../storedIds.ts";

/** What people froze in chat stands beside the freezes of the file, called by what it covers and who said so. */
export function setFreeze(plant: Plant, event: FreezeSet): Plant {
  const assets = event.assets.filter((id) => plant.assets.has(id));
  const lines = event.lines.filter((id) => plant.lines.has(id));
  const isAll = event.assets.length + event.lines.length === 0;
  if ((!isAll && assets.length + lines.length === 0) || event.from >= event.to) return plant;
  const person = StoredPersonId.safeParse(event.by).data;
  const saidBy = person === undefined ? "Referee" : nameOf(plant, person);
  const when = { type: "once", from: event.from, to: event.to } as const;
  const freeze = named({ name: "", assets, lines, when, saidAt: event.at, saidBy }, plant);
  return { ...plant, freezes: [...plant.freezes, freeze] };
}

/** The freezes of a plant as its reader calls them: those of the file by their names, others by what they cover. */
export function freezesAsRead(plant: Plant): readonly Freeze[] {
  return plant.freezes.map((freeze) => named(freeze, plant));
}

function named(freeze: Freeze, plant: Plant): Freeze {
  if (freeze.saidBy === undefined) return freeze;
  return { ...freeze, name: say(plant, "presence.frozenBy", { what: frozenNames(plant, freeze), who: freeze.saidBy }) };
}

/** Freezes of the file stay: the administrator ends those. */
export function liftFreezes(plant: Plant, lifted: FreezeLifted): Plant {
  return { ...plant, freezes: plant.freezes.filter((freeze) => !isLifted(freeze, lifted)) };
}

/** Whether people set a freeze over one of these; any, where nothing is named. */
export function isLifted({ saidAt, assets, lines }: Freeze, lifted: Pick<FreezeLifted, "assets" | "lines">): boolean {
  if (saidAt === undefined) return false;
  if (lifted.assets.length + lifted.lines.length === 0) return true;
  return assets.some((id) => lifted.assets.includes(id)) || lines.some((id) => lifted.lines.includes(id));
}

/** `Line 3 and PLC-12`; `the whole plant` where nothing is named. */
export function frozenNames(plant: Plant, { assets, lines }: Pick<Freeze, "assets" | "lines">): string {
  const names = [
    ...lines.map((id) => plant.lines.get(id)?.name ?? id),
    ...assets.map((id) => plant.assets.get(id)?.name ?? id),
  ];
  return names.length === 0 ? say(plant, "presence.wholePlant") : sayList(names, plant);
}
