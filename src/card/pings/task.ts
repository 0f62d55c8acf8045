import type { World } from "../../request/commands.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import type { Closed, Open, WithBall } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { isClosing } from "../../workflow/requestType.ts";
import { partyLabel, sayRequest } from "../words.ts";

type In = { readonly state: Open | Closed; readonly world: Pick<World, "plant"> };

/**
 * What a step asks for, within a sentence. The title says what was wanted, and whoever closes it again is asked for the
 * opposite: "the end of HAM-142 Open port 502 to PLC-12 (IT network closes it again)".
 */
export function sayTask(step: WithBall, at: In): string {
  const name = sayRequest(at.state, at.world.plant);
  const closing = sayClosing(step, at);
  return closing === null ? name : say(at.world.plant, "pings.endOf", { name, closing });
}

/** "IT network closes it again"; null for a step that closes nothing. */
export function sayClosing({ id, ball }: WithBall, { state, world }: In): string | null {
  if (!isClosing(state.rules, id)) return null;
  const who = partyLabel(world.plant, ball.party, state.asked);
  return say(world.plant, "pings.closes", { who, does: ruleOf(state, id).does });
}
