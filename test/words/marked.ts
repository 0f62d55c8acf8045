import { IntlMessageFormat } from "intl-messageformat";
import type { Catalogue } from "../../src/words/catalogue.ts";
import { CATALOGUES } from "../../src/words/catalogues.ts";
import { type Field, type RequestType, type Step, stepsOf, TypeTexts } from "../../src/workflow/requestType.ts";

// A language in which everything that comes from a catalogue or a request type is marked: what is not, was written anywhere
// else, and is English to everybody.

/** All that is marked, taken away: what stands there then nobody translates. */
export function unmarked(text: string): string {
  return text.replace(/⟦[^⟦⟧]*⟧/gu, " ");
}

/** Clause by clause, since cards may show the first of a text only. */
const mark = (text: string) => text.replace(/[^.!?;]*\p{L}[^.!?;]*[.!?;]*/gu, (clause) => `⟦${clause}⟧`);

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

/** English with each of its words marked, and none of the names in it. */
export const MARKED: Catalogue = { ...CATALOGUES.en, ...mapped(CATALOGUES.en, markedMessage) };

function mapped<T extends Readonly<Record<string, string>>>(texts: T, change: (text: string) => string) {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, change(text)]));
}

function markedMessage(text: string): string {
  return new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst().map(markedPart).join("");
}

function markedPart(part: Part): string {
  switch (part.type) {
    case 0:
      return mark(part.value).replaceAll("'", "''");
    case 1:
      return `{${part.value}}`;
    case 5:
    case 6: {
      const options = Object.entries(part.options).map(
        ([name, { value }]) => `${name} {${value.map(markedPart).join("")}}`,
      );
      return `{${part.value}, ${part.type === 5 ? "select" : "plural"}, ${options.join(" ")}}`;
    }
    case 7:
      return "#";
    default:
      throw new Error(`A message has a part that no other has: ${part.type}`);
  }
}

/** A type whose texts are marked, and none of its blanks. */
export function markedType(type: RequestType): RequestType {
  const around = (text: string) => text.replace(/[^{}]+(?![^{]*\})/gu, mark);
  const { alarm, call, inactiveBecause } = type;
  const texts = TypeTexts.parse({
    ...{ name: mark(type.name), title: around(type.title), brief: type.brief.map(around) },
    ...(alarm !== null && { alarm: around(alarm.title) }),
    ...(call !== null && { call: mark(call) }),
    ...(inactiveBecause !== null && { inactiveBecause: mark(inactiveBecause) }),
    fields: Object.fromEntries(type.fields.map((field) => [field.id, markedField(field)])),
    steps: Object.fromEntries([...stepsOf(type), ...(alarm?.steps ?? [])].map((step) => [step.id, markedStep(step)])),
    limits: Object.fromEntries(type.limits.map(({ id, label }) => [id, mark(label)])),
    consider: type.consider.map(({ text }) => mark(text)),
  });
  return { ...type, texts: { en: texts } };
}

function markedField({ label, ask, hint, options }: Field) {
  return {
    ...{ label: mark(label), ask: mark(ask) },
    ...(hint !== "" && { hint: mark(hint) }),
    options: Object.fromEntries(options.map((option) => [option.value, mark(option.label)])),
  };
}

function markedStep({ does, evidence, checks, buttons }: Step) {
  return {
    ...{ does: mark(does), checks: checks.map(mark) },
    ...(evidence !== null && { evidence: mark(evidence) }),
    ...(buttons.take !== undefined && { take: mark(buttons.take) }),
    ...(buttons.yes !== undefined && { yes: mark(buttons.yes) }),
  };
}
