import type { Moment } from "./play.ts";

/** The guided play, in the order in which a story grows out of it. Its cast is the demo plant's. */
export const MOMENTS: readonly Moment[] = [];

/** The people without whom the play cannot be played. */
export const CAST: readonly string[] = ["olga", "otto", "sina", "paula"];
