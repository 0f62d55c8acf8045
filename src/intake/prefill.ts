import type { Verb } from "../card/action.ts";
import type { Form, FormInput } from "../card/card.ts";
import { fieldInput, INPUT } from "../card/forms/inputs.ts";
import { pickInstant } from "../card/forms/pickers.ts";
import type { EpochMs } from "../clock.ts";
import { cutText } from "../plainText.ts";
import type { World } from "../request/commands.ts";
import type { Closed, Open } from "../request/state.ts";
import { fold } from "../understand/text/fold.ts";
import { readThread, type ThreadReading } from "../understand/thread/readThread.ts";
import { findTimes } from "../understand/time/findTimes.ts";
import { endOf } from "../understand/time/when.ts";
import { withValues } from "../workflow/value.ts";
import { isCalledSo } from "./calledSo.ts";
import { changedFacts } from "./changedFacts.ts";
import { peopleNamed, teamsNamed } from "./named.ts";

/**
 * A form with what somebody wrote in the thread standing in it already. It was not there when the card was drawn: sent off
 * untouched, it counts as theirs.
 */
export function fillFrom(
  form: Form,
  verb: Verb,
  words: string,
  state: Open | Closed,
  now: EpochMs,
  world: World,
): Form {
  const reading = readThread(words, world.plant.code);
  const context: Context = { verb, words: words.trim(), reading, state, now, world };
  return { ...form, inputs: form.inputs.map((input) => fillInput(input, context)) };
}

type Context = {
  readonly verb: Verb;
  readonly words: string;
  readonly reading: ThreadReading;
  readonly state: Open | Closed;
  readonly now: EpochMs;
  readonly world: World;
};

function fillInput(input: FormInput, context: Context): FormInput {
  const { verb, state, now, world } = context;
  if (asksFact(verb, input, state)) {
    const facts = changedFacts(context.words, state, now, world);
    const field = state.rules.fields.find(({ id }) => id === input.id && facts[id] !== undefined);
    return field === undefined ? input : fieldInput(field, withValues(state.values, facts), world.plant, now);
  }
  if (input.id === INPUT.limitUntil) return withEnd(input, context);
  if (input.id === INPUT.person) return withColleague(input, context);
  const text = wordsFor(input.id, context);
  return text === null || input.initial !== "" ? input : { ...input, initial: fitting(text, input) };
}

/** Whether it asks what a fact is now, as the form shows it. */
function asksFact(verb: Verb, { id }: FormInput, { rules }: Open | Closed): boolean {
  if (verb === "change") return true;
  if (verb === "extend") return id === rules.endsAt;
  return verb === "appeal" && rules.fields.some((field) => field.id === id);
}

/** What of the words belongs into an input; null for none. */
function wordsFor(input: string, context: Context): string | null {
  const { reading, words, world } = context;
  switch (input) {
    case INPUT.reason:
      return reasonIn(context);
    case INPUT.yesIf:
      return adviceIn(reading.rest);
    case INPUT.limitText:
      return reading.condition === null ? null : endApart(reading.condition, context).text;
    case INPUT.question:
      // The name of the button asks nothing yet.
      return isCalledSo(words, world) ? null : words;
    case INPUT.note:
      return words;
    case INPUT.evidence:
      return reading.rest || (isMore(words) ? words : null);
    case INPUT.team:
      return teamsNamed(words, world.plant)[0] ?? null;
    default:
      return null;
  }
}

/** What stands behind the no; else the words themselves, where they say more than no. */
function reasonIn({ verb, reading, words }: Context): string | null {
  if (reading.rest !== "") return reading.rest;
  // "I take the risk" is four words, and no reason to take it.
  if (verb === "takeRisk" && reading.because.some((said) => words.length - said.length < LEAST_REASON)) return null;
  return isMore(words) ? words : null;
}

const isMore = (words: string) => words.split(/\s+/).length >= 4;

const LEAST_REASON = 8;

/** The colleague of theirs whom the words name. */
function withColleague(input: FormInput, { words, world }: Context): FormInput {
  const { kind } = input;
  const named = new Set<string>(peopleNamed(words, world.plant));
  const meant = kind.type === "choice" ? kind.options.filter(({ value }) => named.has(value)) : [];
  const [only] = meant;
  return only === undefined || meant.length > 1 ? input : { ...input, initial: only.value };
}

/** "Do it via the DMZ", "use the jump host": what would make it a yes. */
const ADVICE =
  /^(?:please |bitte |por favor |then |rather |better |lieber )?(?:do it|use|ask|try|go|take|via|only|come back|instead|nehmt|nimm|macht|nutzt|fragt|versucht|usad|usa|pedid|preguntad|hacedlo|mejor)(?!\p{L})/u;

function adviceIn(rest: string): string | null {
  const parts = rest.split(/[.;!\n,]\s*/u).filter((part) => ADVICE.test(fold(part).trim()));
  return parts.length === 0 ? null : parts.join(", ");
}

/** An end named in a condition goes into the form's own question for it. */
function withEnd(input: FormInput, context: Context): FormInput {
  const { reading, world } = context;
  const end = reading.condition === null ? null : endApart(reading.condition, context).until;
  return end === null ? input : { ...input, ...pickInstant(String(end), world.plant) };
}

type Parts = { readonly text: string; readonly until: EpochMs | null };

/** A condition without its end: "read only until Friday" is read only, and an end. */
function endApart(condition: string, { state, now, world }: Context): Parts {
  if (state.rules.endsAt === null) return { text: condition, until: null };
  const time = { plant: world.plant, now };
  const times = findTimes(fold(condition), time);
  const until = endOf(times.until, time);
  if (until === null || until <= now) return { text: condition, until: null };
  return { text: withoutTimes(condition), until };
}

/** From "until" to the end of its words: what a clock or a calendar says. */
const END_SAID =
  /(?:^(?:but |aber |pero )?(?:only |nur |solo )?)?(?<![\p{L}])(?:until|till|bis|hasta)(?![\p{L}])[^,;.]*?(?=[,;.]|\s(?:and|und|y|with|mit|con|from|von|desde)\s|$)/iu;

function withoutTimes(condition: string): string {
  return condition.replace(END_SAID, "").replace(/^[\s,;.]+|[\s,;.]+$/gu, "");
}

function fitting(text: string, { kind }: FormInput): string {
  return "maxLength" in kind ? cutText(text, kind.maxLength) : text;
}
