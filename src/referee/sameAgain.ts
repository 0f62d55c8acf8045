import type { Answer, Pressed } from "../adapter.ts";
import type { Action } from "../card/action.ts";
import type { Before } from "../card/draft/sameDraft.ts";
import { sayOutcome } from "../card/lines/standing.ts";
import { RefusedError } from "../errors.ts";
import type { Plant } from "../plant/plant.ts";
import { readerOf } from "../request/asRead.ts";
import type { Meta, World } from "../request/commands.ts";
import type { Same } from "../request/events.ts";
import { typeOf } from "../request/rules/draft.ts";
import { requireDraft } from "../request/rules/guards.ts";
import { isTheirs } from "../request/rules/mayPress.ts";
import { likeBefore, sameAs } from "../request/rules/sameAgain.ts";
import type { Draft, Open, RequestState } from "../request/state.ts";
import type { Handled } from "../store/types.ts";
import { say } from "../words/say.ts";
import { metaFor } from "./acting.ts";
import { tell } from "./aside.ts";
import { untouchable } from "./mayTouch.ts";
import { answerFrom, type ReceiveOptions, worldOf } from "./receiving.ts";
import type { LoadedRequest } from "./requests.ts";

/** The same is open already: whoever was about to ask for it hears how that ends, and their draft is put away. */
export async function joinSame(options: ReceiveOptions, action: Action, pressed: Pressed): Promise<Answer> {
  return beforeSending(options, action, pressed, async ({ draft, meta, world, reader, other }) => {
    const { state } = other;
    const { requests, store } = options;
    const join = `${pressed.id}#join`;
    // Whoever has joined, or was refused, reads that again, also once it is over.
    const isAnswered = (await store.recall(join, { within: other.request })) !== null;
    if (!isAnswered && state.status === "closed")
      return requests.act(action.request, pressed.id, world, () => ({
        type: "answer",
        answer: tell(say(reader, "same.over", { key: state.key, outcome: sayOutcome(state, reader) })),
      }));
    const { by, name, via } = meta;
    const who = { by, name, ...(via !== undefined && { via }) };
    const { spot } = draft.asked;
    const joined = await requests.act(other.request, join, world, (_, at) => ({
      type: "command",
      command: { ...who, at, type: "join", spot },
      answer: null,
    }));
    if (joined.type === "refused") return joined;
    return requests.act(action.request, pressed.id, world, (_, at) => ({
      type: "command",
      command: { ...who, at, type: "discard" },
      answer: tell(say(reader, "same.joined", { key: state.key })),
    }));
  });
}

/** What was told of an earlier request is told of this one too, as far as nothing else was. Nobody's decision comes with it. */
export async function likeSame(options: ReceiveOptions, action: Action, pressed: Pressed): Promise<Answer> {
  return beforeSending(options, action, pressed, async ({ meta, world, reader, other }) => {
    const filling = { kind: "note", meta, plant: reader, spot: pressed.spot, act: pressed.id } as const;
    const held = await options.quotas.answerHeldBack(filling);
    return options.requests.act(action.request, pressed.id, world, (state, at) => {
      if (held !== null) return { type: "answer", answer: held };
      const draft = requireDraft(state, meta.by, world);
      const values = likeBefore(typeOf(draft, world), draft.values, other.state);
      const answer = tell(say(reader, "same.filled", { key: other.state.key }));
      return { type: "command", command: { ...meta, at, type: "fill", values }, answer };
    });
  });
}

type Asked = {
  readonly draft: Draft;
  readonly meta: Meta;
  readonly world: World;
  readonly reader: Plant;
  readonly other: Before;
};

/** The draft, its author and the earlier request, which has to be one of those that are the same as it is now. */
async function beforeSending(
  options: ReceiveOptions,
  action: Action,
  pressed: Pressed,
  then: (asked: Asked) => Promise<Handled>,
): Promise<Answer> {
  const { request, arg } = action;
  const before = await options.store.recall(pressed.id, { within: request });
  if (before !== null) return answerFrom(before);
  await options.linking.meet(pressed);
  const world = await worldOf(options, request, pressed);
  const { state, now } = await options.requests.load(request);
  const meta = metaFor(pressed, world, now, state);
  const kept = untouchable(action, state, { spot: pressed.spot, meta }, world);
  if (kept !== null) return answerFrom(await options.requests.answer(request, pressed.id, world, kept));
  const reader = readerOf(world);
  const other = (await options.sameBefore(state, world)).find((each) => each.request === arg);
  if (state.status === "draft" && isTheirs(state, "draft", NO_STEP, meta, world) && other !== undefined)
    return answerFrom(await then({ draft: state, meta, world, reader, other }));
  // Whatever it is refused for is told again to whoever delivers the press again.
  const refused = await options.requests.act(request, pressed.id, world, (now) => {
    requireDraft(now, meta.by, world);
    throw new RefusedError("OUTDATED", say(reader, "same.notSame"));
  });
  return answerFrom(refused);
}

const NO_STEP = { step: null, ask: 0 } as const;

type Known = { readonly before: readonly Before[]; readonly agreements: readonly Open[] };

export const NOTHING_KNOWN: Known = { before: [], agreements: [] };

/** What is like a draft that is about to be sent, and what was agreed on that may answer some of its steps. */
export async function knownToSend(
  { sameBefore, agreements }: Pick<ReceiveOptions, "sameBefore" | "agreements">,
  { state }: Pick<LoadedRequest, "state">,
  world: World,
): Promise<Known> {
  const [before, open] = await Promise.all([sameBefore(state, world), agreements(state, world)]);
  return { before, agreements: open };
}

/** For those who decide on it; its facts may have changed since they were looked up. */
export function sameOf(state: RequestState, before: readonly Before[], world: World): { readonly same?: Same } {
  if (state.status !== "draft" || state.reading.type === null || before.length === 0) return {};
  const type = world.types.get(state.reading.type);
  const others = before.map((each) => each.state);
  const same = type === undefined ? null : sameAs(type, state.values, others);
  return same === null ? {} : { same };
}
