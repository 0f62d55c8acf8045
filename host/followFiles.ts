import type { Log } from "../src/log.ts";
import { type Problem, sayProblem } from "../src/plant/file/read.ts";
import type { Referee } from "../src/referee/referee.ts";
import type { Files } from "./files.ts";
import { onChange } from "./restart.ts";

export type FollowOptions = {
  readonly read: () => Promise<Files>;
  readonly dirs: readonly string[];
  readonly referee: Pick<Referee, "propose">;
  /** Whoever can mend the files is told, once of each text with mistakes. */
  readonly tell: (problems: readonly Problem[]) => Promise<void>;
  readonly log: Log;
};

export type Following = { /** Reads the files now. */ again(): Promise<void>; close(): void };

/**
 * Reads the plant files again when one changes, and when told to: sound, what is newer comes into force; with mistakes, what
 * is in force stays, and whoever can mend them is told. Request types are read at the start.
 */
export function followFiles(options: FollowOptions): Following {
  let last: Promise<void> = Promise.resolve();
  const again = () => {
    // One after the other: an earlier text must not come into force after a later one.
    last = last.then(() => readAgain(options));
    return last;
  };
  const watching = onChange(options.dirs, () => void again());
  return { again, close: watching.close };
}

async function readAgain({ read, referee, tell, log }: FollowOptions): Promise<void> {
  try {
    const files = await read();
    if (files.ok) {
      await referee.propose(files.plants, files.sources);
      return log.info("the plant files were read again");
    }
    for (const problem of files.problems)
      log.error("a file has a mistake, so what is in force stays", { problem: sayProblem(problem) });
    await tell(files.problems);
  } catch (error) {
    log.error("the files could not be read again, so what is in force stays", { error });
  }
}
