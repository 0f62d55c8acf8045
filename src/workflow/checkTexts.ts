import { blanksIn } from "./blanks.ts";
import type { Contradiction } from "./contradiction.ts";
import { type RequestType, stepsOf, type TypeTexts } from "./requestType.ts";

type Path = Contradiction["path"];

/** Texts in another language for what the type has not, and lists of another length than the type's own. */
export function textContradictions(type: RequestType): readonly Contradiction[] {
  return Object.entries(type.texts ?? {}).flatMap(([language, texts]) => {
    const path: Path = ["texts", language];
    return [...strayTexts(type, texts, path), ...otherLengths(type, texts, path), ...strayBlanks(type, texts, path)];
  });
}

function strayTexts(type: RequestType, { fields = {}, steps = {}, limits = {} }: TypeTexts, path: Path) {
  const options = Object.entries(fields).flatMap(([id, field]) => {
    const known = type.fields.find((each) => each.id === id)?.options.map(({ value }) => value) ?? [];
    return stray(Object.keys(field.options ?? {}), known, [...path, "fields", id, "options"], "option");
  });
  const ids = [...stepsOf(type), ...(type.alarm?.steps ?? [])].map(({ id }) => id);
  return [
    ...stray(
      Object.keys(fields),
      type.fields.map(({ id }) => id),
      [...path, "fields"],
      "field",
    ),
    ...options,
    ...stray(Object.keys(steps), ids, [...path, "steps"], "step"),
    ...stray(
      Object.keys(limits),
      type.limits.map(({ id }) => id),
      [...path, "limits"],
      "limit",
    ),
  ];
}

function stray(named: readonly string[], known: readonly string[], path: Path, kind: string): readonly Contradiction[] {
  return named
    .filter((id) => !known.includes(id))
    .map((id) => ({ path: [...path, id], what: `there is no ${kind} "${id}"`, todo: "name one of the type's own" }));
}

/** They are read one by one, so one that is left out would stand in the place of the next. */
function otherLengths(type: RequestType, texts: TypeTexts, path: Path): readonly Contradiction[] {
  const steps = [...stepsOf(type), ...(type.alarm?.steps ?? [])];
  const lists = [
    { own: type.brief, other: texts.brief, at: [...path, "brief"] },
    { own: type.consider, other: texts.consider, at: [...path, "consider"] },
    ...steps.map(({ id, checks }) => ({
      ...{ own: checks, other: texts.steps?.[id]?.checks, at: [...path, "steps", id, "checks"] },
    })),
  ];
  return lists
    .filter(({ own, other }) => other !== undefined && other.length !== own.length)
    .map(({ own, at }) => ({
      ...{ path: at, what: `${own.length} stand in the type's own language` },
      todo: "write as many, in the same order",
    }));
}

function strayBlanks(type: RequestType, { title, alarm, brief = [] }: TypeTexts, path: Path): readonly Contradiction[] {
  const all = [
    { text: title, at: [...path, "title"] },
    { text: alarm, at: [...path, "alarm"] },
    ...brief.map((text, i) => ({ text, at: [...path, "brief", i] })),
  ];
  return all.flatMap(({ text = "", at }) =>
    blanksIn(text)
      .filter((id) => !type.fields.some((field) => field.id === id))
      .map((id) => ({ path: at, what: `{${id}} is no field of this type`, todo: "name one of its fields" })),
  );
}
