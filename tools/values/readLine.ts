import type { Action } from "../../src/card/action.ts";
import { INPUT } from "../../src/card/forms/inputs.ts";
import { decodeForm, encodeForm } from "../../src/card/forms/shown.ts";
import { sayFact } from "../../src/card/words.ts";
import type { EpochMs } from "../../src/clock.ts";
import { changesIn } from "../../src/intake/filled.ts";
import { limitsIn, type Offered } from "../../src/intake/limits.ts";
import { readValue } from "../../src/intake/readValue.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { RequestId } from "../../src/request/ids.ts";
import { Field } from "../../src/workflow/requestType.ts";
import { problemWith, sayValue } from "../../src/workflow/value.ts";
import { instantOf } from "../now.ts";
import type { Line, ReadLine } from "./line.ts";

/** What a line is read by: a plant, the limits of one of its request types, and the instant where a line names none. */
export type ReadContext = { readonly plant: Plant; readonly limits: Offered; readonly now: EpochMs };

type Read = Omit<ReadLine, "id">;

/** Reads one input as a form that was sent off is read. */
export function readLine(line: Line, context: ReadContext): ReadLine {
  const plant: Plant = {
    ...context.plant,
    language: line.language ?? context.plant.language,
    timeZone: line.timeZone ?? line.now?.zone ?? context.plant.timeZone,
  };
  const now = line.now ? instantOf(line.now, plant.timeZone) : context.now;
  return { id: line.id, ...(line.kind === "limit" ? readLimit(line, context.limits) : readFact(line, plant, now)) };
}

function readFact(line: Line, plant: Plant, now: EpochMs): Read {
  const field = Field.parse({ id: "fact", label: "Fact", ask: "?", from: "requester", kind: line.kind });
  const asked: Field = { ...field, options: line.options };
  const known = knownBefore(line.before, asked, plant, now);
  const input = typedInto(known.shown, line.raw);
  if (input === null) return { ok: true, value: known.value, shown: known.shown, problem: null };
  if (input === "") return { ok: true, value: null, shown: "", problem: null };
  const read = readValue(asked, input, plant, now);
  if (!read.ok) return { ok: false, value: null, shown: null, problem: read.problem };
  return { ok: true, value: read.value, shown: sayFact(asked, read.value, plant, now), problem: null };
}

/** What stood in the input, and its value; null where nothing that is shown so now has it. */
type Known = { readonly value: string | null; readonly shown: string };

/** `before` is a value, such as `text:spare PLC-12`, or else what the input showed, such as "vie 12:00". */
function knownBefore(before: string, field: Field, plant: Plant, now: EpochMs): Known {
  if (before === "") return { value: null, shown: "" };
  if (problemWith(field, before, plant) === null) return { value: before, shown: sayValue(field, before, plant, now) };
  const read = readValue(field, before, plant, now);
  const value = read.ok && sayValue(field, read.value, plant, now) === before ? read.value : null;
  return { value, shown: before };
}

/** What somebody typed; "" where they emptied the input, null where they left it as it was shown. */
function typedInto(shown: string, raw: string | null): string | null {
  const kind = { type: "text", maxLength: 3_000 } as const;
  const input = { id: ID, label: "", hint: "", required: false, initial: shown, kind };
  const form = decodeForm(encodeForm(FORM, [input]));
  const { changed, emptied } = changesIn({ [ID]: raw ?? shown }, form.shown);
  return changed[ID] ?? (emptied.has(ID) ? "" : null);
}

const ID = INPUT.limitText;
const FORM: Action = { verb: "change", request: RequestId.parse("req_0123456789ab"), step: null, ask: 0, arg: "" };

/** Known limits by their ids, others as they were written; each on a line of its own. */
function readLimit({ raw, before }: Line, offered: Offered): Read {
  const input = typedInto(before, raw);
  if (input === null)
    return { ok: true, value: before === "" ? null : before, shown: shownLimits(before, offered), problem: null };
  const { known, own } = limitsIn(input, offered);
  const limits = [
    ...offered.filter(({ id }) => known.includes(id)),
    ...own.map((label) => ({ id: `text:${label}`, label })),
  ];
  if (limits.length === 0)
    return { ok: false, value: null, shown: null, problem: "Name at least one limit, or use Approve." };
  return {
    ok: true,
    value: limits.map(({ id }) => id).join("\n"),
    shown: limits.map(({ label }) => label).join("; "),
    problem: null,
  };
}

/** Ids become what stands at their boxes; what the input showed stays as it is. */
function shownLimits(before: string, offered: Offered): string {
  const lines = before.split("\n");
  const labels = lines.map(
    (line) => offered.find(({ id }) => id === line)?.label ?? (line.startsWith("text:") ? line.slice(5) : null),
  );
  return labels.some((label) => label === null) ? before : labels.join("; ");
}
