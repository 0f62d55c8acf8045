import { z } from "zod";
import { DAY_MS } from "../clock.ts";
import type { Settings } from "./settings.ts";
import { Text } from "./variables.ts";

/** Where what is over for long is archived. */
export type ArchiveConfig = {
  /** A folder that is there; Referee does not make it. */
  readonly dir: string;
  /** How long after the last thing happened to it, ms. */
  readonly afterMs: number;
};

const DEFAULT_DAYS = 90;

/** At least a week: nobody who looks back at last week's requests waits for a disk. */
const Days = z
  .string()
  .regex(/^\d{1,4}$/, "must be a number of days, 7 to 3650")
  .transform(Number)
  .refine((days) => days >= 7 && days <= 3_650, "must be a number of days, 7 to 3650");

/** Null where no folder is named: then everything stays in Redis. */
export function readArchive(settings: Settings): ArchiveConfig | null {
  const dir = settings.optional("ARCHIVE_DIR", Text);
  const days = settings.withDefault("ARCHIVE_AFTER_DAYS", Days, DEFAULT_DAYS);
  return dir === null ? null : { dir, afterMs: days * DAY_MS };
}
