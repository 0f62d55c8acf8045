import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DAY_MS } from "../../src/clock.ts";
import { examineArchives } from "../../tools/doctor/archives.ts";
import { sayFinding } from "../../tools/doctor/finding.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix } = useStore();
const record = { web: redis, prefix };
let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "referee-doctor-"));
  await redis.del(`${prefix}archives`);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const archive = (path = dir) => ({ dir: path, afterMs: DAY_MS });
const found = async (...args: Parameters<typeof examineArchives>) => (await examineArchives(...args)).map(sayFinding);
const lies = () =>
  redis.hset(
    `${prefix}archives`,
    "3",
    JSON.stringify({ name: "referee-2026-09-3.archive", bytes: 9, requests: 1, head: "" }),
  );

describe("npm run doctor", () => {
  test("says nothing of archives where there are none, and that the folder is sound where there is one", async () => {
    expect(await found(null, record)).toEqual([]);
    expect(await found(archive(), record)).toEqual([expect.stringMatching(/^ok {7}Archives: 0 in /)]);
    expect(await found(archive(), null)).toEqual([expect.stringMatching(/^ok/)]);
  });

  test("names a folder that is not there", async () => {
    const [line] = await found(archive(join(dir, "not-mounted")), record);
    expect(line).toMatch(/^bad {6}Archives: There is no folder .*not-mounted. Make it, or mount it/);
  });

  test("names the newest archive where the folder does not have it, and the setting where it is missing", async () => {
    await lies();
    expect(await found(archive(), record)).toEqual([expect.stringContaining("referee-2026-09-3.archive is not there")]);
    expect(await found(null, record)).toEqual([expect.stringContaining("set ARCHIVE_DIR to the folder that has them")]);
  });

  // Whoever may do everything may write everywhere.
  (process.getuid?.() === 0 ? test.skip : test)("names a folder that it may not write to", async () => {
    await chmod(dir, 0o500);
    expect(await found(archive(), record)).toEqual([expect.stringContaining("cannot be written")]);
    await chmod(dir, 0o700);
  });
});
