import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { RELEASE } from "../../src/release.ts";

/** One event as a release wrote it: the file `<folder>/<release>/<Event>.json`, byte for byte. */
export type StoredFixture = { readonly release: string; readonly event: string; readonly bytes: string };

/** What all releases wrote. A file is never changed or deleted: somebody's record has such events. */
export function storedFixtures(folder: string): readonly StoredFixture[] {
  const releases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return releases.flatMap(({ name: release }) =>
    readdirSync(join(folder, release)).map((file) => ({
      release,
      event: basename(file, ".json"),
      bytes: readFileSync(join(folder, release, file), "utf8"),
    })),
  );
}

/** Writes what this release writes, for the kinds of events that have no file of this release yet. */
export function writeFixtures<E extends { readonly type: string }>(
  folder: string,
  events: readonly E[],
  write: (event: E) => string,
): void {
  mkdirSync(join(folder, RELEASE), { recursive: true });
  const there = new Set(readdirSync(join(folder, RELEASE)));
  for (const event of events) {
    const file = `${event.type}.json`;
    if (!there.has(file)) writeFileSync(join(folder, RELEASE, file), write(event));
  }
}
