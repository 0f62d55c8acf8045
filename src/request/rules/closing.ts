import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import type { Party } from "../../plant/party.ts";
import { isWorking, workBetween } from "../../plant/time/workingTime.ts";
import { closingSteps } from "../../workflow/requestType.ts";
import type { World } from "../commands.ts";
import type { Open } from "../state.ts";
import { opensAgain } from "./chain.ts";
import { ownerOf } from "./owners.ts";
import { grantEnd } from "./window.ts";

/** Who closes it again does not work when it ends: until when they work before, and from when on after. */
export type LateClosing = { readonly party: Party; readonly worksUntil: EpochMs | null; readonly backAt: EpochMs };

/** How far back their last hours are looked for: past any holidays. */
const LOOKS_BACK_MS = 14 * DAY_MS;

/**
 * Whether what is asked for would stay open past its end, because whoever closes it is not at work then. Known before
 * it is sent, an end within their hours costs nothing; known afterwards it is a port that stands open over a weekend.
 */
export function closesLate(
  request: Pick<Open, "rules" | "values" | "limits" | "asked">,
  world: World,
  at: EpochMs,
): LateClosing | null {
  const [step] = closingSteps(request.rules);
  if (step === undefined || step.clock.always) return null;
  const end = grantEnd(request, at);
  const { party } = ownerOf(request, step, world);
  if (end <= at || isWorking(world.plant, party, end)) return null;
  const backAt = opensAgain(world.plant, party, end);
  if (backAt === null) return null; // a calendar without hours: Ops is asked whose it is, when it comes to that
  const from = Math.max(at, end - LOOKS_BACK_MS);
  const before = workBetween(world.plant, party, later(at, from - at), end).at(-1);
  return { party, worksUntil: before?.to ?? null, backAt };
}
