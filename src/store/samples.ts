import { z } from "zod";
import { EpochMs } from "../clock.ts";
import type { ScriptArgs } from "./script.ts";
import type { Sample } from "./types.ts";

/** As it is kept under its name: `1764547200000:1200000`. */
export function writeSample({ name, at, ms }: Sample): ScriptArgs {
  return [name, `${at}:${ms}`];
}

const Kept = z
  .string()
  .regex(/^\d+:\d+$/)
  .transform((kept) => kept.split(":").map(Number))
  .pipe(z.tuple([EpochMs, z.int().nonnegative()]));

export function readSample(name: string, kept: string): Sample {
  const [at, ms] = Kept.parse(kept);
  return { name, at, ms };
}
