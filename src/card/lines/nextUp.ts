import type { EpochMs } from "../../clock.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import type { World } from "../../request/commands.ts";
import type { Place } from "../../request/place.ts";
import { nextPing } from "../../request/rules/chain.ts";
import { lapsesAt } from "../../request/rules/ending.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { requesterPerson } from "../../request/rules/requester.ts";
import { isToRemind } from "../../request/rules/wake.ts";
import { type Open, type StepIn, type StepState, whoCanAct } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import type { CardPart } from "../card.ts";
import { onCard, partyLabel, sayPeople } from "../words.ts";
import { isOverBefore } from "./frozen.ts";
import { wordsOf } from "./kindWords.ts";

/** Enough to know when something moves by itself; the rest follows from it. */
const MOST_SAID = 3;

/** Something that will happen by itself, if nobody does anything before. `asks`: people who are asked then. */
type Upcoming = { readonly at: EpochMs } & ({ readonly asks: readonly PersonId[] } | { readonly says: string });

/** What happens next by itself, and when, nearest first: at an owner's place for their step, elsewhere for all steps. */
export function nextUp(state: Open, { role }: Place, { plant }: World): readonly CardPart[] {
  const steps = [...state.steps.values()].filter(({ id }) => role.type !== "step" || id === role.step);
  const upcoming = steps.flatMap((step) => upcomingFor(state, step, plant)).sort((a, b) => a.at - b.at);
  const instants = [...new Set(upcoming.map(({ at }) => at))];
  const said = new Set<string>();
  const texts = instants.flatMap((at) => {
    // What is said already, such as that Ops hears of it, is not said again for a later step.
    const fresh = sayTogether(
      upcoming.filter((each) => each.at === at),
      plant,
    ).filter((text) => !said.has(text));
    for (const text of fresh) said.add(text);
    return fresh.length === 0
      ? []
      : [say(plant, "next.at", { what: sayList(fresh, plant), when: onCard(at, state.at, plant) })];
  });
  if (texts.length === 0) return [];
  return [
    { type: "text", text: say(plant, "next.line", { what: texts.slice(0, MOST_SAID).join("; ") }), tone: "muted" },
  ];
}

/** What happens at the same instant is said together: "Ole and Deniz are asked". */
function sayTogether(upcoming: readonly Upcoming[], plant: Plant): readonly string[] {
  const asked = [...new Set(upcoming.flatMap((each) => ("asks" in each ? each.asks : [])))];
  const asks =
    asked.length === 0 ? [] : [say(plant, "next.asked", { who: sayPeople(plant, asked), count: asked.length })];
  return [...new Set([...asks, ...upcoming.flatMap((each) => ("says" in each ? [each.says] : []))])];
}

function upcomingFor(state: Open, step: StepState, plant: Plant): readonly Upcoming[] {
  switch (step.status) {
    case "held":
      return isOverBefore(state, step)
        ? [{ at: lapsesAt(state) ?? step.until, says: say(plant, "next.over") }]
        : [{ at: step.until, says: say(plant, "next.goesOn", { who: partyLabel(plant, step.party, state.asked) }) }];
    case "open":
      return whileOpen(state, step, plant);
    case "asked": {
      const { nudgeAt } = step.ball;
      const person = requesterPerson(state.asked);
      return nudgeAt === null || person === null ? [] : [{ at: nudgeAt, asks: [person] }];
    }
    default:
      return [];
  }
}

function whileOpen(state: Open, step: StepIn<"open">, plant: Plant): readonly Upcoming[] {
  const { ball } = step;
  const { hopAt, remindAt, dueAt } = ball.clocks;
  const rule = ruleOf(state, step.id);
  const hop = hopAt === null ? [] : [hopOf(state, step, plant, hopAt)];
  const remind =
    remindAt === null || ball.takenBy === null || !isToRemind(ball)
      ? []
      : [{ at: remindAt, says: say(plant, "next.reminder", { who: sayPeople(plant, [ball.takenBy]) }) }];
  const nudge = ball.nudgeAt === null ? [] : [{ at: ball.nudgeAt, asks: whoCanAct(ball) }];
  if (dueAt === null) return [...hop, ...remind, ...nudge];
  return [
    ...hop,
    ...remind,
    ...nudge,
    { at: dueAt, says: say(plant, isOverAt(state, dueAt) ? "next.over" : wordsOf(rule).ends) },
  ];
}

/** Whether what is asked for is over then, rather than late. */
function isOverAt(state: Open, at: EpochMs): boolean {
  const end = lapsesAt(state);
  return end !== null && end <= at;
}

/** Who is asked next; when the chain has ended, it is Ops who hear. */
function hopOf(state: Open, step: StepIn<"open">, plant: Plant, at: EpochMs): Upcoming {
  const next = nextPing(state, ruleOf(state, step.id), step.ball, plant, at);
  if (next === null || next.rank === "ops") return { at, says: say(plant, "next.opsHears") };
  return next.rank === "manager" ? { at, says: say(plant, "next.managerTold") } : { at, asks: next.people };
}
