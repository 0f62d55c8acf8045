import { z } from "zod";
import { EpochMs } from "../clock.ts";
import type { ScriptArgs } from "./script.ts";
import type { Sample } from "./types.ts";

/** As it is kept under its name: `1764547200000:1200000:9f2c41ab`; the last part is absent where it is not known. */
export function writeSample({ name, at, ms, whose }: Sample): ScriptArgs {
  return [name, [at, ms, ...(whose === null ? [] : [whose])].join(":")];
}

const Kept = z.string().regex(/^\d+:\d+(:[0-9a-f]{8})?$/);
const Parts = z.object({ at: EpochMs, ms: z.int().nonnegative() });

export function readSample(name: string, kept: string): Sample {
  const [at, ms, whose = null] = Kept.parse(kept).split(":");
  return { name, ...Parts.parse({ at: Number(at), ms: Number(ms) }), whose };
}
