import { z } from "zod";

/** Longest name of a file that is kept, in characters: more than a line of a card on a phone. */
export const MOST_IN_FILE_NAME = 80;
/** How many files of one message are named. */
export const MOST_FILES = 10;

/** Where a file stands. */
export const FileLink = z.url({ protocol: /^https$/ }).max(1_000);

/**
 * A picture or file that somebody sent: its name, and the address at which it stands on their platform, or null where
 * there is none to follow. Referee keeps no copy, and never opens the address.
 */
export const SentFile = z
  .object({
    name: z.string().min(1).max(MOST_IN_FILE_NAME),
    link: FileLink.nullable(),
  })
  .readonly();
export type SentFile = z.infer<typeof SentFile>;

/** For an event: nothing where nothing was sent. */
export function carrying(files: readonly SentFile[] = []): { readonly files?: readonly SentFile[] } {
  return files.length === 0 ? {} : { files };
}

/** Whether two messages carry the same files. */
export function sameFiles(one: readonly SentFile[], other: readonly SentFile[]): boolean {
  return (
    one.length === other.length && one.every(({ name, link }, i) => other[i]?.name === name && other[i]?.link === link)
  );
}
