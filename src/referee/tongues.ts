import type { Tongues } from "../adapter.ts";
import type { AccountId } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { readAt, readBy } from "../plant/who/language.ts";
import type { Spot } from "../request/place.ts";
import { languageOf, type Tongue, tongueOf } from "../words/reader.ts";
import { channelOf } from "./whose.ts";

/** In which language an adapter frames what is said in a conversation: that of what is said there. */
export function tongueAt(plants: readonly Plant[], spot: Pick<Spot, "adapter" | "conversation">): Tongue {
  const plant = channelOf(plants, spot) ?? plants.find((each) => readAt(each, spot) !== each) ?? plants[0];
  return tongueOf(plant === undefined ? {} : readAt(plant, spot));
}

/** The same for somebody who is answered alone. */
export function tongueBy(plants: readonly Plant[], account: AccountId): Tongue {
  const plant = plants.find((each) => personByAccount(each, account) !== null) ?? plants[0];
  return tongueOf(plant === undefined ? {} : readBy(plant, account));
}

/** In which language adapters say what they say by themselves, by the plants as they were last known. */
export function tonguesOf(plants: () => readonly Plant[]): Tongues {
  return {
    by: (account, locale) => {
      const all = plants();
      const known = all.find((each) => personByAccount(each, account) !== null) ?? all[0];
      const own = known === undefined ? undefined : personByAccount(known, account)?.language;
      const tongue = tongueBy(all, account);
      const client = languageOf(locale ?? "");
      return own !== undefined || client === null ? tongue : { ...tongue, language: client };
    },
    at: (spot) => {
      const plant = channelOf(plants(), spot);
      return plant === undefined ? null : tongueOf(readAt(plant, spot));
    },
  };
}
