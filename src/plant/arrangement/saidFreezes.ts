import type { FreezeLifted, FreezeSet } from "../events.ts";
import { nameOf } from "../person.ts";
import type { Freeze, Plant } from "../plant.ts";
import { StoredPersonId } from "../storedIds.ts";
import { tell } from "../told/told.ts";
import { toldFreeze, toldFrozen } from "../told/toldFreeze.ts";

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
  return freeze.saidBy === undefined ? freeze : { ...freeze, name: tell(plant, toldFreeze(freeze)) };
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

/** What they cover, in words for whoever reads the plant. */
export function frozenNames(plant: Plant, frozen: Pick<Freeze, "assets" | "lines">): string {
  return tell(plant, toldFrozen(frozen));
}
