import { type EpochMs, later, MINUTE_MS } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import type { Plant } from "../../plant/plant.ts";
import { type Saying, say, saying } from "../../words/say.ts";
import { type Field, fieldsFrom, type RequestType } from "../../workflow/requestType.ts";
import { problemWith, type Values } from "../../workflow/value.ts";
import type { CommandOf, FromMessage, Meta, World } from "../commands.ts";
import { type FrozenType, MOST_TYPED, type Reading, type RequestEvent } from "../events.ts";
import { carrying } from "../files.ts";
import type { Draft, RequestState } from "../state.ts";
import { agreedFor, withoutAgreed } from "./agreement.ts";
import { withAlarm } from "./alarm.ts";
import { requireEmergency } from "./emergency.ts";
import { kept, requireDraft, saidIn, writtenOn } from "./guards.ts";
import { inWordsOf, stillNeeded } from "./rulesRead.ts";
import { withSafety } from "./safety.ts";
import { timed } from "./timed.ts";
import { endProblems } from "./window.ts";

const REMIND_CALL_MS = MINUTE_MS;

/**
 * A message became a draft: what was read in it, what is known already (see `keepKnown`). What was known when it was read
 * stays so: a plant file changed since, while its author could not be answered, must not make another draft of it.
 */
export function start(
  state: RequestState,
  command: CommandOf<"start">,
  { plant, types }: World,
): readonly RequestEvent[] {
  if (state.status !== "unstarted") return []; // the platform sent the same message again
  const { by, at, name, spot, quoted, reading, values, edition = 0 } = command;
  if (edition < state.edition) return []; // it was deleted before it arrived
  const text = kept(command.text);
  const type = reading.type === null ? undefined : types.get(reading.type);
  const remindAt = remindDraftAt(type, at);
  return [
    {
      type: "DraftStarted",
      plant: plant.code,
      by,
      at,
      name,
      spot,
      text,
      quoted,
      reading: brief(reading),
      values,
      remindAt,
      ...carrying(command.files),
      ...(edition === 0 ? {} : { edition }),
    },
  ];
}

/** Ten reasons are more than anybody reads. */
export function brief({ because, ...reading }: Reading): Reading {
  return { ...reading, because: because.slice(0, 10).map(kept) };
}

/** The person says which of the readings is meant. */
export function read(state: RequestState, command: CommandOf<"read">, world: World): readonly RequestEvent[] {
  const { plant, types } = world;
  const { by, at, reading, values } = command;
  const draft = requireDraft(state, by, world);
  if (reading.type !== null && reading.type === draft.reading.type) return filesNoted(command);
  const type = reading.type === null ? undefined : types.get(reading.type);
  const known = keepKnown({ ...draft.values, ...values }, type, plant);
  const remindAt = remindDraftAt(type, at);
  return [
    { type: "DraftRead", reading: brief(reading), values: known, remindAt, ...saidIn(command), by, at },
    ...filesNoted(command),
  ];
}

/** What a message brought beside words that were read is named as a note. */
function filesNoted({ files = [], name, via, by, at, ...command }: Meta & FromMessage): readonly RequestEvent[] {
  if (files.length === 0) return [];
  return [{ type: "NoteAdded", text: "", name, place: null, ...writtenOn({ via }), ...saidIn(command), files, by, at }];
}

/** A call for help that is drafted but not sent is asked about once. */
export function remindDraftAt(type: RequestType | undefined, at: EpochMs): EpochMs | null {
  return type === undefined || type.call === null ? null : later(at, REMIND_CALL_MS);
}

export function fill(state: RequestState, command: CommandOf<"fill">, world: World): readonly RequestEvent[] {
  const { by, at, values } = command;
  const draft = requireDraft(state, by, world);
  const type = typeOf(draft, world);
  requireValid(values, type.fields, type, world);
  const changed = changesTo(draft.values, values);
  const isNew = Object.keys(changed).length > 0;
  return [
    ...(isNew ? [{ type: "DraftFilled", values: changed, ...saidIn(command), by, at } as const] : []),
    ...filesNoted(command),
  ];
}

/** What of the values told is not known yet; "" takes back what is known, and tells nothing where nothing is. */
export function changesTo(known: Values, told: Values): Values {
  const before = new Map<string, string>(Object.entries(known));
  return Object.fromEntries(Object.entries(told).filter(([id, value]) => (before.get(id) ?? "") !== value));
}

/** Whether all that is told is known already. */
export function tellsNothingNew(known: Values, told: Values): boolean {
  return Object.keys(changesTo(known, told)).length === 0;
}

export function discard(state: RequestState, { by, at }: CommandOf<"discard">, world: World): readonly RequestEvent[] {
  if (state.status === "draft" && state.discarded !== null && state.asked.requester === by) return []; // a second press
  requireDraft(state, by, world);
  return [{ type: "DraftDiscarded", because: "requester", by, at }];
}

/**
 * The request gets its number, and its rules are copied: what it was sent under is what it is judged by.
 * @throws RefusedError `FIELD_MISSING`, naming what is still to be told, or `NOT_ALLOWED` for a type that is not ready
 */
export function send(
  state: RequestState,
  { by, at, same, agreements = [] }: CommandOf<"send">,
  world: World,
): readonly RequestEvent[] {
  if (state.status !== "draft" && state.status !== "unstarted" && state.asked.requester === by) return []; // a second press
  const draft = requireDraft(state, by, world);
  const type = typeOf(draft, world);
  if (!type.active) {
    const why = inWordsOf(
      ...([type, world] as const),
      ({ inactiveBecause, name }, reader) => inactiveBecause ?? say(reader, "refused.inactive", { name }),
    );
    throw new RefusedError("NOT_ALLOWED", why);
  }
  const missing = missingFrom(draft.values, type);
  if (missing.length > 0) {
    throw new RefusedError("FIELD_MISSING", stillNeeded(missing, type, world));
  }
  requireFuture(draft.values, type, at, world.plant);
  requireEmergency(type, draft.values, { by }, world.plant);
  const agreed = agreedFor(type, draft, agreements, world.plant, at);
  const rules = withoutAgreed(freeze(type, draft.values, world.plant), agreed);
  const known = { ...(same !== undefined && { same }), ...(agreed !== null && { agreed }) };
  return [{ type: "RequestSent", key: world.nextKey, rules, plantVersion: world.plant.version, ...known, by, at }];
}

/** The requester's fields that block Send, or those of a step that block its answer. */
export function missingFrom(
  values: Values,
  type: Pick<RequestType, "fields">,
  from: Parameters<typeof fieldsFrom>[1] = "requester",
): ReturnType<typeof fieldsFrom> {
  return fieldsFrom(type, from).filter(({ id, required }) => required && values[id] === undefined);
}

/**
 * @param about the values, their type, the instant, the plant, and what was sent where facts of it are changed
 * @throws RefusedError `FIELD_INVALID` for an end that has passed, comes before its beginning, or is later than allowed
 */
export function requireFuture(...about: Parameters<typeof endProblems>): void {
  const [first] = endProblems(...about);
  if (first !== undefined) throw new RefusedError("FIELD_INVALID", first.problem, { field: first.field });
}

/** The type of a draft. @throws RefusedError `FIELD_MISSING` while it has none */
export function typeOf({ reading }: Pick<Draft, "reading">, { types }: World): RequestType {
  const type = reading.type === null ? undefined : types.get(reading.type);
  if (type === undefined) throw new RefusedError("FIELD_MISSING", saying("refused.chooseAbout"));
  return type;
}

/** @throws RefusedError `FIELD_INVALID` with the first thing that is wrong, or for a field the type does not have */
export function requireValid(
  values: Values,
  fields: readonly Field[],
  rules: RequestType,
  world: Pick<World, "plant" | "types">,
): void {
  for (const [id, value] of Object.entries(values)) {
    const field = fields.find((each) => each.id === id);
    if (field === undefined) throw new RefusedError("FIELD_INVALID", saying("refused.noField"), { field: id });
    const problem = problemIn(field, value, world.plant);
    if (problem === null) continue;
    const said = inWordsOf(rules, world, (read, reader) => {
      const { label } = read.fields.find((each) => each.id === id) ?? field;
      return say(reader, "refused.field", { label, problem: problem(reader) });
    });
    throw new RefusedError("FIELD_INVALID", said, { field: id });
  }
}

function problemIn(field: Field, value: string, plant: Plant): Saying | null {
  if (value === "" && !field.required) return null; // it is taken back
  if (value.length > MOST_TYPED) return saying("refused.fewerWords");
  return problemWith(field, value, plant);
}

/** What was found in the text, as far as the type asks for it and it can be right: a wrong value is worse than none. */
export function keepKnown(values: Values, type: RequestType | undefined, plant: Plant): Values {
  if (type === undefined) return values;
  return Object.fromEntries(
    type.fields.flatMap((field) => {
      const value = values[field.id];
      return value !== undefined && problemIn(field, value, plant) === null ? [[field.id, value]] : [];
    }),
  );
}

/** The rules to copy: an asset that protects people adds a safety step in front, for every type that touches it. */
/** Its texts in other languages stay in its file: they are no rules, and as long as all the rest. */
function freeze(
  { texts: _texts, language: _language, ...rules }: RequestType,
  values: Values,
  plant: Plant,
): FrozenType {
  // By which words people mean a type or a limit is no rule: that is looked up when they write, not kept with every request.
  const limits = rules.limits.map((limit) => ({ ...limit, words: [] }));
  return withAlarm(withSafety(timed({ ...rules, words: [], limits }, values), values, plant), values);
}
