import type { Answer, Pressed } from "../adapter.ts";
import type { Action } from "../card/action.ts";
import { changedFacts } from "../intake/changedFacts.ts";
import { readerOf } from "../request/asRead.ts";
import { RequestId } from "../request/ids.ts";
import { told } from "../request/rules/told.ts";
import { say } from "../words/say.ts";
import { withValues } from "../workflow/value.ts";
import { metaFor } from "./acting.ts";
import { spent, tell } from "./aside.ts";
import { carryOut } from "./draftPlan.ts";
import { answerFrom, NOTHING, type ReceiveOptions, settle, worldOf } from "./receiving.ts";
import { requestIdFor } from "./requests.ts";

/**
 * What is open ends when it was allowed to, so more time is a request of its own: a draft with the same facts and the later
 * end that was named. No approval is carried over.
 */
export async function askLonger(options: ReceiveOptions, { request, arg }: Action, pressed: Pressed): Promise<Answer> {
  const before = await options.store.recall(pressed.id, { begun: requestIdFor(pressed.id, 0) });
  if (before !== null && before.type !== "planned") return answerFrom(before);
  const ref = RequestId.safeParse(arg);
  const typed = ref.success ? await options.overhear.accept(ref.data, pressed) : NOTHING;
  if (typed.type !== "said") return typed;
  const world = await worldOf(options, request, pressed);
  const { state, now } = await options.requests.load(request);
  if (state.status !== "open" && state.status !== "closed") return NOTHING;
  const { by, name } = metaFor(pressed, world, now);
  const type = state.rules.type;
  const reading = { type, candidates: [type], because: [] };
  const values = withValues(told(state), changedFacts(typed.text, state, now, world));
  const plan = await options.store.plan(pressed.id, {
    plant: world.plant.code,
    by,
    name,
    drafts: [{ reading, values, text: typed.text }],
    answer: tell(say(readerOf(world), "alone.draftLike", { key: state.key })),
    spot: { ...typed.spot, thread: null },
  });
  if (plan.type !== "planned") return answerFrom(plan);
  const { answer } = await carryOut(options, { ...typed, id: pressed.id }, plan.plan);
  return settle(options, pressed.id, spent(answer));
}
