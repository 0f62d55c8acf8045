import type { PlantState } from "./state.ts";

/** A plant file as a process has it. `basedOn`: the version that its file had before it was changed under its hands. */
export type Proposal = {
  readonly version: string;
  readonly hasTexts: boolean;
  readonly basedOn: string | null;
};

/**
 * How a process's file stands to the one in force. `newer`: it comes into force. `older`: it was in force before, and what
 * came since stays, until an administrator asks for it by name.
 */
export type Standing = "inForce" | "newer" | "older";

/**
 * A text that was never in force is a new proposal. One that was is older: a process that starts with last week's file must
 * not bring back who was removed since. But whoever changes the file in force back, on a process that runs, means it.
 */
export function standingOf({ version, source, known }: PlantState, file: Proposal): Standing {
  // Published before texts were kept: whoever has the same file adds them.
  if (version === file.version) return source === null && file.hasTexts ? "newer" : "inForce";
  if (!known.has(file.version)) return "newer";
  return file.basedOn !== null && file.basedOn === version ? "newer" : "older";
}
