import type { EpochMs } from "../../clock.ts";
import { partyName } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Agreed } from "../../request/events.ts";
import { isOpenWithoutAgreement } from "../../request/rules/agreementLost.ts";
import type { Closed, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import type { CardPart } from "../card.ts";
import { capital, onCard, sentence } from "../words.ts";

/** What goes on though its agreement holds no more, for whoever may cut it off; null where that is not so. */
export function sayWithoutAgreement(state: Open | Closed, plant: Plant, at: EpochMs): string | null {
  if (!isOpenWithoutAgreement(state)) return null;
  const { key, until } = state.agreed;
  return say(plant, "vendor.gone", { key, when: onCard(until, at, plant) });
}

/** The same on the card of the request, in place of who was not asked. */
export function agreedOn(state: Open | Closed, plant: Plant): readonly CardPart[] {
  const gone = sayWithoutAgreement(state, plant, state.at);
  if (gone === null) return sayAgreed(state.agreed, plant, state.at);
  return [{ type: "text", text: `${sentence(gone)} ${say(plant, "vendor.goesOn")}`, tone: "warning" }];
}

/** Who is not asked, since they agreed on it beforehand, as what and until when. Empty where all are asked. */
export function sayAgreed(agreed: Agreed | null, plant: Plant, at: EpochMs): readonly CardPart[] {
  if (agreed === null) return [];
  const teams = [...new Set(agreed.steps.map(({ party }) => partyName(plant, party)))];
  const said = { who: capital(sayList(teams, plant)), count: teams.length, key: agreed.key };
  return [
    {
      type: "text",
      text: say(plant, "vendor.agreed", { ...said, until: onCard(agreed.until, at, plant) }),
      tone: "plain",
    },
  ];
}
