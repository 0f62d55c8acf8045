import type { Party } from "../../plant/party.ts";
import type { RequestType, Step } from "../../workflow/requestType.ts";
import type { World } from "../commands.ts";
import type { Agreed } from "../events.ts";
import type { Draft } from "../state.ts";
import { withoutAgreed } from "./agreement.ts";
import { withAlarm } from "./alarm.ts";
import { ownerOf } from "./owners.ts";
import { withSafety } from "./safety.ts";

/** The steps that open once a draft is sent as it is, and whose they would be; not those that were agreed on beforehand. */
export function firstSteps(
  { values, asked }: Pick<Draft, "values" | "asked">,
  type: RequestType,
  world: Pick<World, "plant">,
  agreed: Agreed | null = null,
): readonly { readonly step: Step; readonly party: Party }[] {
  const rules = withAlarm(withSafety(type, values, world.plant), values);
  const [first] = withoutAgreed(rules, agreed).stages;
  return (first?.steps ?? []).map((step) => ({
    step,
    party: ownerOf({ rules: type, values, asked }, step, world).party,
  }));
}
