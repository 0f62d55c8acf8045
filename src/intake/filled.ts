import { isAsShown, type Shown } from "../card/shown.ts";
import type { EpochMs } from "../clock.ts";
import type { World } from "../request/commands.ts";
import { together } from "../request/rules/owners.ts";
import { endProblems } from "../request/rules/window.ts";
import { redactSecrets } from "../understand/secrets.ts";
import type { Field, RequestType } from "../workflow/requestType.ts";
import { itemsOf, type Values, withValues } from "../workflow/value.ts";
import { readValue } from "./readValue.ts";

/** What stands in the inputs of a form, by their ids. */
export type Filled = Readonly<Record<string, string>>;

/** What to look at again, by input. */
export type Errors = { readonly type: "errors"; readonly errors: Filled };

/** What somebody did to a form: what they wrote, and which inputs they emptied. */
export type Changes = { readonly changed: Filled; readonly emptied: ReadonlySet<string> };

/** What was left as it was shown is not read again, nor is it anybody's wish. A password that was typed is not kept. */
export function changesIn(typed: Filled, shown: Shown): Changes {
  const filled = Object.entries(typed).filter(([, text]) => text.trim() !== "");
  const changed = filled.filter(([input, text]) => !isAsShown(shown, input, text));
  const left = new Set(filled.map(([input]) => input));
  return {
    changed: Object.fromEntries(changed.map(([input, text]) => [input, redactSecrets(text).text])),
    emptied: new Set([...shown.keys()].filter((input) => !left.has(input))),
  };
}

/** The facts a form asks for, and the request they belong to as it is now. */
export type Facts = {
  readonly fields: readonly Field[];
  readonly type: RequestType;
  readonly values: Values;
  /** A changed fact sends the whole request anew, so all of it must be possible. */
  readonly sendsAnew: boolean;
};

/**
 * Reads the facts that were changed; an optional one that was emptied is taken back, which the value "" says. What cannot
 * be is said at its input, so that nothing typed is lost.
 */
export function readFacts(
  facts: Facts,
  { changed, emptied }: Changes,
  now: EpochMs,
  world: World,
): { readonly type: "values"; readonly values: Values } | Errors {
  const read = facts.fields.flatMap((field) => {
    const raw = changed[field.id];
    return raw === undefined ? [] : [{ field, ...readValue(field, raw, world.plant, now) }];
  });
  const wrong = read.flatMap((one) => (one.ok ? [] : [[one.field.id, one.problem] as const]));
  const taken = facts.fields.filter(
    ({ id, required }) => emptied.has(id) && !required && facts.values[id] !== undefined,
  );
  const given: Values = Object.fromEntries([
    ...taken.map(({ id }) => [id, ""] as const),
    ...read.flatMap((one) => (one.ok ? [[one.field.id, one.value] as const] : [])),
  ]);
  const errors = wrong.length > 0 ? wrong : impossible(facts, given, now, world);
  return errors.length > 0 ? { type: "errors", errors: Object.fromEntries(errors) } : { type: "values", values: given };
}

type Problem = readonly [input: string, problem: string];

/** What each by itself could be, and all together cannot. */
function impossible(
  { fields, type, values, sendsAnew }: Facts,
  given: Values,
  now: EpochMs,
  world: World,
): readonly Problem[] {
  const [changed] = fields.filter(({ id, kind }) => given[id] !== undefined && (sendsAnew || kind === "instant"));
  const ends = changed === undefined ? [] : endProblems(withValues(values, given), type, now);
  const late = ends.flatMap(({ field, problem }): Problem[] => {
    const asked = fields.find(({ id }) => id === field) ?? changed;
    return asked === undefined ? [] : [[asked.id, problem]];
  });
  const isApart = given[type.asset] !== undefined && together(type, itemsOf(given[type.asset]), world.plant).length > 1;
  return isApart ? [...late, [type.asset, NOT_TOGETHER]] : late;
}

const NOT_TOGETHER = "Not all of these are decided by the same people. Make a request for each.";
