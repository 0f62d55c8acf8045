import { fieldsFrom, type RequestType } from "../../workflow/requestType.ts";
import type { Values } from "../../workflow/value.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import type { Draft, RequestState } from "../state.ts";
import { keepKnown } from "./draft.ts";

/**
 * What a second reader proposes for a draft that nobody has touched: one more type to choose from where Referee is not sure,
 * or facts for empty fields of the type that Referee read. It never changes what was read, and sends nothing. Nothing where
 * the draft was touched meanwhile, or where nothing is new.
 */
export function propose(state: RequestState, command: CommandOf<"propose">, world: World): readonly RequestEvent[] {
  if (state.status !== "draft" || !isUntouched(state)) return [];
  const { reader, prompt, by, at } = command;
  const type = typeToChoose(state, command, world);
  const values = factsToFill(state, command, world);
  if (type === null && Object.keys(values).length === 0) return [];
  return [{ type: "ReadingProposed", proposed: type, values, reader, prompt, by, at }];
}

/** Only its message has made it what it is. */
export function isUntouched({ discarded, version }: Draft): boolean {
  return discarded === null && version === 1;
}

function typeToChoose({ reading }: Draft, { proposed }: CommandOf<"propose">, { types }: World) {
  const isNew = reading.type === null && proposed !== null && !reading.candidates.includes(proposed);
  return isNew && types.get(proposed)?.active === true ? proposed : null;
}

function factsToFill(draft: Draft, { proposed, values }: CommandOf<"propose">, { types, plant }: World): Values {
  const type = draft.reading.type === null ? undefined : types.get(draft.reading.type);
  if (type === undefined || type.type !== proposed) return {};
  return keepKnown(onlyEmpty(values, draft.values, type), type, plant);
}

/** Of what whoever asks is asked for. */
function onlyEmpty(values: Values, known: Values, type: RequestType): Values {
  const ids = fieldsFrom(type, "requester").flatMap(({ id }) => (known[id] === undefined ? [id] : []));
  return Object.fromEntries(ids.flatMap((id) => (values[id] === undefined ? [] : [[id, values[id]]])));
}
