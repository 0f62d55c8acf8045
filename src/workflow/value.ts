import { z } from "zod";
import type { EpochMs } from "../clock.ts";
import { assertNever } from "../errors.ts";
import { cutText, oneLine } from "../plainText.ts";
import type { Plant } from "../plant/plant.ts";
import { type Saying, say } from "../words/say.ts";
import { typed } from "../words/typed.ts";
import { type Field, FieldId, type RequestType } from "./requestType.ts";
import { choiceProblem, sayChoice } from "./values/choice.ts";
import { instantProblem, sayInstantOf } from "./values/instant.ts";
import { isMoreExact, opensPort, portProblem, portsAndWords, sayPorts } from "./values/port.ts";
import { textProblem } from "./values/text.ts";
import { assetOf, itemsOf, lineOf, nameThing, nameThings, thingProblem } from "./values/thing.ts";
import { sayThings } from "./values/thingText.ts";

// One place to import from for everything one asks of a value; each kind has a file of its own.
export { instantOf } from "./values/instant.ts";
export { assetOf, assetsOf, guardsOf, itemsOf, lineOf, nameThing, nameThings, sayThing } from "./values/thing.ts";

/** The fields that have a value so far. Each value is written as its kind wants it (`checkValue`). */
export const Values = z.record(FieldId, z.string().max(3_000)).readonly();
export type Values = z.infer<typeof Values>;

/**
 * Whether a value is written as its field's kind wants it; null, or what is wrong with it, for the person who gave it.
 * `asset:plc-12`, `text:the old press` (a machine the plant file does not know), `line:line-3`, `ip:10.2.0.0/24`,
 * `host:mes.example`, `502/tcp`, `icmp:8`, an instant in ms, an option's value, or the text itself. Things stand one on
 * each line where several are meant.
 */
export function problemWith(field: Field, value: string, plant: Plant): Saying | null {
  switch (field.kind) {
    case "asset":
    case "endpoint":
    case "place":
      return thingProblem(value, plant, field.kind);
    case "instant":
      return instantProblem(value);
    case "choice":
      return choiceProblem(value, field);
    case "port":
      return portProblem(value);
    case "text":
      return textProblem(value);
    default:
      return assertNever(field.kind, "field kind");
  }
}

/** The value in people's words: "PLC-12", "Fri 28 Nov 18:00", "502/tcp". Instants are told as seen from `now`. */
export function sayValue(field: Field, value: string, plant: Plant, now: EpochMs): string {
  switch (field.kind) {
    case "asset":
    case "endpoint":
    case "place":
      return sayThings(value, plant, field.kind);
    case "instant":
      return sayInstantOf(value, plant, now);
    case "choice":
      return sayChoice(value, field);
    case "port":
      return sayPorts(value);
    case "text":
      return value;
    default:
      return assertNever(field.kind, "field kind");
  }
}

/**
 * The same within a sentence of Referee's, a title or a list: what somebody typed stands in quotation marks, and each part is
 * cut at so many signs. Nothing reads it back; a form has `sayValue`.
 */
export function nameValue(field: Field, value: string, plant: Plant, now: EpochMs, most?: number): string {
  const cut = (text: string) => cutText(text, most ?? text.length);
  const quoted = (text: string) => say(plant, "values.quoted", { text: typed(cut(oneLine(text))) });
  switch (field.kind) {
    case "asset":
    case "endpoint":
    case "place":
      return most === undefined
        ? itemsOf(value)
            .map((item) => nameThing(item, plant))
            .join(", ")
        : nameThings(value, plant, most);
    case "text":
      return quoted(value);
    case "port": {
      const { ports, words } = portsAndWords(value);
      return [cut(ports), ...(words === "" ? [] : [quoted(words)])].join(", ");
    }
    default:
      return cut(sayValue(field, value, plant, now));
  }
}

/**
 * What a request is about, thing by thing, as far as the plant knows it: the asset, and the line it belongs to or that
 * is meant itself. Both are null for a thing that the plant file does not name.
 */
export function subjectsOf({ asset }: Pick<RequestType, "asset">, values: Values, plant: Plant) {
  return itemsOf(values[asset]).map((item) => ({ asset: assetOf(plant, item), line: lineOf(plant, item) }));
}

/** Free text, also where it stands for a machine that the plant file does not have. */
export function isTyped({ kind }: Pick<Field, "kind">, value: string | undefined): boolean {
  return kind === "text" || itemsOf(value).some((item) => item.startsWith("text:"));
}

/** Whether a new value takes back what was known. `502/any` that turns out to be `502/tcp` is the same port, only clearer. */
export function contradicts({ kind }: Pick<Field, "kind">, before: string | undefined, now: string): boolean {
  if (before === undefined || before === now) return false;
  switch (kind) {
    case "port":
      return !isMoreExact(before, now);
    case "asset":
    case "endpoint":
    case "place":
      return [...itemsOf(before)].sort().join("\n") !== [...itemsOf(now)].sort().join("\n");
    default:
      return true;
  }
}

/** What is known once more was told; a value "" takes back what was known. */
export function withValues(known: Values, told: Values): Values {
  return Object.fromEntries(Object.entries({ ...known, ...told }).filter(([, value]) => value !== ""));
}

/** Whether a value says this, alone or among others: `502/tcp` in `502/tcp, 44818/tcp`. */
export function holds({ kind }: Pick<Field, "kind">, value: string | undefined, wanted: string): boolean {
  return value === wanted || (kind === "port" ? opensPort(value, wanted) : itemsOf(value).includes(wanted));
}
