import { RefusedError } from "../errors.ts";
import { isBypass } from "../understand/danger.ts";
import { saying } from "../words/say.ts";

/** Said to whoever wants a guard or an interlock out of the way, wherever they write it. */
export const NO_BYPASS = saying("refused.bypass");

/**
 * What somebody wishes may come in a message, in a form or in a thread; the rule is the same for all three.
 * @throws RefusedError `NOT_ALLOWED`
 */
export function refuseBypass(texts: readonly string[]): void {
  if (texts.some(isBypass)) throw new RefusedError("NOT_ALLOWED", NO_BYPASS);
}
