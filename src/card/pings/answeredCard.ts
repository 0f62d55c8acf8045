import { sayWho } from "../../request/actor.ts";
import type { World } from "../../request/commands.ts";
import type { RequestEvent } from "../../request/events.ts";
import type { Place } from "../../request/place.ts";
import type { Closed, Draft, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import type { StepId } from "../../workflow/requestType.ts";
import type { Card, CardBlock } from "../card.ts";
import { titleOf } from "../words.ts";
import { says } from "./ping.ts";
import { sayWriter } from "./writer.ts";

type Asked = { readonly state: Draft | Open | Closed; readonly place: Pick<Place, "spot">; readonly world: World };

/**
 * How a message that asked for something reads once nobody waits for its answer: what was asked, who answered, and no button.
 * @param version of the event that asked
 */
export function answeredCard(version: number, events: readonly RequestEvent[], at: Asked): Card {
  const asking = events[version - 1];
  const since = events.slice(version);
  const outcome = asking !== undefined && "step" in asking ? answerTo(asking.step, since, at) : null;
  const what = asking === undefined ? [] : questionBehind(asking, events.slice(0, version), at);
  return {
    ...headOf(at),
    blocks: [...what, says(outcome ?? sayUnasked(asking, since, at))],
  };
}

/** The question of an owner, also where it was only a reminder of it. */
function questionBehind(asking: RequestEvent, before: readonly RequestEvent[], at: Asked): readonly CardBlock[] {
  if (asking.type !== "QuestionAsked" && asking.type !== "QuestionReminded") return [];
  const isIt = (event: RequestEvent) => event.type === "QuestionAsked" && event.step === asking.step;
  const question = before.findLast(isIt);
  if (question?.type !== "QuestionAsked") return [];
  return [
    { type: "quote", text: question.question, by: named({ ...question, by: question.asker ?? question.by }, at) },
  ];
}

/** Who answered for the step since then, and what; null where nobody did. */
function answerTo(step: StepId, since: readonly RequestEvent[], at: Asked): string | null {
  const answer = since.find((event) => "step" in event && event.step === step && ANSWERS.has(event.type));
  if (answer === undefined) return null;
  const who = named(answer, at);
  if (answer.type !== "StepConfirmed") return say(at.world.plant, "pings.answered", { who });
  return answer.outcome === "notConfirmed" ? null : say(at.world.plant, `pings.${answer.outcome}`, { who });
}

/** Whoever wrote it, with their platform where it is another one than the reader's. */
function named(event: RequestEvent, at: Asked): string {
  const via = "via" in event ? (event.via ?? null) : null;
  return sayWriter(sayWho(event.by, at.state.asked, at.world.plant), { by: event.by, via, place: null }, at);
}

const ANSWERS: ReadonlySet<RequestEvent["type"]> = new Set([
  "QuestionAnswered",
  "StepApproved",
  "StepDenied",
  "StepDone",
  "StepConfirmed",
]);

function sayUnasked(asking: RequestEvent | undefined, since: readonly RequestEvent[], { state, world }: Asked): string {
  if (asking?.type !== "DraftReminded") return say(world.plant, "pings.notNeeded");
  if (since.some(({ type }) => type === "RequestSent") && state.status !== "draft")
    return say(world.plant, "pings.sentAs", { key: state.key });
  return say(world.plant, "pings.nobodyCalled");
}

function headOf({ state, world }: Asked): Pick<Card, "title" | "key"> {
  if (state.status !== "draft")
    return { title: titleOf(state.rules, state.values, world.plant, state.at), key: state.key };
  const type = state.reading.type === null ? undefined : world.types.get(state.reading.type);
  return {
    title:
      type === undefined ? say(world.plant, "pings.answeredTitle") : titleOf(type, state.values, world.plant, state.at),
    key: null,
  };
}
