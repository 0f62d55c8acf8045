import type { FromMessage, Meta, RequestCommand } from "../request/commands.ts";
import type { PlaceName } from "../request/place.ts";
import { speaksAsRequester } from "../request/rules/requester.ts";
import type { RequestState } from "../request/state.ts";
import type { Reader } from "../words/reader.ts";
import { say } from "../words/say.ts";

/** A reply: what it says, under which id, and what came with it. */
export type Sent = Required<FromMessage> & { readonly text: string };

/**
 * What a reply comes to with what came with it. Files go with the words; where the words mean nothing, or there are none,
 * the files are a note. Beside a draft only its author's count: what others send there is their own talk.
 */
export function withFiles(
  command: RequestCommand | null,
  { text, message, files }: Sent,
  state: RequestState,
  place: PlaceName | null,
  meta: Meta,
): RequestCommand | null {
  if (command !== null) return carries(command) ? { ...command, message, files } : command;
  return files.length > 0 && isHeard(state, meta) ? { ...meta, type: "note", text, place, message, files } : null;
}

type Carrying = Extract<RequestCommand, FromMessage & { type: "read" | "fill" | "answer" | "note" }>;

function carries(command: RequestCommand): command is Carrying {
  return ["read", "fill", "answer", "note"].includes(command.type);
}

function isHeard(state: RequestState, { by }: Meta): boolean {
  if (state.status === "draft") return state.discarded === null && state.asked.requester === by;
  return state.status !== "unstarted";
}

/** For the author of files without words, while a question waits for their answer. Null when there is nothing to say. */
export function sayWordsToo(
  command: RequestCommand | null,
  state: RequestState,
  { by }: Meta,
  reader: Reader,
): string | null {
  if (command?.type !== "note" || command.text.trim() !== "" || state.status !== "open") return null;
  const isAsked = [...state.steps.values()].some(({ status }) => status === "asked");
  return isAsked && speaksAsRequester(state, by) ? say(reader, "alone.wordsToo") : null;
}
