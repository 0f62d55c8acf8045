import { chainOf } from "../plant/chain.ts";
import type { PersonId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { sayWho } from "../request/actor.ts";
import type { World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import type { Place } from "../request/place.ts";
import { grantEnd } from "../request/rules/follow.ts";
import { ruleOf } from "../request/rules/guards.ts";
import { isLive, readerOf } from "../request/rules/places.ts";
import { bearTheName } from "../request/rules/sameName.ts";
import type { Ball, Closed, Note, Open, StepIn } from "../request/state.ts";
import { closingSteps, isClosing } from "../workflow/requestType.ts";
import { instantOf } from "../workflow/value.ts";
import { buttonsFor } from "./buttons.ts";
import type { Card, CardBlock, Fact } from "./card.ts";
import { sayCommenter } from "./comment.ts";
import { considerations, protocolBehind } from "./consider.ts";
import { filesBeside, filesOfNotes } from "./files.ts";
import { freezeAhead } from "./frozen.ts";
import { lateClosing } from "./lateClosing.ts";
import { nextUp } from "./nextUp.ts";
import { plainCard } from "./plainCard.ts";
import { sayOutcome, sayStanding } from "./standing.ts";
import { stepLines } from "./stepLines.ts";
import { noteWriter, onCard, partyLabel, requesterAndTeam, sayFact, sayPeople, shortName, titleOf } from "./words.ts";

/** Notes shown on the card itself; all of them stand in the thread. */
const MOST_NOTES = 3;

/** The whole truth about a sent request, as one place shows it. The same facts everywhere; the buttons differ. */
export function requestCard(request: RequestId, state: Open | Closed, place: Place, world: World): Card {
  return plainCard(drawn(request, state, place, world));
}

function drawn(request: RequestId, state: Open | Closed, place: Place, world: World): Card {
  const { plant } = world;
  const title = titleOf(state.rules, state.values, plant, state.at);
  if (place.left) return { title, key: state.key, blocks: [says(sayWhereItWent(state, place, plant))] };
  const own = ownStep(state, place);
  return {
    title,
    key: state.key,
    blocks: [
      says(sayStanding(state, plant)),
      { type: "facts", facts: factsOf(state, plant) },
      asked(state, plant),
      ...filesBeside(state.asked.files),
      ...sameName(state, plant),
      ...limitsOf(state, plant),
      ...(state.status === "open" ? lateClosing(state, world, state.at) : []),
      ...(own === null ? [] : [...advice(state, own), ...freezeAheadOf(state, own, plant), ...checks(state, own)]),
      { type: "steps", steps: stepLines(state, world) },
      ...phones(state, plant),
      ...(state.status === "open" ? phonesForOps(state, place, plant) : []),
      ...notes(state, plant),
      ...filesOfNotes(state, plant),
      ...questions(state, plant),
      ...(own === null ? [] : whyYou(own, place, plant)),
      ...(state.status === "open" ? [...nextUp(state, place, world), buttonsFor(request, state, place, plant)] : []),
    ],
  };
}

/** The step this place is for, while its answer is still to be given here. */
function ownStep(state: Open | Closed, place: Place): StepIn<"open"> | null {
  if (state.status !== "open" || place.role.type !== "step") return null;
  const step = state.steps.get(place.role.step);
  return step?.status === "open" && isLive(place, step) ? step : null;
}

/** A place that was left keeps one last card: where to look instead, in words that stay true. */
function sayWhereItWent(state: Open | Closed, { role }: Place, plant: Plant): string {
  if (state.status === "closed") return sayOutcome(state, plant);
  const when = onCard(state.at, state.at, plant);
  const step = role.type === "step" ? state.steps.get(role.step) : undefined;
  if (step?.status === "disputed") return `This went to Ops, who decide whose it is, ${when}.`;
  // A step that did not move is asked again in the same channel, e.g. because a fact was changed.
  if (step === undefined || !("ball" in step) || step.moves === 0)
    return `A newer card takes the place of this one, ${when}.`;
  return `This went to ${partyLabel(plant, step.ball.party, state.asked)}, ${when}.`;
}

function factsOf(state: Open | Closed, plant: Plant): readonly Fact[] {
  return state.rules.fields.flatMap((field) => {
    const value = state.values[field.id];
    if (value === undefined || field.id === "why") return [];
    const said = sayFact(field, value, plant, state.at);
    if (field.id === state.rules.endsAt) return [{ label: field.label, value: sayEnd(state, said, value, plant) }];
    const protocol = field.kind === "port" ? protocolBehind([field], state.values) : null;
    return [{ label: field.label, value: protocol === null ? said : `${said} (${protocol})` }];
  });
}

/** While a line stands, chat may be too slow: the numbers of whoever has it, or was asked. */
function phones(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  if (state.status === "closed" || state.rules.call === null) return [];
  return numbersOf(
    [...state.steps.values()].flatMap((step) => {
      if (!("ball" in step)) return [];
      return step.ball.takenBy === null ? step.ball.pings.flatMap((ping) => ping.people) : [step.ball.takenBy];
    }),
    plant,
  );
}

/** What stays open because nobody is at work to close it, Ops may think worth a call. */
function phonesForOps(state: Open, { role }: Place, plant: Plant): readonly CardBlock[] {
  if (role.type !== "ops") return [];
  const closing = closingSteps(state.rules).map(({ id }) => state.steps.get(id));
  return numbersOf(
    closing.flatMap((step) => (step?.status === "held" ? (chainOf(plant, step.party, state.at)[0]?.people ?? []) : [])),
    plant,
  );
}

function numbersOf(people: readonly PersonId[], plant: Plant): readonly CardBlock[] {
  const numbers = [...new Set(people)].flatMap((id) => {
    const phone = plant.people.get(id)?.phone;
    // A number that breaks in two is misread by whoever dials it.
    return phone === undefined ? [] : [`${shortName(plant, id)} ${phone.replaceAll(" ", "\u00a0")}`];
  });
  return numbers.length === 0 ? [] : [says(`Phone: ${numbers.join(" · ")}`)];
}

/** A limit may end it earlier than was asked for; then the earlier end is what counts. */
function sayEnd(state: Open | Closed, asked: string, value: string, plant: Plant): string {
  const end = grantEnd(state, state.at);
  return end === instantOf(value) ? asked : `${onCard(end, state.at, plant)} (asked for: ${asked})`;
}

/** Why it is wanted, in the requester's own words. */
function asked(state: Open | Closed, plant: Plant): CardBlock {
  const { text, quoted } = state.asked;
  const why = state.rules.fields.find(({ id }) => id === "why");
  const reason = why === undefined ? undefined : state.values[why.id];
  const by = requesterAndTeam(state, plant);
  return { type: "quote", text: reason ?? text, by: quoted === null ? by : `${by}, quoting ${quoted}` };
}

/** Why somebody of the chain is not asked. */
function sameName(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  const people = state.status === "open" ? bearTheName(state, plant) : [];
  if (people.length === 0) return [];
  const text = `Asked for from an account that may be that of ${sayPeople(plant, people)}, whom nobody asks to approve it until the account is linked to somebody else, or Ops say that it is somebody else's.`;
  return [{ type: "text", text, tone: "warning" }];
}

function limitsOf({ limits, at }: Open | Closed, plant: Plant): readonly CardBlock[] {
  if (limits.length === 0) return [];
  const said = limits.map(({ text, until }) =>
    until === null ? text : `${text === "" ? "" : `${text}, `}until ${onCard(until, at, plant)}`,
  );
  return [{ type: "text", text: `Limits: ${said.join("; ")}`, tone: "warning" }];
}

/** Whoever closes it again has nothing left to weigh. */
function advice(state: Open | Closed, { id }: StepIn<"open">): readonly CardBlock[] {
  const all = isClosing(state.rules, id) ? [] : considerations(state);
  return all.map((text, index) => ({ type: "text", text: index === 0 ? `Consider: ${text}` : text, tone: "muted" }));
}

function freezeAheadOf(state: Open | Closed, own: StepIn<"open">, plant: Plant): readonly CardBlock[] {
  return state.status === "open" ? freezeAhead(state, own, plant) : [];
}

function checks(state: Open | Closed, { id }: StepIn<"open">): readonly CardBlock[] {
  const all = ruleOf(state, id).checks;
  if (all.length === 0) return [];
  const items = all.map((text) => ({ text, actions: [] }));
  return [{ type: "list", title: "Before you do it, on site:", items }];
}

/** What waits for an answer: whoever reads the card may know it. */
function questions(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  return [...state.steps.values()].flatMap((step) =>
    state.status === "open" && step.status === "asked"
      ? [
          {
            type: "quote",
            text: step.question.text,
            by: `${sayWho(step.question.by, state.asked, plant)} asks`,
          } as const,
        ]
      : [],
  );
}

/** Why this team, and why this person: nobody should have to find out whose it is. */
function whyYou({ ball }: StepIn<"open">, { spot }: Place, plant: Plant): readonly CardBlock[] {
  const reasons = [ball.because, ...whyAsked(ball, readerOf(plant, spot)?.id ?? ball.takenBy, plant)];
  const text = reasons.filter((reason) => reason !== "").join("; ");
  return text === "" ? [] : [{ type: "text", text: `Why you: ${text}`, tone: "muted" }];
}

/** Everybody has their own reason. Where several read, and nobody has taken it, each stands behind the name it is for. */
function whyAsked({ pings, roundFrom }: Ball, reader: PersonId | null, plant: Plant): readonly string[] {
  if (reader !== null)
    return pings
      .filter(({ people }) => people.includes(reader))
      .map(({ because }) => because)
      .slice(-1);
  const round = pings.slice(Math.min(roundFrom, pings.length - 1));
  const only = round.length === 1 ? round[0] : undefined;
  return only !== undefined ? [only.because] : round.map((ping) => `${sayPeople(plant, ping.people)}: ${ping.because}`);
}

function notes(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  return state.notes
    .filter(({ text }) => text !== "")
    .slice(-MOST_NOTES)
    .map((note) => ({ type: "quote", text: note.text, by: noteBy(note, state, plant) }));
}

function noteBy(note: Note, state: Open | Closed, plant: Plant): string {
  const writer = noteWriter(note, state, plant);
  const who = note.isComment ? sayCommenter(writer, note.text) : writer;
  return note.question === null ? who : `${who}, asked: ${note.question}`;
}

function says(text: string): CardBlock {
  return { type: "text", text, tone: "plain" };
}
