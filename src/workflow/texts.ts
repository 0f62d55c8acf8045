import type { Language, Reader } from "../words/reader.ts";
import { say } from "../words/say.ts";
import type { Field, RequestType, Step, TypeTexts } from "./requestType.ts";

/** What a type says in another language, by where it stands and what stands there in its own. */
type Dictionary = ReadonlyMap<string, string>;

const dictionaries = new WeakMap<RequestType, Map<Language, RequestType>>();
const behind = new WeakMap<RequestType, Dictionary>();

/** A type as its reader reads it: always the same object, in its own words where it has no others. */
export function typeFor(type: RequestType, { language = "en" }: Reader): RequestType {
  const texts = type.texts?.[language];
  if (texts === undefined) return type;
  const known = dictionaries.get(type) ?? new Map<Language, RequestType>();
  const before = known.get(language);
  if (before !== undefined) return before;
  const dictionary = dictionaryOf(type, texts);
  const made = translated(type, dictionary, language);
  behind.set(made, dictionary);
  dictionaries.set(type, known.set(language, made));
  return made;
}

const read = new WeakMap<RequestType, WeakMap<Dictionary, RequestType>>();

/**
 * The rules that a request was sent under, in the words of its type as it is read now: what its file says otherwise since
 * then stays as it was sent.
 * @param type as `typeFor` made it
 */
export function rulesFor(rules: RequestType, type: RequestType | undefined, { language = "en" }: Reader): RequestType {
  const dictionary = type === undefined ? undefined : behind.get(type);
  if (dictionary === undefined) return rules;
  const known = read.get(rules) ?? new WeakMap<Dictionary, RequestType>();
  const before = known.get(dictionary);
  if (before !== undefined) return before;
  const made = translated(rules, dictionary, language);
  read.set(rules, known.set(dictionary, made));
  return made;
}

/** A limit that its type offers, as its reader reads it; somebody's own words stay theirs. */
export function limitFor(text: string, rules: Pick<RequestType, "limits">, read: Pick<RequestType, "limits">): string {
  const offered = rules.limits.findIndex(({ label }) => label === text);
  return read.limits[offered]?.label ?? text;
}

const at = (place: string, text: string) => `${place}|${text}`;

function dictionaryOf(type: RequestType, texts: TypeTexts): Dictionary {
  return new Map(
    placesOf(type, texts).flatMap(({ place, from, to }) => (to === undefined ? [] : [[at(place, from), to] as const])),
  );
}

/** What a type does not say in a language, by where it would stand under `texts`; none in its own. */
export function missingTexts(type: RequestType, language: Language): readonly string[] {
  if (language === (type.language ?? "en")) return [];
  return placesOf(type, type.texts?.[language] ?? {}).flatMap(({ place, to }) => (to === undefined ? [place] : []));
}

/** One text: where it stands, as its type has it, and in the other language. */
type Place = { readonly place: string; readonly from: string; readonly to: string | undefined };

type Said = readonly [place: string, from: string | null | undefined, to: string | undefined];

function placesOf(type: RequestType, texts: TypeTexts): readonly Place[] {
  const all: readonly Said[] = [
    ...(["name", "title", "inactiveBecause", "call"] as const).map((key): Said => [key, type[key], texts[key]]),
    ["alarm", type.alarm?.title, texts.alarm],
    ...type.brief.map((part, i): Said => ["brief", part, texts.brief?.[i]]),
    ...type.consider.map(({ text }, i): Said => ["consider", text, texts.consider?.[i]]),
    ...type.limits.map(({ id, label }): Said => [`limits.${id}`, label, texts.limits?.[id]]),
    ...type.fields.flatMap((field) => inField(field, texts)),
    ...allSteps(type).flatMap((step) => inStep(step, texts)),
  ];
  return all.flatMap(([place, from, to]) =>
    from === null || from === undefined || from === "" ? [] : [{ place, from, to }],
  );
}

function inField({ id, label, ask, hint, options }: Field, { fields }: TypeTexts): readonly Said[] {
  const said = fields?.[id];
  return [
    [`fields.${id}.label`, label, said?.label],
    [`fields.${id}.ask`, ask, said?.ask],
    [`fields.${id}.hint`, hint, said?.hint],
    ...options.map(
      (option): Said => [`fields.${id}.options.${option.value}`, option.label, said?.options?.[option.value]],
    ),
  ];
}

function inStep({ id, does, evidence, buttons, checks }: Step, { steps }: TypeTexts): readonly Said[] {
  const said = steps?.[id];
  return [
    [`steps.${id}.does`, does, said?.does],
    [`steps.${id}.evidence`, evidence, said?.evidence],
    [`steps.${id}.take`, buttons.take, said?.take],
    [`steps.${id}.yes`, buttons.yes, said?.yes],
    ...checks.map((check, i): Said => [`steps.${id}.checks`, check, said?.checks?.[i]]),
  ];
}

function allSteps({ stages, alarm }: RequestType): readonly Step[] {
  return [...stages.flatMap(({ steps }) => steps), ...(alarm?.steps ?? [])];
}

function translated(type: RequestType, dictionary: Dictionary, language: Language): RequestType {
  const of = (place: string, text: string) => dictionary.get(at(place, text)) ?? text;
  const step = (each: Step) => translatedStep(each, of, language);
  return {
    ...type,
    name: of("name", type.name),
    title: of("title", type.title),
    inactiveBecause: type.inactiveBecause && of("inactiveBecause", type.inactiveBecause),
    call: type.call && of("call", type.call),
    brief: type.brief.map((part) => of("brief", part)),
    fields: type.fields.map((field) => translatedField(field, of)),
    stages: type.stages.map((stage) => ({ ...stage, steps: stage.steps.map(step) })),
    limits: type.limits.map((limit) => ({ ...limit, label: of(`limits.${limit.id}`, limit.label) })),
    consider: type.consider.map((each) => ({ ...each, text: of("consider", each.text) })),
    alarm: type.alarm && {
      ...type.alarm,
      title: of("alarm", type.alarm.title),
      steps: type.alarm.steps.map(step),
    },
  };
}

type Of = (place: string, text: string) => string;

function translatedField(field: Field, of: Of): Field {
  const { id, options } = field;
  return {
    ...field,
    label: of(`fields.${id}.label`, field.label),
    ask: of(`fields.${id}.ask`, field.ask),
    hint: of(`fields.${id}.hint`, field.hint),
    options: options.map(({ value, label }) => ({ value, label: of(`fields.${id}.options.${value}`, label) })),
  };
}

function translatedStep(step: Step, of: Of, language: Language): Step {
  const there = (what: string, text: string) => of(`steps.${step.id}.${what}`, text);
  const { take, yes } = step.buttons;
  return {
    ...step,
    does: step.does === SAFETY_DOES ? say({ language }, "steps.mayBeTouched") : there("does", step.does),
    evidence: step.evidence && there("evidence", step.evidence),
    checks: step.checks.map((check) => there("checks", check)),
    buttons: {
      ...(take !== undefined && { take: there("take", take) }),
      ...(yes !== undefined && { yes: there("yes", yes) }),
    },
  };
}

/** What the step says that every type gets where something protects people. */
export const SAFETY_DOES = "agrees that it may be touched";
