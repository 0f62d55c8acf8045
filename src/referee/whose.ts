import type { AccountId } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { perPlant } from "../plant/remember.ts";
import { channelNames, withChannels } from "../plant/who/channel.ts";
import type { Spot } from "../request/place.ts";

/** The plant whose channel it is, else the one somebody belongs to; undefined when neither tells. */
export function plantOf(plants: readonly Plant[], account: AccountId, spot: Spot | null): Plant | undefined {
  const byChannel = spot === null ? undefined : channelOf(plants, spot);
  return byChannel ?? plants.find((plant) => personByAccount(plant, account) !== null);
}

/** The plant whose channel it is. */
export function channelOf(
  plants: readonly Plant[],
  { adapter, conversation }: Pick<Spot, "adapter" | "conversation">,
): Plant | undefined {
  return plants.find((plant) => conversationsOf(plant).has(`${adapter}:${conversation}`));
}

const conversationsOf = perPlant((plant): ReadonlySet<string> => new Set(channelNames(withChannels(plant))));
