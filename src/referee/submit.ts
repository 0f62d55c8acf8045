import type { Answer, Submitted } from "../adapter.ts";
import { decodeAction } from "../card/action.ts";
import { asideFor, telltaleIn } from "../intake/aside.ts";
import { readSubmission } from "../intake/submit.ts";
import type { RequestId } from "../request/ids.ts";
import { metaFor } from "./acting.ts";
import { withAside } from "./aside.ts";
import { answerFrom, NOTHING, type ReceiveOptions, worldOf } from "./receiving.ts";
import type { Making } from "./requests.ts";

/** A form sent off: it decides something, or stays open with remarks. */
export async function submit(options: ReceiveOptions, submitted: Submitted): Promise<Answer> {
  const action = decodeAction(submitted.value);
  await options.linking.meet(submitted);
  const world = await worldOf(options, action.request, submitted);
  const handled = await options.requests.act(action.request, submitted.id, world, (state, at): Making => {
    const submission = readSubmission(action, submitted.values, state, metaFor(submitted, world, at, state), world);
    if (submission.type === "errors")
      return { type: "answer", answer: { type: "formErrors", errors: submission.errors } };
    return { type: "command", command: submission.command, answer: NOTHING };
  });
  if (action.verb === "rule" && handled.type === "accepted")
    await rememberRuling(options, action.request, submitted.id);
  return withAside(answerFrom(handled), asideFor(telltaleIn(submitted.values), world.plant));
}

/** A ruling on an asset is remembered by the plant. Done again after a crash, it is done once: the id is the same. */
async function rememberRuling(
  { requests, plants }: ReceiveOptions,
  request: RequestId,
  commandId: string,
): Promise<void> {
  const { events, state } = await requests.load(request);
  const ruling = events.findLast((event) => event.type === "OwnerRuled");
  if (ruling?.type !== "OwnerRuled" || ruling.asset === null || state.status === "unstarted") return;
  await plants.rememberRuling(state.asked.plant, { ...ruling, asset: ruling.asset }, `${commandId}:ruling`);
}
