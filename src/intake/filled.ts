import { askedBy } from "../card/forms/picked.ts";
import { isAsShown, type Shown } from "../card/forms/shown.ts";
import type { EpochMs } from "../clock.ts";
import { readerOf } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import { together } from "../request/rules/owners.ts";
import { endProblems } from "../request/rules/window.ts";
import { redactSecrets } from "../understand/secrets.ts";
import { say } from "../words/say.ts";
import type { Field, RequestType } from "../workflow/requestType.ts";
import { itemsOf, type Values, withValues } from "../workflow/value.ts";
import { type Changes, isChanged, readField } from "./picked.ts";

/** What stands in the inputs of a form, by their ids. */
export type Filled = Readonly<Record<string, string>>;

/** What to look at again, by input. */
export type Errors = { readonly type: "errors"; readonly errors: Filled };

/**
 * What was left as it was shown is not read again, nor is it anybody's wish; of an input with pickers all of it counts as
 * changed when something of it was. A password that was typed is not kept.
 */
export function changesIn(typed: Filled, shown: Shown): Changes {
  const filled = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ""));
  const answered = new Set(Object.keys(filled).map(askedBy));
  const untouched = new Set([...answered].filter((input) => isAsShown(shown, input, filled)));
  const changed = Object.entries(filled).filter(([name]) => !untouched.has(askedBy(name)));
  return {
    changed: Object.fromEntries(changed.map(([name, text]) => [name, redactSecrets(text).text])),
    emptied: new Set([...shown.keys()].filter((input) => !answered.has(input))),
  };
}

/** The facts a form asks for, and the request they belong to as it is now. */
export type Facts = {
  readonly fields: readonly Field[];
  readonly type: RequestType;
  readonly values: Values;
  /** A changed fact sends the whole request anew, so all of it must be possible. */
  readonly sendsAnew: boolean;
  /** What it was sent with; left out of a draft. */
  readonly before?: Values;
};

/**
 * Reads the facts that were changed; an optional one that was emptied is taken back, which the value "" says. What cannot
 * be is said at its input, so that nothing typed is lost.
 */
export function readFacts(
  facts: Facts,
  changes: Changes,
  now: EpochMs,
  world: World,
): { readonly type: "values"; readonly values: Values } | Errors {
  const read = facts.fields.flatMap((field) => {
    const one = readField(field, changes, readerOf(world), now);
    return one === null ? [] : [{ field, ...one }];
  });
  const missing = facts.fields.filter((field) => isMissing(field, facts.values, changes));
  const wrong = [
    ...read.flatMap((one) => (one.ok ? [] : [[one.field.id, one.problem] as const])),
    ...missing.map(({ id }) => [id, say(readerOf(world), "alone.needed")] as const),
  ];
  const taken = facts.fields.filter(
    ({ id, required }) => changes.emptied.has(id) && !required && facts.values[id] !== undefined,
  );
  const given: Values = Object.fromEntries([
    ...taken.map(({ id }) => [id, ""] as const),
    ...read.flatMap((one) => (one.ok ? [[one.field.id, one.value] as const] : [])),
  ]);
  const errors = wrong.length > 0 ? wrong : impossible(facts, given, now, world);
  return errors.length > 0 ? { type: "errors", errors: Object.fromEntries(errors) } : { type: "values", values: given };
}

/** Of what can be picked or written, whichever, no platform says that it is needed. */
function isMissing({ id, kind, required }: Field, values: Values, { changed }: Changes): boolean {
  return required && PICKED.has(kind) && values[id] === undefined && !isChanged(id, changed);
}

const PICKED: ReadonlySet<Field["kind"]> = new Set<Field["kind"]>(["asset", "endpoint", "place", "instant"]);

type Problem = readonly [input: string, problem: string];

/** What each by itself could be, and all together cannot. */
function impossible(
  { fields, type, values, sendsAnew, before }: Facts,
  given: Values,
  now: EpochMs,
  world: World,
): readonly Problem[] {
  const [changed] = fields.filter(({ id, kind }) => given[id] !== undefined && (sendsAnew || kind === "instant"));
  const ends = changed === undefined ? [] : endProblems(withValues(values, given), type, now, world.plant, before);
  const late = ends.flatMap(({ field, problem }): Problem[] => {
    const asked = fields.find(({ id }) => id === field) ?? changed;
    return asked === undefined ? [] : [[asked.id, problem(readerOf(world))]];
  });
  const isApart = given[type.asset] !== undefined && together(type, itemsOf(given[type.asset]), world.plant).length > 1;
  return isApart ? [...late, [type.asset, say(readerOf(world), "alone.notTogether")]] : late;
}
