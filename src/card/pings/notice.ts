import { assertNever } from "../../errors.ts";
import { oneLine } from "../../plainText.ts";
import type { AccountId } from "../../plant/ids.ts";
import type { World } from "../../request/commands.ts";
import { missingFrom } from "../../request/rules/draft.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { holders } from "../../request/rules/wake.ts";
import type { Draft, StepIn } from "../../request/state.ts";
import { wordsOf } from "../lines/kindWords.ts";
import { sayStanding } from "../lines/standing.ts";
import { accountsOf, notifiedAt, opsOnDuty } from "../people.ts";
import { onCard, sayRequest, sentence } from "../words.ts";
import { opsReasons } from "./opsPings.ts";
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
  switch (place.role.type) {
    case "requester":
    case "joined":
      return stands;
    case "step": {
      const step = state.steps.get(place.role.step);
      return step?.status === "open" ? `${sayAsk(step, at)}: ${name}` : stands;
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
  const by = clocks.dueAt === null ? "" : ` by ${onCard(clocks.dueAt, state.at, world.plant)}`;
  if (closing !== null) return `To do${by}, ${closing}`;
  if (state.rules.call !== null) return wordsOf(rule).asksInAlarm ?? `For you to know; your step: ${rule.does}`;
  return `${wordsOf(rule).asks}${by}`;
}

/** What a notification says of a draft: what is still to be done before anything goes to anyone. */
export function draftNotice(draft: Draft, { types }: World): string {
  if (draft.discarded !== null) return "Put away.";
  const type = draft.reading.type === null ? undefined : types.get(draft.reading.type);
  if (type === undefined) return "Please choose what this is about.";
  const missing = missingFrom(draft.values, type).length;
  if (missing > 0) return missing === 1 ? "One answer is still needed." : `${missing} answers are still needed.`;
  return type.call === null ? "Is this right? Then send it." : `One tap calls for help: “${type.call}”.`;
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

/** Who is named when a place gets its first card, while it is theirs. */
export function firstMention({ state, place, world }: Omit<At, "request">): readonly AccountId[] {
  if (place.left || state.status === "closed") return [];
  const { plant } = world;
  const { adapter } = place.spot;
  if (place.role.type === "requester" || place.role.type === "joined") return [];
  if (place.role.type === "ops") return opsMention({ state, place, world });
  const step = state.steps.get(place.role.step);
  return step === undefined || step.status !== "open" ? [] : accountsOf(plant, holders(step.ball), adapter);
}
