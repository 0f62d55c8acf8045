import { readFileSync } from "node:fs";
import { z } from "zod";

const Lock = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) })),
});

const lock = Lock.parse(JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")));

// npm ci refuses a lock file that lacks one of them, on every machine, and npm install leaves out without a word what
// the registry it asks does not have. An earlier version of the package, one that has all its builds, then helps.
test("the lock file holds the builds for every platform, not only for this one", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
    ),
  );
  expect(missing).toEqual([]);
});
