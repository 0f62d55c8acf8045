import { assertNever } from "../../errors.ts";
import { oneLine } from "../../plainText.ts";
import type { AccountId, PersonId } from "../../plant/ids.ts";
import type { World } from "../../request/commands.ts";
import { isForSafety } from "../../request/place.ts";
import { missingFrom } from "../../request/rules/draft.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { isDirect } from "../../request/rules/places.ts";
import { deniedBefore } from "../../request/rules/secondNo.ts";
import { safetyPeople } from "../../request/rules/unsafeWork.ts";
import { type Draft, holders, type StepIn } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { wordsOf } from "../lines/kindWords.ts";
import { sayStanding } from "../lines/standing.ts";
import { accountsOf, notifiedAt, opsOnDuty } from "../people.ts";
import { onCard, sayRequest, sentence } from "../words.ts";
import { opsReasons, standsOpenReason } from "./opsPings.ts";
import type { At } from "./ping.ts";
import { sayClosing } from "./task.ts";

/** What a notification says of a card: what its reader is asked to do, or else where the request stands. */
export function noticeFor(at: Omit<At, "request">): string {
  return oneLine(noticeAt(at));
}

function noticeAt(at: Omit<At, "request">): string {
  const { state, place, world } = at;
  const name = sayRequest(state, world.plant);
  const stands = `${name}. ${sayStanding(state, world.plant)}`;
  if (place.left || state.status === "closed") return stands;
  if (isForSafety(place)) {
    const why = standsOpenReason(at);
    return why === null ? stands : sentence(`${name}: ${why}`);
  }
  switch (place.role.type) {
    case "requester":
    case "joined":
      return stands;
    case "step": {
      const step = state.steps.get(place.role.step);
      return step?.status === "open" ? say(world.plant, "notice.about", { asks: sayAsk(step, at), name }) : stands;
    }
    case "ops": {
      const reasons = opsReasons(at);
      return reasons.length === 0 ? stands : sentence(`${name}: ${reasons.join("; ")}`);
    }
    default:
      return assertNever(place.role, "place role");
  }
}

function sayAsk(step: StepIn<"open">, { state, world }: Omit<At, "request">): string {
  const { clocks } = step.ball;
  const rule = ruleOf(state, step.id);
  const closing = sayClosing(step, { state, world });
  const { plant } = world;
  const when = clocks.dueAt === null ? null : onCard(clocks.dueAt, state.at, plant);
  if (closing !== null)
    return when === null
      ? say(plant, "notice.toDo", { what: closing })
      : say(plant, "notice.toDoBy", { when, what: closing });
  if (state.rules.call !== null) {
    const { asksInAlarm } = wordsOf(rule);
    return asksInAlarm === null ? say(plant, "notice.yourStep", { does: rule.does }) : say(plant, asksInAlarm);
  }
  if (step.complaint !== null)
    return when === null ? say(plant, "notice.again") : say(plant, "notice.againBy", { when });
  return when === null ? say(plant, `notice.${rule.kind}`) : say(plant, `notice.${rule.kind}By`, { when });
}

/** What a notification says of a draft: what is still to be done before anything goes to anyone. */
export function draftNotice(draft: Draft, { types, plant }: World): string {
  if (draft.discarded !== null) return say(plant, "draft.putAwayShort");
  const type = draft.reading.type === null ? undefined : types.get(draft.reading.type);
  if (type === undefined) return say(plant, "draft.choose");
  const missing = missingFrom(draft.values, type).length;
  if (missing > 0) return say(plant, "draft.needed", { count: missing });
  return type.call === null ? say(plant, "draft.isRight") : say(plant, "draft.oneTap", { call: type.call });
}

/** Whoever leads Ops now, and those who are rung for a line that stands. */
function opsMention({ state, place, world }: Omit<At, "request">): readonly AccountId[] {
  const rung = [...state.steps.values()].flatMap((step) =>
    step.status === "open" && step.ball.takenBy === null
      ? step.ball.pings.filter(({ rank }) => rank === "ops").flatMap(({ people }) => people)
      : [],
  );
  const onDuty = opsReasons({ state, world }).length === 0 ? [] : opsOnDuty(world.plant, state.at);
  return notifiedAt(world.plant, [...new Set([...onDuty, ...rung])], place.spot);
}

/** Those of Safety who are asked first, while it stands open. */
function safetyMention({ state, place, world }: Omit<At, "request">): readonly AccountId[] {
  if (standsOpenReason({ state, world }) === null) return [];
  return notifiedAt(world.plant, safetyPeople(world.plant, state.at), place.spot);
}

/** Who is named when a place gets its first card, while it is theirs. */
export function firstMention({ state, place, world }: Omit<At, "request">): readonly AccountId[] {
  const { plant } = world;
  if (place.left) return [];
  if (state.status === "closed")
    return place.role.type === "ops" && state.outcome === "failed"
      ? notifiedAt(plant, opsOnDuty(plant, state.at), place.spot)
      : [];
  const { adapter } = place.spot;
  if (place.role.type === "requester" || place.role.type === "joined") return [];
  if (isForSafety(place)) return safetyMention({ state, place, world });
  if (place.role.type === "ops") return opsMention({ state, place, world });
  const step = state.steps.get(place.role.step);
  if (step === undefined || step.status !== "open") return [];
  const people = new Set([...holders(step.ball), ...denierThere(step, { state, place, world })]);
  return accountsOf(plant, [...people], adapter);
}

/** Whoever denied what is asked once more is told by the card that says so; in a direct message they have their own line. */
function denierThere({ id }: StepIn<"open">, { state, place, world }: Omit<At, "request">): readonly PersonId[] {
  const denier = deniedBefore(state, id);
  return denier === null || isDirect(world.plant, place.spot) ? [] : [denier];
}
