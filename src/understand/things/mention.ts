import type { Endpoint } from "../reading.ts";

/** A thing named in a text, with its place in it. */
export type Mention = { readonly start: number; readonly end: number; readonly what: Endpoint };
