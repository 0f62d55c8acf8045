import { RefereeError } from "../errors.ts";

/**
 * Replies that mean "not now": loading after a restart, full, disk trouble, a replica, a script that hogs the server, a slot of a
 * cluster that another node has.
 */
const NOT_NOW =
  /^(LOADING|OOM|MISCONF|READONLY|BUSY|MOVED|ASK|CLUSTERDOWN|MASTERDOWN|TRYAGAIN|NOREPLICAS|UNKILLABLE)\b/;

/**
 * Runs something on Redis and says in Referee's words when Redis could not be asked.
 * @throws RefereeError `STORE_AWAY`: it may or may not have been done
 */
export async function onRedis<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof RefereeError) throw cause;
    if (cause instanceof TypeError || cause instanceof RangeError) throw cause;
    if (isReply(cause, /^/) && !isReply(cause, NOT_NOW)) throw cause;
    throw new RefereeError("STORE_AWAY", "Redis does not answer, so this was not recorded. Please do it again.", {
      cause,
    });
  }
}

/** Whether Redis itself answered with this error; anything else never reached it or never came back. */
export function isReply(error: unknown, message: RegExp): boolean {
  return error instanceof Error && error.name === "ReplyError" && message.test(error.message);
}
