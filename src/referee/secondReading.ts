import { MINUTE_MS } from "../clock.ts";
import { factsIn } from "../intake/readMessage.ts";
import { THE_SECOND_READER } from "../request/actor.ts";
import type { World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import { missingFrom } from "../request/rules/draft.ts";
import { isUntouched } from "../request/rules/propose.ts";
import type { Draft } from "../request/state.ts";
import { redacted } from "../secondReader/redacted.ts";
import type { SecondReader } from "../secondReader/secondReader.ts";
import { whyAsked } from "../understand/time/when.ts";
import { meaningOf } from "../workflow/meaning.ts";
import type { Field, RequestType } from "../workflow/requestType.ts";
import { type Values, withValues } from "../workflow/value.ts";
import type { Plants } from "./plants.ts";
import type { Requests } from "./requests.ts";

type Options = { readonly requests: Requests; readonly plants: Pick<Plants, "world">; readonly reader: SecondReader };

/** Whoever wrote it has gone on by then. */
const TOO_LATE_MS = 2 * MINUTE_MS;

/**
 * Has a draft read a second time, long after its author was answered. What comes of it is what our own rules read in words
 * that stand in the text; once it was recorded, nobody is asked again.
 */
export async function readAgain({ requests, plants, reader }: Options, request: RequestId): Promise<void> {
  const { state, now } = await requests.load(request);
  if (state.status !== "draft" || !isUntouched(state) || now - state.startedAt > TOO_LATE_MS) return;
  const world = await plants.world(state.asked.plant);
  if (!isOpenToMore(state, world)) return;
  const text = redacted(state.asked.text, world.plant);
  const said = await reader.read(text, world.types);
  if (said === null || said.type === null) return;
  const { type: proposed, quotes, model, prompt } = said;
  const type = world.types.get(proposed);
  const values = type === undefined ? {} : readBy(quotes, type, world, state);
  await requests.happen(request, `${request}:second`, world, (at) => ({
    ...{ type: "propose", proposed, values, reader: model, prompt },
    ...{ by: THE_SECOND_READER, name: "Referee", at },
  }));
}

/** Whether a proposal could help: no type is sure, or a fact is missing. A call for help waits for nobody's reading. */
function isOpenToMore({ reading, values }: Draft, { types }: World): boolean {
  const type = reading.type === null ? undefined : types.get(reading.type);
  return type === undefined || (type.call === null && missingFrom(values, type).length > 0);
}

/**
 * Each quote by itself, the first that tells something counts. What tells of the message as a whole tells nothing here, and a
 * time that has two readings is asked for, whoever reads it.
 */
function readBy(quotes: readonly string[], type: RequestType, { plant, types }: World, draft: Draft): Values {
  const now = draft.startedAt;
  const read = quotes.map((quote) => factsIn(quote, type, { plant, types, now }));
  const found = read.toReversed().reduce<Values>((all, values) => withValues(all, values), {});
  const isAsked = (field: Field) => whyAsked(meaningOf(field), draft.asked.text, { plant, now }) !== null;
  const fits = type.fields.filter((field) => field.kind !== "text" && !(field.kind === "instant" && isAsked(field)));
  const ids = new Set(fits.map(({ id }): string => id));
  return Object.fromEntries(Object.entries(found).filter(([id]) => ids.has(id)));
}
