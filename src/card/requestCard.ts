import type { Plant } from "../plant/plant.ts";
import type { World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import { isForRisk, isForSafety, type Place } from "../request/place.ts";
import { ruleOf } from "../request/rules/guards.ts";
import { readerOf } from "../request/rules/places.ts";
import { riskOwnersFor } from "../request/rules/riskOwner.ts";
import { bearTheName } from "../request/rules/sameName.ts";
import { type Closed, type Open, type StepIn, stepAt } from "../request/state.ts";
import { say } from "../words/say.ts";
import { isCheckedOnSite } from "../workflow/requestType.ts";
import { askAgain, takeRisk } from "./buttons/askAgain.ts";
import { buttonsFor } from "./buttons/buttons.ts";
import { unrulings } from "./buttons/opsButtons.ts";
import { takeBack } from "./buttons/ownerButtons.ts";
import type { Card, CardAction, CardBlock, CardPart } from "./card.ts";
import { agreedOn } from "./lines/agreed.ts";
import { askedAnew } from "./lines/appeal.ts";
import { sayBorder } from "./lines/border.ts";
import { briefLine } from "./lines/briefLine.ts";
import { considerations, inBrief } from "./lines/consider.ts";
import { detailsOf } from "./lines/details.ts";
import { filesBeside } from "./lines/files.ts";
import { foldTyped } from "./lines/foldTyped.ts";
import { freezeAhead } from "./lines/frozen.ts";
import { lateClosing } from "./lines/lateClosing.ts";
import { longerAsked } from "./lines/longer.ts";
import { moodOf } from "./lines/mood.ts";
import { besideOwn, isDecision, isForRequester, isInSight, isReceipt, ownStep } from "./lines/ownStep.ts";
import { phones, phonesForOps } from "./lines/phones.ts";
import { askedFor, inShort, notes, questions } from "./lines/quotes.ts";
import { receiptStanding } from "./lines/receipt.ts";
import { mayTakeRisk, riskTaken } from "./lines/risk.ts";
import { concernsRuling, rulingsOf } from "./lines/ruling.ts";
import { joinedCard, saySame } from "./lines/sameAgain.ts";
import { sayGiven, sayOutcome, sayStanding } from "./lines/standing.ts";
import { stepLines } from "./lines/stepLines.ts";
import { plainCard } from "./plainCard.ts";
import { onCard, partyLabel, sayLimit, sayPeople, titleOf } from "./words.ts";

/**
 * The whole truth about a sent request, as one place shows it. The same facts everywhere; the buttons differ.
 * @param thread the address of the thread in which it was asked; null where the place's readers cannot open it
 */
export function requestCard(
  request: RequestId,
  state: Open | Closed,
  place: Place,
  world: World,
  thread: string | null = null,
): Card {
  return plainCard(drawn(request, state, { ...place, thread }, world));
}

/** A place, with the address of the thread in which it was asked. */
type Linked = Place & { readonly thread: string | null };

function drawn(request: RequestId, state: Open | Closed, place: Linked, world: World): Card {
  const { plant } = world;
  const title = titleOf(state.rules, state.values, plant, state.at);
  if (place.left) return { title, key: state.key, blocks: [says(sayWhereItWent(state, place, plant))] };
  if (place.role.type === "joined") return joinedCard(state, place, plant);
  const seen = inSight(state, place, world);
  const own = ownStep(state, place);
  if (own === null || !isDecision(state, own))
    return { title, key: state.key, blocks: [...seen, ...pressed(request, state, place, world)] };
  const below = pressed(request, state, place, world);
  const labels = below.flatMap((block) => (block.type === "actions" ? block.actions : [])).map(({ label }) => label);
  const details = say(plant, "platform.details");
  const folded = foldTyped(title, seen, [state.key, ...labels, details]);
  return { title, key: state.key, blocks: [...folded.blocks, ...below.map(withWhole(folded.whole))] };
}

const beginningOf = (text: string) => text.replace(/\s*…$/u, "");

/** What was shortened in sight stands first in the details, unless it stands there whole already. */
function withWhole(whole: readonly CardPart[]) {
  return (block: CardBlock): CardBlock => {
    if (block.type !== "details") return block;
    const texts = block.blocks.flatMap((part) => ("text" in part ? [part.text] : []));
    // What was longer than any quote in sight stands there whole already, and is not begun twice.
    const missing = whole.filter(
      (part) => "text" in part && !texts.some((text) => text.startsWith(beginningOf(part.text))),
    );
    return { ...block, blocks: [...missing, ...block.blocks] };
  };
}

/** One screen of a phone: what is asked, by whom, what matters most about it, and where it stands. */
function inSight(state: Open | Closed, place: Linked, world: World): readonly CardBlock[] {
  const { plant } = world;
  const own = ownStep(state, place);
  const line = briefLine(state, plant);
  return [
    ...(line === "" ? [] : [{ type: "text", text: line, tone: "lead" } as const]),
    ...(isForRequester(place)
      ? []
      : [{ ...inShort(askedFor(state, plant)), ...(place.thread !== null && { thread: place.thread }) }]),
    ...filesBeside(state.asked.files, plant),
    ...sameName(state, plant),
    ...limitsOf(state, plant),
    ...agreedOn(state, plant),
    ...riskTaken(state, plant),
    ...askedAnew(state, plant),
    ...(state.status === "open" ? [...longerAsked(state, world), ...lateClosing(state, world, state.at)] : []),
    ...(own === null ? [] : toWeigh(state, own, plant)),
    isReceipt(state, place)
      ? receiptStanding(state, place, plant)
      : { type: "standing", text: standsFor(state, own, plant), mood: moodOf(state) },
    ...mayTakeRisk(state, plant),
    ...(concernsRuling(state, place) ? rulingsOf(state, plant) : []),
    ...stepsInSight(state, place, world),
    ...phones(state, place, plant),
    ...(state.status === "open" ? phonesForOps(state, place, plant) : []),
    ...(isReceipt(state, place) ? [] : [...notes(state, plant).slice(-1), ...questions(state, plant)]),
  ];
}

/** What whoever answers here must bear in mind. Those who decide read what matters most; those who do it have their checks. */
function toWeigh(state: Open | Closed, own: StepIn<"open">, plant: Plant): readonly CardBlock[] {
  const beside = [...freezeAheadOf(state, own, plant), ...checks(state, own, plant)];
  if (!isDecision(state, own)) return beside;
  const border = sayBorder(state, plant);
  const [first] = considerations(state, plant);
  const like = saySame(state, plant);
  return [
    ...(like === null ? [] : [says(like)]),
    ...(border === null ? [] : [says(border)]),
    ...(first === undefined
      ? []
      : [
          { type: "text", text: say(plant, "request.consider", { what: inBrief(first.text) }), tone: "muted" } as const,
        ]),
    ...beside,
  ];
}

/** The buttons, and the rest of the truth one tap away. */
function pressed(request: RequestId, state: Open | Closed, place: Place, world: World): readonly CardBlock[] {
  const details: CardBlock = {
    type: "details",
    label: say(world.plant, "platform.details"),
    blocks: detailsOf(state, place, world),
  };
  if (state.status === "open") return [buttonsFor(request, state, place, world.plant), details];
  return [...closedButtons(request, state, place, world.plant), details];
}

/** What ended is asked for again; a no can be taken back where it was said, and a ruling where Ops see it. */
function closedButtons(
  request: RequestId,
  state: Closed,
  { name, role, spot }: Place,
  plant: Plant,
): readonly CardBlock[] {
  if (role.type === "requester") return askAgain(request, state, plant);
  const step = stepAt(state, { role });
  const forOps =
    role.type !== "ops" || isForSafety({ name, role })
      ? []
      : isForRisk({ name, role })
        ? takeRiskAt(spot, request, state, plant)
        : unrulings(request, state, plant);
  const actions = step === undefined ? forOps : takeBack(request, state, step, plant);
  return actions.length === 0 ? [] : [{ type: "actions", actions, more: [] }];
}

/** Another may be the risk owner since: whoever was would be refused. */
function takeRiskAt(spot: Place["spot"], request: RequestId, state: Closed, plant: Plant): readonly CardAction[] {
  const reader = readerOf(plant, spot);
  const isTheirs = reader !== null && riskOwnersFor(state, plant, state.at).includes(reader.id);
  return isTheirs ? takeRisk(request, state, plant) : [];
}

/** Whoever decides sees by their buttons that it is in review. */
function standsFor(state: Open | Closed, own: StepIn<"open"> | null, plant: Plant): string {
  const given = own !== null && isDecision(state, own) ? sayGiven(state, plant) : null;
  return given ?? sayStanding(state, plant);
}

function stepsInSight(state: Open | Closed, place: Place, world: World): readonly CardBlock[] {
  const own = ownStep(state, place);
  const turns = own === null ? [] : [own, ...besideOwn(state, own)].map(({ id }) => id);
  const steps = stepLines(state, world, isInSight(state, place), turns);
  return steps.length === 0 ? [] : [{ type: "steps", steps }];
}

/** A place that was left keeps one last card: where to look instead, in words that stay true. */
function sayWhereItWent(state: Open | Closed, { role }: Place, plant: Plant): string {
  if (state.status === "closed") return sayOutcome(state, plant);
  const when = onCard(state.at, state.at, plant);
  const step = stepAt(state, { role });
  if (step?.status === "disputed") return say(plant, "standing.wentToOps", { when });
  if (step?.status === "waiting") return say(plant, "back.cardWaits", { when });
  // A step that did not move is asked again in the same channel, e.g. because a fact was changed.
  if (step === undefined || !("ball" in step) || step.moves === 0) return say(plant, "standing.newerCard", { when });
  return say(plant, "standing.wentTo", { who: partyLabel(plant, step.ball.party, state.asked), when });
}

/** Why somebody of the chain is not asked. */
function sameName(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  const people = state.status === "open" ? bearTheName(state, plant) : [];
  if (people.length === 0) return [];
  const text = say(plant, "request.sameName", { who: sayPeople(plant, people) });
  return [{ type: "text", text, tone: "warning" }];
}

function limitsOf(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  const { limits, at } = state;
  if (limits.length === 0) return [];
  const said = limits.map(({ text, until }) => {
    const end = until === null ? "" : say(plant, "request.until", { when: onCard(until, at, plant) });
    return [text === "" ? "" : sayLimit(text, state, plant), end].filter((part) => part !== "").join(", ");
  });
  return [{ type: "text", text: say(plant, "request.limits", { what: said.join("; ") }), tone: "warning" }];
}

function freezeAheadOf(state: Open | Closed, own: StepIn<"open">, plant: Plant): readonly CardBlock[] {
  return state.status === "open" ? freezeAhead(state, own, plant) : [];
}

function checks(state: Open | Closed, { id }: StepIn<"open">, plant: Plant): readonly CardBlock[] {
  const rule = ruleOf(state, id);
  if (rule.checks.length === 0) return [];
  const items = rule.checks.map((text) => ({ text, actions: [] }));
  const title = say(plant, isCheckedOnSite(rule) ? "request.checks" : "request.checksAtDesk");
  return [{ type: "list", title, items }];
}

function says(text: string): CardBlock {
  return { type: "text", text, tone: "plain" };
}
