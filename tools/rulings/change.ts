import { RefereeError } from "../../src/errors.ts";
import { oneLine } from "../../src/plainText.ts";
import type { OwnerRuled, RulingLifted } from "../../src/plant/events.ts";
import { nameOf } from "../../src/plant/person.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { sayInstant } from "../../src/plant/time/sayTime.ts";
import { personIn } from "../../src/request/actor.ts";

/**
 * The plants with these codes; all where none is named.
 * @throws RefereeError `CONFIG_INVALID` for a code that no plant file has
 */
export function plantsWanted(codes: readonly string[], plants: readonly Plant[]): readonly Plant[] {
  const known = plants.map(({ code }) => code).join(", ");
  const unknown = codes.find((code) => !plants.some((plant) => plant.code === code));
  if (unknown !== undefined)
    throw new RefereeError("CONFIG_INVALID", `There is no plant "${unknown}"; there is ${known}.`);
  return codes.length === 0 ? plants : plants.filter(({ code }) => codes.includes(code));
}

/**
 * What Ops ruled on whose assets are, as a change of the plant file that does not say so yet: YAML to be put under `assets`.
 * Null where the file says all of it.
 * @param plant as its file describes it, without the rulings
 */
export function rulingsChange(plant: Plant, rulings: readonly (OwnerRuled | RulingLifted)[]): string | null {
  const latest = new Map(standing(rulings).map((ruling) => [ruling.asset, ruling]));
  const lines = [...latest.values()].flatMap((ruling) => lineFor(plant, ruling));
  return lines.length === 0 ? null : [`# ${plant.name} (${plant.code})`, "assets:", ...lines].join("\n");
}

/** What nobody took back, nor ruled before what they took back, oldest first. */
function standing(rulings: readonly (OwnerRuled | RulingLifted)[]): readonly OwnerRuled[] {
  const lifted = rulings.filter((event) => event.type === "RulingLifted");
  return rulings
    .filter((event) => event.type === "OwnerRuled")
    .filter(({ asset, at }) => !lifted.some((each) => each.asset === asset && each.ruledAt >= at))
    .sort((a, b) => a.at - b.at);
}

function lineFor(plant: Plant, ruling: OwnerRuled): readonly string[] {
  const { asset: id, team } = ruling;
  const asset = plant.assets.get(id);
  if (asset === undefined) return [`  # ${id} is no longer in the file. ${sayRuling(plant, ruling)}`];
  if (!plant.teams.has(team))
    return [`  # ${id}: the team ${team} is no longer in the file. ${sayRuling(plant, ruling)}`];
  if (asset.owner === team) return [];
  return [`  ${id}: { owner: ${team} } # ${asset.owner} in the file. ${sayRuling(plant, ruling)}`];
}

/** Whatever was typed stays behind the sign of a comment. */
function sayRuling(plant: Plant, { by, at, reason }: OwnerRuled): string {
  const person = personIn(by);
  const when = sayInstant(at, plant);
  return `Ruled by ${person === null ? by : nameOf(plant, person)}, ${when}: ${oneLine(reason)}`;
}
