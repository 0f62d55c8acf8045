import { AssetId, TeamId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { perPlant } from "../plant/remember.ts";
import { findNames, indexNames } from "../plant/who/naming.ts";
import type { QuestionLabel } from "../understand/labels.ts";
import type { Slots } from "../understand/reading.ts";
import type { Query } from "./reading.ts";

/** The question as Referee can answer it: about which machines, whose requests, which team. */
export function queryFor(label: QuestionLabel, text: string, slots: Slots, plant: Plant): Query {
  const assets = slots.assets.flatMap((id) => {
    const asset = AssetId.safeParse(id);
    return asset.success ? [asset.data] : [];
  });
  if (label === "who-owns") return { type: "whoOwns", assets, text };
  if (label === "what-happened") return { type: "whatHappened", assets, text };
  return { type: "waiting", mine: MINE.test(text), teams: teamsIn(text, plant), keys: slots.keys, assets };
}

const MINE = /\b(my|mine|our|meine?[rsnm]?|unsere?[rsnm]?|mi|mis|nuestr[oa]s?)\b/i;

const names = perPlant((plant) =>
  indexNames([...plant.teams.values()].map(({ id, name }) => ({ id, name, aliases: [] }))),
);

/** The teams a text names, or all of a side: "what waits for IT?". Capital letters, since "it" is a word of its own. */
export function teamsIn(text: string, plant: Plant): readonly TeamId[] {
  const named = findNames(names(plant), text).map(({ id }) => TeamId.parse(id));
  if (named.length > 0) return named;
  const side = /\b(IT|OT)\b/.exec(text)?.[1];
  const teams = [...plant.teams.values()].filter(
    (team) => team.side === side || (side === "IT" && team.side === "security"),
  );
  return teams.map(({ id }) => id);
}
