import { createHash } from "node:crypto";
import { z } from "zod";
import type { Answer, Pressed } from "../adapter.ts";
import type { TogetherAction } from "../card/together/togetherAction.ts";
import { togetherCard } from "../card/together/togetherCard.ts";
import { fitsWhole } from "../card/together/togetherFacts.ts";
import type { AccountId } from "../plant/ids.ts";
import { readerOf, stateAs, worldForActor } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import { numberIn, RequestId } from "../request/ids.ts";
import { alikeIn } from "../request/rules/alike.ts";
import type { Open } from "../request/state.ts";
import type { Json } from "../store/types.ts";
import { say } from "../words/say.ts";
import { sayList } from "../words/sayList.ts";
import { StepId } from "../workflow/requestType.ts";
import { isFor, metaFor } from "./acting.ts";
import { tell } from "./aside.ts";
import { firstFound } from "./firstFound.ts";
import { LIST } from "./lists.ts";
import { actedIn, answerFrom, NOTHING, RECORDED, type ReceiveOptions, settle } from "./receiving.ts";

/** As many as somebody reads before one press. */
const MOST_TOGETHER = 20;
/** Those of others are passed over, so far: nobody waits for more. */
const MOST_LOOKED_AT = 500;

/** What one press decides: fixed before the first of it is recorded, so that whoever dies in between goes on with the same. */
const Plan = z.object({
  together: z.array(z.object({ request: RequestId, step: StepId, ask: z.int(), key: z.string() })).readonly(),
});
type Plan = z.infer<typeof Plan>;

type Found = { readonly request: RequestId; readonly state: Open; readonly step: StepId; readonly ask: number };

/** Equal approvals are looked at, and then given with one press: each is a decision of its own in the record. */
export async function pressTogether(
  options: ReceiveOptions,
  action: TogetherAction,
  pressed: Pressed,
): Promise<Answer> {
  const before = await options.store.recall(pressed.id, {});
  if (before !== null && before.type !== "planned") return answerFrom(before);
  if (!(await options.plants.all()).some(({ code }) => code === action.plant)) return NOTHING;
  await options.linking.meet(pressed);
  const world = actedIn(await options.plants.world(action.plant), pressed.account);
  if (before !== null) return approveAll(options, before.plan, pressed, world);
  const read = worldForActor(world);
  const equal = await equalOnes(options, action, pressed.account, world);
  const found = equal.filter(({ state }) => fitsWhole(stateAs(state, read), read.plant));
  const [first, ...others] = found;
  if (first === undefined || others.length === 0)
    return settle(options, pressed.id, tell(say(readerOf(world), "together.none")));
  const shown = shortly(found);
  if (action.shown === shown) {
    const together = found.map(({ request, step, ask, state }) => ({ request, step, ask, key: state.key }));
    const planned = await options.store.plan(pressed.id, { together });
    return planned.type === "planned" ? approveAll(options, planned.plan, pressed, world) : answerFrom(planned);
  }
  const states = [stateAs(first.state, read), ...others.map(({ state }) => stateAs(state, read))] as const;
  const leftOut = equal.length - found.length;
  const card = togetherCard(states, { ...action, shown }, action.shown !== null, read.plant, leftOut);
  return settle(options, pressed.id, { type: "private", text: card.title, card });
}

/** Those of the group that are theirs to answer, in the order of their numbers. One list of the record, and no request beyond it. Where others have the first of them, it is read on. */
async function equalOnes(
  { store, requests }: ReceiveOptions,
  { plant, group }: TogetherAction,
  account: AccountId,
  world: World,
): Promise<readonly Found[]> {
  const at = await store.plantNow();
  const hits = await store.list(LIST.alike(plant, group), { limit: MOST_LOOKED_AT });
  const found = await firstFound(hits, MOST_TOGETHER, async ({ stream }): Promise<readonly Found[]> => {
    const request = RequestId.parse(stream);
    const { state } = await requests.load(request);
    if (state.status !== "open") return [];
    return alikeIn(state)
      .filter((each) => each.group === group)
      .map(({ step: { id: step, ask } }) => ({ request, state, step, ask }))
      .filter(({ step, ask }) => isFor(account, { verb: "approve", step, ask }, state, world, at));
  });
  return found.toSorted((a, b) => numberIn(a.state.key) - numberIn(b.state.key));
}

/** Everything that was shown of them. A changed fact is another ask. */
function shortly(found: readonly Found[]): string {
  const what = found.map(({ request, step, ask, state }) => [request, step, ask, state.values, state.limits]);
  return createHash("sha256").update(JSON.stringify(what)).digest("base64url").slice(0, 22);
}

async function approveAll(options: ReceiveOptions, plan: Json, pressed: Pressed, world: World): Promise<Answer> {
  const { together } = Plan.parse(plan);
  const reader = readerOf(world);
  // At once, since each is a history of its own and whoever pressed waits for all of them.
  const told = await Promise.all(
    together.map(async (each) => ({ key: each.key, why: await approveOne(options, each, pressed, world) })),
  );
  const approved = told.flatMap(({ key, why }) => (why === null ? [key] : []));
  const refused = told.flatMap(({ key, why }) => (why === null ? [] : [say(reader, "together.notDone", { key, why })]));
  const done = approved.length === 0 ? [] : [say(reader, "together.done", { keys: sayList(approved, reader) })];
  return settle(options, pressed.id, { ...tell([...done, ...refused].join("\n")), spent: true });
}

/** Null once it is recorded; else why it is not. */
async function approveOne(
  { requests }: ReceiveOptions,
  { request, step, ask }: Plan["together"][number],
  pressed: Pressed,
  world: World,
): Promise<string | null> {
  const handled = await requests.act(request, `${pressed.id}:${request}`, world, (state, at) => ({
    type: "command",
    command: { ...metaFor(pressed, world, at, state), type: "approve", step, ask, limits: [], values: {} },
    answer: RECORDED,
  }));
  return handled.type === "refused" ? handled.message : null;
}
