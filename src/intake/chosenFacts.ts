import type { RequestCommand, World } from "../request/commands.ts";
import type { Draft, RequestState } from "../request/state.ts";
import type { RequestType } from "../workflow/requestType.ts";
import type { Values } from "../workflow/value.ts";
import { refuseBypass } from "./danger.ts";
import { factsIn, safetyCallIn } from "./readMessage.ts";

/**
 * A type its author chose, with what their text says of its fields: nobody is asked for what they wrote already. What
 * they told since counts more.
 * @throws RefusedError `NOT_ALLOWED` where the text asks for a guard to be out of the way
 */
export function withFacts(command: RequestCommand, state: RequestState, world: World): RequestCommand {
  const { plant, types } = world;
  if (command.type !== "read" || state.status !== "draft" || command.reading.type === null) return command;
  const type = types.get(command.reading.type);
  if (type === undefined) return command;
  // What came of a wish to have a guard away is a call for Safety, and becomes nothing else.
  if (type.type !== safetyCallIn(types)?.type) refuseBypass([state.asked.text]);
  // "Until tonight" is the night of the day on which it was written.
  const found = factsIn(state.asked.text, type, { plant, types, now: state.startedAt });
  return { ...command, values: { ...found, ...about(state, type, world), ...command.values, ...state.values } };
}

/** What the draft is about stays when it becomes another type: its message may name things of other drafts too. */
function about({ reading, values }: Draft, { asset }: RequestType, { types }: World): Values {
  const before = reading.type === null ? undefined : types.get(reading.type);
  const value = before === undefined ? undefined : values[before.asset];
  return value === undefined ? {} : { [asset]: value };
}
