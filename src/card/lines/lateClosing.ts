import type { EpochMs } from "../../clock.ts";
import type { World } from "../../request/commands.ts";
import { closesLate } from "../../request/rules/closing.ts";
import type { Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import type { CardBlock } from "../card.ts";
import { onCard, partyLabel } from "../words.ts";

/** Says before it is opened that nobody will be there to close it, and which end would be better. */
export function lateClosing(
  request: Pick<Open, "rules" | "values" | "limits" | "asked" | "grant">,
  world: World,
  at: EpochMs,
): readonly CardBlock[] {
  const late = request.grant.status === "none" ? closesLate(request, world, at) : null;
  if (late === null) return [];
  const who = partyLabel(world.plant, late.party, request.asked);
  const { plant } = world;
  const says = [
    say(plant, "request.lateClosing", { who, when: onCard(late.backAt, at, plant) }),
    ...(late.worksUntil === null
      ? []
      : [say(plant, "request.lateClosingBetter", { when: onCard(late.worksUntil, at, plant) })]),
  ];
  return [{ type: "text", text: says.join(" "), tone: "warning" }];
}
