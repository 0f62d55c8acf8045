import { Activity } from "./activity.ts";
import { objectionTo } from "./gate.ts";
import type { Handle, Posted } from "./listener.ts";
import { isLoopback, type TeamsOptions } from "./options.ts";
import type { InvokeAnswer, Transport } from "./transport/transport.ts";

/** Lets an activity through only when it is well-formed, proven, of a known tenant and of this moment. */
export function createGatekeeper(
  options: TeamsOptions,
  transport: Transport,
  act: (activity: Activity) => Promise<InvokeAnswer | null>,
): Handle {
  return async (posted) => {
    const stopped = stoppedAtDoor(posted, options);
    if (stopped !== null) return bare(stopped);
    const activity = Activity.safeParse(posted.body);
    if (!activity.success) return bare(400);
    if (options.appId !== "" && activity.data.channelId !== "msteams") return bare(403);
    const turn = await transport.turn(posted, () => judge(activity.data, options, act));
    if (turn.type === "handled") return turn.answer;
    return bare(turn.type === "refused" ? 401 : 503);
  };
}

/** What can be refused before the body is looked at. */
function stoppedAtDoor({ authorization, remoteAddress }: Posted, { appId }: TeamsOptions): number | null {
  if (appId === "") return isLoopback(remoteAddress) ? null : 403;
  return authorization === "" ? 401 : null;
}

async function judge(
  activity: Activity,
  options: TeamsOptions,
  act: (activity: Activity) => Promise<InvokeAnswer | null>,
) {
  const objection = objectionTo(activity, options, options.now());
  if (objection === null) return act(activity);
  options.log.warn("an activity was turned away", { objection, serviceUrl: activity.serviceUrl });
  return bare(403);
}

function bare(status: number): InvokeAnswer {
  return { status, body: null };
}
