import type { AdapterName } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { perPlant } from "../../plant/remember.ts";
import { vendorOf } from "../../plant/who/vendors.ts";
import { isSameConversation, type Place, type Spot } from "../place.ts";
import type { Closed, Open } from "../state.ts";
import { isOfPlant } from "./mayRead.ts";
import { readerOf } from "./places.ts";
import { requesterPerson } from "./requester.ts";

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
  if (reader !== null) return vendorOf(plant, reader.id) === null;
  return ownChannels(plant).has(nameOf(spot.adapter, spot.conversation));
}

/** A channel that a team has in common with a vendor is none of the plant's own. */
const ownChannels = perPlant((plant): ReadonlySet<string> => {
  const teams = [...plant.teams.values()];
  const named = (parties: readonly Pick<Plant["ops"], "channel">[]) =>
    parties.flatMap(({ channel }) => Object.entries(channel).map(([adapter, id]) => `${adapter}:${id}`));
  const vendors = new Set(named(teams.filter(({ side }) => side === "vendor")));
  return new Set(named([...teams, ...plant.lines.values(), plant.ops]).filter((channel) => !vendors.has(channel)));
});

const nameOf = (adapter: AdapterName, conversation: string) => `${adapter}:${conversation}`;

/** Whether somebody who is none of the plant's own people asked there, or waits there for the same. */
function isGuests({ role, spot }: Place, here: Spot, { asked }: Open | Closed, plant: Plant): boolean {
  if (!isSameConversation(spot, here)) return false;
  if (role.type === "joined") return !isOfPlant(plant, role.by);
  return role.type === "requester" && !isOfPlant(plant, requesterPerson(asked) ?? asked.requester);
}
