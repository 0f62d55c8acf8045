import type { Answer, Inbound, Pressed } from "../adapter.ts";
import { type Action, decodeAction } from "../card/action.ts";
import { handOf } from "../card/verbs/verbs.ts";
import { RefereeError } from "../errors.ts";
import { keepNewest } from "../recent.ts";
import { readerOf } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import type { Hand } from "../request/rules/mayPress.ts";
import { metaFor } from "./acting.ts";
import { draftsKind } from "./quotas.ts";
import { ownWorld, type ReceiveOptions } from "./receiving.ts";

/** What is answered to what somebody did: the answer, or what is said in its place. */
export type Answering = (inbound: Inbound, answer: Answer) => Promise<Answer>;

/** So many acts are known to have been counted: platforms deliver one again within a minute. */
const MOST_COUNTED = 2_000;

/**
 * The one door through which everything passes that is said to somebody for what they did: whatever it was, it is counted, so
 * that no kind of act makes Referee write without end. What they did has been done; the forms of whoever decides always open, and who
 * is in danger or calls for help is always answered. What comes again is counted once.
 */
export function createAnswering(options: ReceiveOptions): Answering {
  const counted = new Map<string, Promise<Answer | null>>();
  return async (inbound, answer) => {
    if (answer.type === "nothing" || answer.type === "formErrors") return answer;
    const before = counted.get(inbound.id);
    const held = before ?? heldBack(options, inbound, answer);
    keepNewest(counted, inbound.id, held, MOST_COUNTED);
    try {
      return (await held) ?? answer;
    } catch (error) {
      counted.delete(inbound.id);
      // Where no plant is in force, nobody can be told of a flood.
      if (error instanceof RefereeError && error.code === "PLANT_UNKNOWN") return answer;
      throw error;
    }
  };
}

async function heldBack(options: ReceiveOptions, inbound: Inbound, answer: Answer): Promise<Answer | null> {
  const spot = inbound.type === "submitted" ? null : inbound.spot;
  const [world, now] = await Promise.all([ownWorld(options, inbound.account, spot), options.store.plantNow()]);
  const isUrgent = () => mustAnswer(options, inbound, answer, world);
  const meta = metaFor(inbound, world, now);
  return options.quotas.answerHeldBack({
    kind: "answer",
    meta,
    plant: readerOf(world),
    spot,
    act: inbound.id,
    isUrgent,
  });
}

/** Whether it must be said however much was said before. */
async function mustAnswer(options: ReceiveOptions, inbound: Inbound, answer: Answer, world: World): Promise<boolean> {
  switch (inbound.type) {
    case "said":
    case "edited":
      return callsForHelp(options, inbound.text, world);
    case "submitted":
      return callsForHelp(options, Object.values(inbound.values).join("\n"), world);
    case "pressed":
      return isUrgentPress(options, inbound, answer, world);
    default:
      return false;
  }
}

async function callsForHelp(options: ReceiveOptions, text: string, { plant, types }: World): Promise<boolean> {
  const { danger, drafts } = options.understand(text, plant, await options.store.plantNow());
  return danger !== null || draftsKind(drafts, types) === "callDraft";
}

/** Whose forms are no way to decide anything. */
const ASKERS: ReadonlySet<Hand> = new Set<Hand>(["draft", "requester", "anybody"]);

/** A form opens for nobody but those whose step it is; and a call on its way is not stopped by what else was pressed. */
async function isUrgentPress(
  options: ReceiveOptions,
  { value, account }: Pressed,
  answer: Answer,
  world: World,
): Promise<boolean> {
  const action = actionIn(value);
  if (action === null) return false;
  if (answer.type === "form" && !ASKERS.has(handOf(action.verb))) return true;
  if (action.verb !== "send" && action.verb !== "callNow" && action.verb !== "read" && action.verb !== "fill")
    return isOfferOfHelp(options, action, account, world);
  const { state } = await options.requests.load(action.request);
  const type = state.status === "draft" ? (action.verb === "read" ? action.arg : state.reading.type) : null;
  return [...world.types.values()].some((each) => each.type === type && each.call !== null);
}

/** Words kept behind the button that call for help. */
async function isOfferOfHelp(
  options: ReceiveOptions,
  { verb, request, arg }: Action,
  account: Pressed["account"],
  world: World,
): Promise<boolean> {
  const ref = RequestId.safeParse(verb === "start" ? request : arg);
  const kept = ref.success ? await options.offers.read(ref.data) : null;
  return kept?.account === account && (await callsForHelp(options, kept.text, world));
}

function actionIn(value: string): Action | null {
  try {
    return decodeAction(value);
  } catch (error) {
    if (error instanceof RefereeError && error.code === "ACTION_UNREADABLE") return null;
    throw error;
  }
}
