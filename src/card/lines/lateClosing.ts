import type { EpochMs } from "../../clock.ts";
import type { World } from "../../request/commands.ts";
import { closesLate } from "../../request/rules/closing.ts";
import type { Open } from "../../request/state.ts";
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
  const better =
    late.worksUntil === null
      ? ""
      : ` With an end before ${onCard(late.worksUntil, at, world.plant)} it is closed in time.`;
  const text = `${who} closes it again, and is back ${onCard(late.backAt, at, world.plant)}: until then it stays open.${better}`;
  return [{ type: "text", text, tone: "warning" }];
}
