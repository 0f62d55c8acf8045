import { RefusedError } from "../errors.ts";
import type { Plant } from "../plant/plant.ts";
import { isBypass } from "../understand/danger.ts";
import { say } from "../words/say.ts";

/** Said to whoever wants a guard or an interlock out of the way, where no card can stand beside it. */
export function noBypass(plant: Plant): string {
  return say(plant, "danger.noBypassTalk");
}

/**
 * What somebody wishes may come in a message, in a form or in a thread; the rule is the same for all three.
 * @throws RefusedError `NOT_ALLOWED`
 */
export function refuseBypass(texts: readonly string[], plant: Plant): void {
  if (texts.some(isBypass)) throw new RefusedError("NOT_ALLOWED", noBypass(plant));
}
