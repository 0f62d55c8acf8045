import type { Plant } from "../../plant/plant.ts";
import { perPlant } from "../../plant/remember.ts";
import { channelNames, withChannels } from "../../plant/who/channel.ts";
import { isSameConversation, type Place, type Spot } from "../place.ts";
import type { Closed, Open } from "../state.ts";
import { isOfPlant } from "./mayRead.ts";
import { readerOf } from "./places.ts";
import { answererOf } from "./requester.ts";

/**
 * Whether whoever reads at a place may see the numbers of people: who reads counts, not what the card is for. They may where all
 * are known to be the plant's own, as in a chat with one of them or in a channel of theirs, and no guest asked in that conversation.
 */
export function mayReadNumbers(state: Open | Closed, { spot }: Pick<Place, "spot">, plant: Plant): boolean {
  return isReadByPlant(plant, spot) && ![...state.places.values()].some((place) => isGuests(place, spot, state, plant));
}

/** Of any other conversation nobody says who reads in it: other companies may, in one that is shared with them. */
function isReadByPlant(plant: Plant, spot: Spot): boolean {
  const reader = readerOf(plant, spot);
  if (reader !== null) return isOfPlant(plant, reader.id);
  return ownChannels(plant).has(`${spot.adapter}:${spot.conversation}`);
}

/** A channel that a team has in common with a vendor is none of the plant's own. */
const ownChannels = perPlant((plant): ReadonlySet<string> => {
  const vendors = new Set(channelNames([...plant.teams.values()].filter(({ side }) => side === "vendor")));
  return new Set(channelNames(withChannels(plant)).filter((channel) => !vendors.has(channel)));
});

/** Whether somebody who is none of the plant's own people asked there, or waits there for the same. */
function isGuests({ role, spot }: Place, here: Spot, { asked }: Open | Closed, plant: Plant): boolean {
  if (!isSameConversation(spot, here)) return false;
  if (role.type === "joined") return !isOfPlant(plant, role.by);
  return role.type === "requester" && !isOfPlant(plant, answererOf(asked));
}
