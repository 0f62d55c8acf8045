import type { Answer, Inbound, Pressed } from "../adapter.ts";
import { type Action, decodeAction, ifReadable, type Verb } from "../card/action.ts";
import { handOf } from "../card/verbs/verbs.ts";
import type { EpochMs } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import { keepNewest } from "../recent.ts";
import type { World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import type { Hand } from "../request/rules/mayPress.ts";
import { doingBeside } from "./doingBeside.ts";
import { changeKind, draftsKind } from "./quotas.ts";
import type { ReceiveOptions } from "./receiving.ts";

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
  const { doing, world } = await doingBeside(options, "answer", inbound);
  const here = { world, now: doing.meta.at };
  return options.quotas.answerHeldBack({ ...doing, isUrgent: () => mustAnswer(options, inbound, answer, here) });
}

type Here = { readonly world: World; readonly now: EpochMs };

/** Whether it must be said however much was said before. */
async function mustAnswer(options: ReceiveOptions, inbound: Inbound, answer: Answer, here: Here): Promise<boolean> {
  switch (inbound.type) {
    case "said":
    case "edited":
      return callsForHelp(options, inbound.text, here);
    case "submitted":
      return callsForHelp(options, Object.values(inbound.values).join("\n"), here);
    case "pressed":
      return isUrgentPress(options, inbound, answer, here);
    default:
      return false;
  }
}

function callsForHelp({ understand }: ReceiveOptions, text: string, { world, now }: Here): boolean {
  const { plant, types } = world;
  const { danger, drafts } = understand(text, plant, now);
  return danger !== null || draftsKind(drafts, types) === "callDraft";
}

/** Whose forms are no way to decide anything. */
const ASKERS: ReadonlySet<Hand> = new Set<Hand>(["draft", "requester", "anybody"]);
/** What a call goes through before it is sent. */
const TO_CALL: ReadonlySet<Verb> = new Set<Verb>(["send", "callNow", "read", "fill"]);

/** A form opens for nobody but those whose step it is; and a call on its way is not stopped by what else was pressed. */
async function isUrgentPress(
  options: ReceiveOptions,
  { value, account }: Pressed,
  answer: Answer,
  here: Here,
): Promise<boolean> {
  const action = ifReadable(() => decodeAction(value));
  if (action === null) return false;
  const { verb, request, arg } = action;
  if (answer.type === "form" && !ASKERS.has(handOf(verb))) return true;
  if (!TO_CALL.has(verb)) return isOfferOfHelp(options, action, account, here);
  const { state } = await options.requests.load(request);
  if (state.status !== "draft") return false;
  return changeKind(verb === "read" ? arg : state.reading.type, here.world.types) === "callDraft";
}

/** Words kept behind the button that call for help. */
async function isOfferOfHelp(
  options: ReceiveOptions,
  { verb, request, arg }: Action,
  account: Pressed["account"],
  here: Here,
): Promise<boolean> {
  const ref = RequestId.safeParse(verb === "start" ? request : arg);
  const kept = ref.success ? await options.offers.read(ref.data) : null;
  return kept?.account === account && callsForHelp(options, kept.text, here);
}
