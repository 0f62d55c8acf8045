import type { RequestCommand, World } from "../request/commands.ts";
import type { RequestState } from "../request/state.ts";
import { factsIn } from "./readMessage.ts";

/**
 * A type its author chose, with what their text says of its fields: nobody is asked for what they wrote already. What
 * they told since counts more.
 */
export function withFacts(command: RequestCommand, state: RequestState, { plant, types }: World): RequestCommand {
  if (command.type !== "read" || state.status !== "draft" || command.reading.type === null) return command;
  const type = types.get(command.reading.type);
  if (type === undefined) return command;
  // "Until tonight" is the night of the day on which it was written.
  const found = factsIn(state.asked.text, type, { plant, types, now: state.startedAt });
  return { ...command, values: { ...found, ...command.values, ...state.values } };
}
