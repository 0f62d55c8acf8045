import type { Answer, Pressed, Said } from "../adapter.ts";
import type { Action } from "../card/action.ts";
import { notLinkedCard } from "../card/answers.ts";
import { changedFacts } from "../intake/changedFacts.ts";
import { readerOf } from "../request/asRead.ts";
import { RequestId } from "../request/ids.ts";
import { keptFrom, mayRead } from "../request/rules/mayRead.ts";
import { told } from "../request/rules/told.ts";
import type { Closed, Open } from "../request/state.ts";
import type { Handled } from "../store/types.ts";
import { say } from "../words/say.ts";
import { type Values, withValues } from "../workflow/value.ts";
import { metaFor } from "./acting.ts";
import { spent, tell } from "./aside.ts";
import { carryOut } from "./draftPlan.ts";
import { draftsKind } from "./quotas.ts";
import { answerFrom, NOTHING, type ReceiveOptions, settle, worldOf } from "./receiving.ts";
import { requestIdFor } from "./requests.ts";

/**
 * What is open ends when it was allowed to, so more time is a request of its own: a draft with the same facts and the later
 * end that was named. No approval is carried over. Nobody copies what they may not read, whatever their client sends.
 */
export async function askLonger(options: ReceiveOptions, { request, arg }: Action, pressed: Pressed): Promise<Answer> {
  const before = await options.store.recall(pressed.id, { begun: requestIdFor(pressed.id, 0) });
  if (before !== null && before.type !== "planned") return answerFrom(before);
  await options.linking.meet(pressed);
  const ref = RequestId.safeParse(arg);
  const typed = ref.success ? await options.overhear.accept(ref.data, pressed) : NOTHING;
  if (typed.type !== "said") return typed;
  const planned = before ?? (await plan(options, request, pressed, typed));
  if (planned.type !== "planned")
    return "repeated" in planned ? answerFrom(planned) : settle(options, pressed.id, planned);
  const { answer } = await carryOut(options, { ...typed, id: pressed.id }, planned.plan);
  return settle(options, pressed.id, spent(answer));
}

/** What is drafted, or why it is not. */
async function plan(
  options: ReceiveOptions,
  request: RequestId,
  pressed: Pressed,
  typed: Said,
): Promise<Handled | Answer> {
  const world = await worldOf(options, request, pressed);
  const { state, now } = await options.requests.load(request);
  if (state.status !== "open" && state.status !== "closed") return NOTHING;
  const { plant } = world;
  const meta = metaFor(pressed, world, now);
  const { by, name } = meta;
  if (!mayRead(state, plant, by)) {
    const card = notLinkedCard(readerOf(world), keptFrom(plant, by) ?? "stranger");
    return { type: "private", text: card.title, card };
  }
  const type = state.rules.type;
  const drafts = [
    {
      reading: { type, candidates: [type], because: [] },
      values: withLaterEnd(state, changedFacts(typed.text, state, now, world)),
      text: typed.text,
    },
  ];
  const asked = { kind: draftsKind(drafts, world.types), meta, plant: readerOf(world) } as const;
  const held = await options.quotas.answerHeldBack({ ...asked, spot: typed.spot, act: pressed.id });
  if (held !== null) return held;
  return options.store.plan(pressed.id, {
    plant: plant.code,
    by,
    name,
    drafts,
    answer: tell(say(readerOf(world), "alone.draftLike", { key: state.key })),
    spot: { ...typed.spot, thread: null },
  });
}

/** The end that was agreed on is not the one that is asked for: where none was understood, the draft asks. */
function withLaterEnd(state: Open | Closed, changed: Values): Values {
  const { endsAt } = state.rules;
  const same = Object.entries(told(state)).filter(([id]) => id !== endsAt);
  return withValues(Object.fromEntries(same), changed);
}
