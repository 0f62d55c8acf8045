import { z } from "zod";
import type { Deleted, Edited } from "../adapter.ts";
import { sayKept, saySent } from "../card/changedMessage.ts";
import type { EpochMs } from "../clock.ts";
import { filesIn } from "../intake/filesIn.ts";
import type { DraftReading } from "../intake/reading.ts";
import { heldBack, reviseBy } from "../intake/reviseBy.ts";
import { readBy } from "../plant/who/language.ts";
import type { World } from "../request/commands.ts";
import { type SentFile, sameFiles } from "../request/files.ts";
import { kept } from "../request/rules/guards.ts";
import type { Closed, Open, RequestState, Unstarted } from "../request/state.ts";
import { metaFor } from "./acting.ts";
import { type MakeCommand, type Making, type Requests, requestIdFor } from "./requests.ts";

/** One of the requests that a message became. */
export type Part = { readonly state: Exclude<RequestState, Unstarted> };

/** `edition`: the latest version of the message that any of them, or the place of the next one, has heard of. */
export type Parts = { readonly all: readonly Part[]; readonly edition: number };

/** More wishes than anybody has in one message. */
const MOST_PARTS = 50;

/** What became of a message, by the id under which it was said. */
export async function partsOf({ load }: Pick<Requests, "load">, message: string): Promise<Parts> {
  const all: Part[] = [];
  let edition = 0;
  for (let index = 0; index < MOST_PARTS; index += 1) {
    const { state } = await load(requestIdFor(message, index));
    edition = Math.max(edition, state.status === "unstarted" ? state.edition : state.asked.edition);
    if (state.status === "unstarted") break;
    all.push({ state });
  }
  return { all, edition };
}

export function isOwn(state: Part["state"], changed: Edited | Deleted, world: World): boolean {
  return state.asked.requester === metaFor(changed, world, state.at, state).by;
}

/** Something for its author to read, or null. */
type Line = string | null;

/**
 * Takes every request of an edited message to what the message says now: null where it asks for it no longer.
 * @returns what its author is to read
 */
export async function followAll(
  requests: Requests,
  edited: Edited,
  parts: readonly (DraftReading | null)[],
  world: World,
): Promise<readonly Line[]> {
  const files = filesIn(edited.files);
  const lines: Line[] = [];
  for (const [index, part] of parts.entries()) {
    const make = part === null ? puttingAway(edited, "edited", world) : following(edited, part, files, world);
    lines.push(await actOn(requests, edited, index, world, make));
  }
  return lines;
}

/** Puts away every draft of a message that is gone. */
export async function removeAll(
  requests: Requests,
  deleted: Deleted,
  parts: number,
  world: World,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (let index = 0; index < parts; index += 1)
    lines.push(await actOn(requests, deleted, index, world, puttingAway(deleted, "deleted", world)));
  return lines;
}

function following(edited: Edited, part: DraftReading, files: readonly SentFile[], world: World): MakeCommand {
  return (state, at) => {
    if (state.status === "unstarted") return starting(edited, part, files, world, at);
    if (!isOwn(state, edited, world)) return answering(null);
    if (state.status !== "draft") {
      const isSame = kept(part.text) === state.asked.text && sameFiles(files, state.asked.files);
      return answering(isSame ? null : saySent(state, "edited", readBy(world.plant, edited.account)));
    }
    const version = { ...metaFor(edited, world, at, state), files, edition: edited.edition };
    const command = reviseBy(part, state, version, world);
    return {
      type: "command",
      command,
      answer: answerOf(sayKept(heldBack(command.values, state, world), readBy(world.plant, edited.account))),
    };
  };
}

function starting(
  edited: Edited,
  { reading, values, text }: DraftReading,
  files: readonly SentFile[],
  world: World,
  at: EpochMs,
): Making {
  const { spot, edition } = edited;
  const asked = { reading, values, text, spot, quoted: null, files, edition };
  return {
    type: "command",
    command: { ...metaFor(edited, world, at), type: "start", ...asked },
    answer: answerOf(null),
  };
}

const BECAUSE = { edited: "changed", deleted: "deleted" } as const;

function puttingAway(changed: Edited | Deleted, change: keyof typeof BECAUSE, world: World): MakeCommand {
  return (state, at) => {
    if (isSent(state))
      return answering(
        isOwn(state, changed, world) ? saySent(state, change, readBy(world.plant, changed.account)) : null,
      );
    const { edition } = changed;
    const meta = metaFor(changed, world, at, state);
    return {
      type: "command",
      command: { ...meta, type: "putAway", because: BECAUSE[change], edition },
      answer: answerOf(null),
    };
  };
}

function isSent(state: RequestState): state is Open | Closed {
  return state.status === "open" || state.status === "closed";
}

const Told = z.object({ type: z.literal("private"), text: z.string() });

async function actOn(
  { act }: Pick<Requests, "act">,
  { id, about }: Edited | Deleted,
  index: number,
  world: World,
  make: MakeCommand,
): Promise<Line> {
  const handled = await act(requestIdFor(about, index), `${id}#${index}`, world, make);
  if (handled.type === "refused") return handled.message;
  return handled.type === "accepted" ? (Told.safeParse(handled.answer).data?.text ?? null) : null;
}

function answering(line: Line): Making {
  return { type: "answer", answer: answerOf(line) };
}

/** For its author alone, or nothing. */
export function answerOf(line: Line) {
  return line === null ? ({ type: "nothing" } as const) : ({ type: "private", text: line } as const);
}
