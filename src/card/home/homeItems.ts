import type { EpochMs } from "../../clock.ts";
import { cutText } from "../../plainText.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import type { RequestId } from "../../request/ids.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { keepsOwner } from "../../request/rules/keepsOwner.ts";
import { isOnAnothersCard } from "../../request/rules/oneCard.ts";
import { openNow } from "../../request/rules/openNow.ts";
import { isUnsafeWork, sayUnsafe } from "../../request/rules/unsafeWork.ts";
import type { Closed, Draft, Open, StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { kindOf } from "../../workflow/kinds/kinds.ts";
import { button, cutOff } from "../buttons/button.ts";
import { confirmButtons, forOwner } from "../buttons/ownerButtons.ts";
import type { CardAction, ListItem } from "../card.ts";
import { sayOpenUntil, sayWatch } from "../lines/openNow.ts";
import { sayOutcome } from "../lines/standing.ts";
import { toThread } from "../lines/toThread.ts";
import { sayWhere } from "../lines/where.ts";
import { sayClosing } from "../pings/task.ts";
import { onCard, partyLabel, requesterAndTeam, requesterName, sayRequest } from "../words.ts";

/** A request as a home lists it. `isTheirs`: whether a button is one its reader may press now. */
export type HomeEntry<S> = {
  readonly request: RequestId;
  readonly state: S;
  readonly plant: Plant;
  readonly at: EpochMs;
  /** Opens its thread, where its reader's platform has such an address. */
  readonly link: string | null;
  readonly isTheirs: (action: CardAction) => boolean;
};

/** Longer is for the thread: about five lines on a phone. */
const MOST_TEXT = 280;
/** The likeliest answers; the others are in the thread. */
const MOST_BUTTONS = 3;

/** What its reader can do about a request now; null when nothing in it waits for them. */
export function waitingItem(entry: HomeEntry<Open>): ListItem | null {
  const { state, plant } = entry;
  const turns = [...state.steps.values()].flatMap((step) => {
    const actions = isOnAnothersCard(state, step) ? [] : turnButtons(entry, step).filter(entry.isTheirs);
    return actions.length === 0 ? [] : [{ says: sayTurn(entry, step), actions }];
  });
  if (turns.length === 0) return null;
  const says = `${sayRequest(state, plant)}: ${turns.map((turn) => turn.says).join("; ")}`;
  return item(
    says,
    turns.length === 1 ? turns.flatMap(firstOnes) : turns.flatMap(({ actions }) => actions.slice(0, 2)),
    entry,
  );
}

function firstOnes({ actions }: { readonly actions: readonly CardAction[] }): readonly CardAction[] {
  return actions.slice(0, MOST_BUTTONS);
}

/** What a step wants of whoever has it. */
function turnButtons({ request, state, plant }: HomeEntry<Open>, step: StepState): readonly CardAction[] {
  const about = { step: step.id, ask: step.ask };
  switch (step.status) {
    case "asked":
      return [button(request, "answer", plant, about)];
    case "disputed":
      return keepsOwner(state, ruleOf(state, step.id)) || isUnsafeWork(state, ruleOf(state, step.id), plant)
        ? []
        : [button(request, "rule", plant, about, { style: "primary" })];
    case "open": {
      const rule = ruleOf(state, step.id);
      return kindOf(rule).requester === "first"
        ? confirmButtons(request, state, rule, step, plant)
        : forOwner(request, state, step, plant).actions;
    }
    default:
      return [];
  }
}

function sayTurn({ state, plant, at }: HomeEntry<Open>, step: StepState): string {
  switch (step.status) {
    case "asked":
      return say(plant, "pings.asks", {
        ...{ who: sayWho(step.question.by, state.asked, plant), text: typed(cutText(step.question.text, 120)) },
      });
    case "disputed":
      return isUnsafeWork(state, ruleOf(state, step.id), plant)
        ? sayUnsafe(state, plant)
        : say(plant, "home.turnNobody");
    case "open": {
      const { party, clocks, overdue } = step.ball;
      if (ruleOf(state, step.id).owner === "requester") return say(plant, "home.turnWorks");
      const due = overdue === null ? clocks.dueAt : overdue.at;
      const key = overdue === null ? "home.dueAt" : "home.overdueSince";
      const dueBy = (what: string) => (due === null ? what : say(plant, key, { what, when: onCard(due, at, plant) }));
      const closing = sayClosing(step, { state, world: { plant } });
      if (closing !== null) return dueBy(closing);
      const who = requesterAndTeam(state, plant);
      const turn = dueBy(say(plant, "home.turnFor", { party: partyLabel(plant, party, state.asked) }));
      return say(plant, "home.turnBy", { turn, who, text: typed(cutText(state.asked.text, 120)) });
    }
    default:
      return "";
  }
}

/** What its reader asked for, and where it stands. */
export function mineItem(entry: HomeEntry<Draft | Open | Closed>): ListItem {
  const { state, plant, at } = entry;
  switch (state.status) {
    case "draft":
      return item(say(plant, "home.notSent", { text: typed(cutText(state.asked.text, 200)) }), [], entry);
    case "closed":
      return item(`${sayRequest(state, plant)}: ${sayOutcome(state, plant)}`, [], entry);
    default:
      return item(`${sayRequest(state, plant)}: ${sayWhere(state, plant, at)}`, [], entry);
  }
}

/** What stands open: until when, for whom, and who has it closed again. Null for what does not. */
export function grantedItem(entry: HomeEntry<Open>): ListItem | null {
  const { request, state, plant, at } = entry;
  const open = openNow(state);
  if (open === null) return null;
  const says = say(plant, "home.grantedFor", {
    ...{ name: sayRequest(state, plant), until: sayOpenUntil(open, state, plant, at) },
    ...{ who: requesterName(state, plant), watch: sayWatch(state, plant) },
  });
  return item(says, cutOff(request, state, plant).filter(entry.isTheirs), entry);
}

function item(
  text: string,
  actions: readonly CardAction[],
  { link, plant }: Pick<HomeEntry<unknown>, "link" | "plant">,
): ListItem {
  return { text: cutText(text, MOST_TEXT), actions: [...actions, ...toThread(link, plant)] };
}
