import {
  type Answer,
  assertNever,
  type Find,
  type Overhears,
  type Receive,
  RefereeError,
  type Show,
  say,
  type Tongues,
} from "../../src/index.ts";
import type { Activity } from "./activity.ts";
import { invokeAnswer, refusedAnswer, refusedForGood } from "./answer.ts";
import { actId, type Meaning, meaningOf, type Source } from "./inbound.ts";
import { look } from "./look.ts";
import { type Mouth, sayAfterwards, sayOnce, tell } from "./say.ts";
import { searchAnswer } from "./search.ts";
import { tongueHere, tongueOf } from "./tongue.ts";
import type { InvokeAnswer } from "./transport/transport.ts";

/** What acting on an activity needs. */
export type Stage = Mouth & {
  readonly receive: Receive;
  readonly show: Show;
  readonly find: Find;
  readonly tongues: Tongues;
  readonly overhears: Overhears;
};

const NOT_OURS: InvokeAnswer = { status: 501, body: null };

/** Does what an activity asks for. Resolves when it is recorded, with what the HTTP answer says; null for a bare 200. */
export async function actOn(activity: Activity, stage: Stage): Promise<InvokeAnswer | null> {
  const meaning = meaningOf(activity, stage.overhears);
  switch (meaning.type) {
    case "ignored":
      return null;
    case "unknownInvoke":
      return NOT_OURS;
    case "noticed":
      await stage.conversations.remember(activity);
      return null;
    case "installed":
      return welcome(activity, stage);
    case "anonymous":
      return turnAway(activity, meaning.source, stage);
    case "look":
      return look(activity, meaning, stage);
    case "search":
      return searchAnswer(meaning.search, stage.find, stage.log);
    case "act":
      return record(activity, meaning, stage);
    default:
      return assertNever(meaning, "meaning");
  }
}

/** With the right to read along, all of a channel's threads come: most of them are none of Referee's. */
function isForReferee({ inbound }: Act): boolean {
  // A change that was not recorded leaves what was said as it was: nobody waits for an answer.
  if (inbound.type === "edited" || inbound.type === "deleted") return false;
  return inbound.type !== "said" || (inbound.via !== "thread" && inbound.via !== "overheard");
}

type Act = Extract<Meaning, { readonly type: "act" }>;

async function record(activity: Activity, act: Act, stage: Stage): Promise<InvokeAnswer | null> {
  const answer = await recorded(activity, act, stage);
  // Once the core has heard them it knows more of whoever acted than before.
  const tongue = tongueOf(activity, stage.tongues);
  if (typeof answer === "number") {
    // Teams may not send it again: silence would be the worst answer, but for talk between others.
    const here = act.source === "message" ? tongueHere(activity, stage.tongues) : tongue;
    const text = say(here, "platform.notRecorded");
    if (isForReferee(act)) await tell(activity, act.source, text, stage);
    return refusedAnswer(act.source, answer, text);
  }
  await sayAfterwards({ ...act, answer, tongue }, stage);
  return invokeAnswer(act.source, { ...act, answer, tongue });
}

/** The core's answer, or the HTTP status that says that it was not recorded. */
async function recorded(
  activity: Activity,
  { inbound }: Act,
  { receive, conversations, log }: Stage,
): Promise<Answer | 500 | 503> {
  try {
    await conversations.remember(activity);
    return await receive(inbound, activity.locale ?? null);
  } catch (error) {
    const isAway = error instanceof RefereeError && error.code === "STORE_AWAY";
    log[isAway ? "warn" : "error"]("not recorded", { account: inbound.account, error });
    return isAway ? 503 : 500;
  }
}

async function welcome(activity: Activity, stage: Stage): Promise<null> {
  await stage.conversations.remember(activity);
  const text = say(tongueHere(activity, stage.tongues), "platform.welcome");
  await sayOnce(actId(activity), stage, () => tell(activity, "message", text, stage));
  return null;
}

async function turnAway(activity: Activity, source: Source, stage: Stage): Promise<InvokeAnswer> {
  stage.log.warn("Teams did not name an account", { conversation: activity.conversation.id });
  const text = say(tongueHere(activity, stage.tongues), "platform.noAccount");
  if (source === "message") await tell(activity, source, text, stage);
  return refusedForGood(source, text);
}
