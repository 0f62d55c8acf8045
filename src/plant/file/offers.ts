import { AdapterName } from "../ids.ts";
import type { Plant } from "../plant.ts";
import { closestTo } from "../problem.ts";
import type { PlantDraft } from "./file.ts";
import type { Finding } from "./yamlFile.ts";

/** Whether Referee may listen in a conversation to which it was not addressed. Nowhere, unless the plant file says so. */
export function offersIn(
  { offersIn: channels }: Pick<Plant, "offersIn">,
  { adapter, conversation }: { readonly adapter: AdapterName; readonly conversation: string },
): boolean {
  return channels[adapter]?.includes(conversation) === true;
}

/** Which plant an overheard message belongs to is told by its channel, so it must be one of the plant's own. */
export function offersInUnknownChannels({
  offersIn = {},
  teams = {},
  lines = {},
  ops,
}: PlantDraft): readonly Finding[] {
  const parties = [...Object.values(teams), ...Object.values(lines), ...(ops === undefined ? [] : [ops])];
  return AdapterName.options.flatMap((adapter) => {
    const known = parties.flatMap(({ channel }) => channel[adapter] ?? []);
    return (offersIn[adapter] ?? []).flatMap((channel, at): readonly Finding[] => {
      if (known.includes(channel)) return [];
      const what = `${channel} is no channel of a team, a line or Ops on ${adapter}`;
      const meant = closestTo(channel, known);
      const todo = meant === null ? "name a channel that one of them has" : `did you mean "${meant}"?`;
      return [{ path: ["offersIn", adapter, at], what, todo }];
    });
  });
}
