import type { EpochMs } from "../../clock.ts";
import { partyName } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Agreed } from "../../request/events.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import type { CardPart } from "../card.ts";
import { capital, onCard } from "../words.ts";

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
