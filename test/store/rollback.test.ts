import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EpochMs } from "../../src/clock.ts";
import type { Acceptance, Acceptances } from "../../src/store/acceptance.ts";
import { createRollbackWatch } from "../../src/store/rollback.ts";

const YES: Acceptance = {
  type: "RecordAccepted",
  at: EpochMs.parse(1),
  by: "Olga Meyer",
  because: "disk lost",
  release: "0.1.0",
  counter: 100,
  seen: 142,
};

let dir: string;
let anchorFile: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "referee-anchor-"));
  anchorFile = join(dir, "data", "anchor.json");
});
afterEach(() => rm(dir, { recursive: true }));

function aWatch(counter: number) {
  const reports: string[] = [];
  const onRollback = (error: Error) => reports.push(error.message);
  return { watch: createRollbackWatch({ anchorFile, readCounter: async () => counter, onRollback }), reports };
}

describe("a Redis that was set back", () => {
  test("is noticed by the next process, from the anchor the last one left", async () => {
    const { watch: last } = aWatch(0);
    await last.start();
    last.sawCounter(142, 0);
    await last.stop();
    const { watch: next, reports } = aWatch(100);
    await next.start();
    await next.stop();
    expect(reports).toEqual([expect.stringContaining("Redis holds 100 appends, but 142 were seen before")]);
  });

  test("goes on being noticed until somebody deletes the anchor", async () => {
    const { watch: last } = aWatch(142);
    await last.start();
    await last.stop();
    const { watch: next } = aWatch(100);
    await next.start();
    next.sawCounter(101, 100);
    await next.stop();
    expect(JSON.parse(await readFile(anchorFile, "utf8"))).toEqual({ counter: 142 });
  });

  test("is noticed while running, and said once", async () => {
    const { watch, reports } = aWatch(0);
    watch.sawCounter(50, 0);
    watch.sawCounter(20, watch.counterSeen());
    watch.sawCounter(21, watch.counterSeen());
    expect(reports).toHaveLength(1);
  });

  test("is not suspected when the answers of two connections cross", async () => {
    const { watch, reports } = aWatch(0);
    const askedFirst = watch.counterSeen();
    watch.sawCounter(51, watch.counterSeen());
    watch.sawCounter(50, askedFirst);
    expect(reports).toEqual([]);
  });

  test("is told from a folder that cannot be used: nobody is sent to delete a file", async () => {
    await writeFile(join(dir, "data"), "a file where the folder should be");
    const { watch } = aWatch(7);
    await expect(watch.start()).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringMatching(/data cannot be used\. Give the user .* set DATA_DIR to another folder/),
    });
  });

  test("is worked on once an administrator has accepted it, and what follows is seen from there", async () => {
    const { watch: last } = aWatch(0);
    await last.start();
    last.sawCounter(142, 0);
    await last.stop();
    const word: { said: Acceptances } = { said: { count: 0, newest: null } };
    const set = { anchorFile, readCounter: async () => 100, readAcceptances: async () => word.said };
    const next = createRollbackWatch({ ...set, onRollback: () => undefined });
    await next.start();
    expect(next.held()).toEqual({ counter: 100, seen: 142, streams: [] });
    expect(await next.again()).toBe(false);
    word.said = { count: 1, newest: YES };
    expect(await next.again()).toBe(true);
    expect([next.held(), next.findings()]).toEqual([null, []]);
    next.sawCounter(101, next.counterSeen());
    await next.stop();
    expect(JSON.parse(await readFile(anchorFile, "utf8"))).toEqual({ counter: 101, accepted: 1 });
  });

  test("is not worked on for a yes that was said of another one, or of less", async () => {
    await mkdir(join(dir, "data"));
    for (const { accepted, seen } of [
      { accepted: 1, seen: 142 },
      { accepted: 0, seen: 141 },
    ]) {
      await writeFile(anchorFile, JSON.stringify({ counter: 142, accepted }));
      const readAcceptances = async () => ({ count: 1, newest: { ...YES, seen } });
      const { readCounter, onRollback } = { readCounter: async () => 100, onRollback: () => undefined };
      const watch = createRollbackWatch({ anchorFile, readCounter, readAcceptances, onRollback });
      await watch.start();
      expect(watch.held()).toMatchObject({ counter: 100, seen: 142 });
      await watch.stop();
    }
  });

  test("ends the process under which it happens, once it is sure", async () => {
    let ends = 0;
    const watch = createRollbackWatch({
      ...{ anchorFile, readCounter: async () => 0, onRollback: () => undefined },
      onSetBack: () => {
        ends += 1;
      },
    });
    watch.sawCounter(50, 0);
    watch.sawCounter(49, 0);
    expect(ends).toBe(0);
    watch.sawCounter(20, watch.counterSeen());
    expect(ends).toBe(1);
  });

  test("is not suspected on the first start of a machine", async () => {
    const { watch, reports } = aWatch(7);
    await watch.start();
    await watch.stop();
    expect(reports).toEqual([]);
  });
});
