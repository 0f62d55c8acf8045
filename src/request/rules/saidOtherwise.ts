import { isDeepStrictEqual } from "node:util";
import type { EpochMs } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayInstant } from "../../plant/time/sayTime.ts";
import type { Said } from "../../words/catalogue.ts";
import { saying } from "../../words/say.ts";
import type { Meta } from "../commands.ts";
import type { EventOf } from "../events.ts";
import type { Closed, Open } from "../state.ts";
import { kept } from "./guards.ts";
import { noteOf } from "./noteOfReferee.ts";

/**
 * Whether what is said now says no more and nothing else than what was: only then it has happened, and nothing more does. A
 * delivery that comes again never gets here; these are presses and forms of their own.
 * @param said of what was said, all that a person says themselves
 */
export function saidTheSame(before: object, said: object): boolean {
  const known: ReadonlyMap<string, unknown> = new Map(Object.entries(before));
  return Object.entries(said).every(([fact, now]) => isDeepStrictEqual(known.get(fact), now));
}

type Otherwise = Said["refused.saidOtherwise"];

/** Somebody said something else in its place before: a form stays open with what was typed, as nothing of it is recorded. */
export function saidOtherwise(
  { key }: Pick<Open, "key">,
  said: { readonly at: EpochMs; readonly what: Otherwise["what"]; readonly canTakeBack: boolean },
  plant: Plant,
  now: Meta["at"],
): RefusedError {
  const when = sayInstant(said.at, plant, { reference: now });
  const back = said.canTakeBack ? "yes" : "no";
  return new RefusedError("SAID_OTHERWISE", saying("refused.saidOtherwise", { key, when, what: said.what, back }));
}

/** It has happened, and whoever may bring it about says why, too: their words are kept beside it, once. */
export function saidBeside(
  { notes }: Pick<Open | Closed, "notes">,
  reason: string,
  { by, at }: Pick<Meta, "by" | "at">,
): readonly EventOf<"NoteAdded">[] {
  const words = kept(reason);
  return notes.some((note) => note.by === by && note.text === words) ? [] : noteOf(words, { by, at });
}
