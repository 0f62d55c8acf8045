import { assertNever } from "../../src/index.ts";
import { Activity, tenantOf } from "./activity.ts";
import { objectionTo } from "./gate.ts";
import type { Handle, Posted } from "./listener.ts";
import { isLoopback, type TeamsOptions } from "./options.ts";
import { countRefusals } from "./refusals.ts";
import type { InvokeAnswer, Transport } from "./transport/transport.ts";

type Act = (activity: Activity) => Promise<InvokeAnswer | null>;

/** Lets an activity through only when it is proven, well-formed, of a known tenant and of this moment. */
export function createGatekeeper(options: TeamsOptions, transport: Transport, act: Act): Handle {
  const refusals = countRefusals(options.log, options.now);
  return async (posted) => {
    const stopped = stoppedAtDoor(posted, options);
    if (stopped === 401) refusals.refused("it has no token; a proxy in between must pass on the Authorization header");
    if (stopped !== null) return bare(stopped);
    const turn = await transport.turn(posted, () => judge(posted.body, options, act));
    switch (turn.type) {
      case "handled":
        return turn.answer;
      case "refused":
        refusals.refused(turn.why);
        return bare(401);
      case "unavailable":
        refusals.unchecked(turn.cause);
        return bare(503);
      default:
        return assertNever(turn, "turn");
    }
  };
}

/** What can be refused before the body is looked at. */
function stoppedAtDoor({ authorization, remoteAddress }: Posted, { appId }: TeamsOptions): number | null {
  if (appId === "") return isLoopback(remoteAddress) ? null : 403;
  return authorization === "" ? 401 : null;
}

/** Judges what certainly came from Teams, so that whatever is turned away here is worth a line in the log. */
async function judge(body: object, options: TeamsOptions, act: Act): Promise<InvokeAnswer | null> {
  const activity = Activity.safeParse(body);
  if (!activity.success) {
    const problems = activity.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    options.log.warn("Teams sent an activity that cannot be read", { problems });
    return bare(400);
  }
  const objection = objectionTo(activity.data, options, options.now());
  if (objection === null) return act(activity.data);
  const { serviceUrl, timestamp } = activity.data;
  options.log.warn("an activity was turned away", {
    objection,
    serviceUrl,
    tenant: tenantOf(activity.data),
    timestamp,
  });
  return bare(403);
}

function bare(status: number): InvokeAnswer {
  return { status, body: null };
}
