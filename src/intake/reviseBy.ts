import type { CommandOf, Meta, World } from "../request/commands.ts";
import type { Draft } from "../request/state.ts";
import { contradicts, type Values } from "../workflow/value.ts";
import type { DraftReading } from "./reading.ts";
import { factsIn } from "./readMessage.ts";

/** What reading a draft anew comes to. A type its author chose stays, and is asked what the new words say of it. */
export function reviseBy(
  part: DraftReading,
  draft: Draft,
  version: Meta & Pick<CommandOf<"revise">, "files" | "edition">,
  { plant, types }: World,
): CommandOf<"revise"> {
  const { text, reading } = part;
  const type = draft.chosen && draft.reading.type !== null ? types.get(draft.reading.type) : undefined;
  const values = type === undefined ? part.values : factsIn(text, type, { plant, types, now: draft.startedAt });
  return { ...version, type: "revise", text, reading, values };
}

/**
 * The fields of which a changed message says otherwise than before, and otherwise than its author filled in since: that
 * stays, and is not passed over in silence.
 * @returns their labels
 */
export function heldBack(values: Values, draft: Draft, { types }: World): readonly string[] {
  const fields = draft.reading.type === null ? [] : (types.get(draft.reading.type)?.fields ?? []);
  return fields.flatMap((field) => {
    const [now, before, filled] = [values[field.id], draft.read[field.id], draft.filled[field.id]];
    if (now === undefined || filled === undefined || now === before) return [];
    return contradicts(field, filled, now) ? [field.label] : [];
  });
}
