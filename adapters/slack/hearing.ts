import type { Hearing, Spot } from "../../src/index.ts";
import { readAddress } from "./address.ts";
import { isUser } from "./api.ts";

/**
 * What is typed in a thread is for what stands there. In somebody's own chat with Referee hardly anybody opens a thread: what
 * they type below may be for what waits above.
 */
export function hearingAt({ conversation }: Pick<Spot, "conversation">): Hearing {
  return { threads: true, mention: false, next: isUser(readAddress(conversation).id) };
}
