import { mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DAY_MS, EpochMs } from "../../src/clock.ts";
import { auditArchives } from "../../src/store/archiveAudit.ts";
import { bringBack, createArchiveReader } from "../../src/store/archived.ts";
import { type ArchiveFolder, openArchiveFolder } from "../../src/store/archiveFolder.ts";
import { type ArchiveMoment, createArchiver } from "../../src/store/archiver.ts";
import { missingHistories } from "../../src/store/missing.ts";
import { createPacking } from "../../src/store/packing.ts";
import { placeId, type StreamId } from "../../src/store/types.ts";
import { aStream, ask, errandOf, finish, reportMissing } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const COMPACT = { keepsOnce: true, packs: true };
const RULES = '"owners":["OT"]';
const corner = useStore();
const { redis, prefix, keys } = corner;
const packing = createPacking(redis, prefix);
const errors: string[] = [];
const log = { error: (line: string) => void errors.push(line) };
let dir = "";
let folder: ArchiveFolder = openArchiveFolder("");
/** Every test has a folder of its own, and forgets the archives of the one before. */
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "referee-archive-"));
  folder = openArchiveFolder(dir);
  errors.length = 0;
  await redis.del(
    ...["archives", "archived", "archives:id", "archives:last", "archiving", "packed"].map((key) => prefix + key),
  );
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const storeWith = (archives = createArchiveReader(folder)) => corner.another({ form: COMPACT, archives });
type Faults = { readonly folder?: ArchiveFolder; readonly checkpoint?: (moment: ArchiveMoment) => Promise<void> };
/** A process that begins to archive; the one before it is dead, and so is its lease. */
async function anArchiver(faults: Faults = {}) {
  await redis.del(`${prefix}archiving`);
  return createArchiver({ redis, prefix, folder, afterMs: 90 * DAY_MS, log, ...faults });
}

const SEPTEMBER = Date.parse("2026-09-10T09:00:00Z");
const MARCH = Date.parse("2026-03-10T09:00:00Z");

/** An errand that is over, packed, and whose last thing happened at this instant. */
async function packed(at = MARCH): Promise<StreamId> {
  const stream = aStream();
  const store = storeWith();
  await store.handle({ ...ask(stream, ["OT"]), sharedIn: () => RULES, lasting: true });
  await store.handle({ ...finish(stream, "OT"), lasting: true });
  const places = ["asker", "owner-0"].map((name) => placeId(stream, name));
  for (const place of places) {
    await redis.zrem(`${prefix}d:${(await redis.hget(`${prefix}pl:${place}`, "lane")) ?? ""}`, place);
    const posted = { adapter: "web", conversation: "OT", thread: null, message: `m-${place}` };
    await redis.hset(`${prefix}pl:${place}`, { card: JSON.stringify(posted) });
  }
  expect(await packing.pack(stream, { places, shared: [], at: EpochMs.parse(at) })).toBe("packed");
  return stream;
}

const owned = async (stream: StreamId) =>
  (await keys()).filter((key) => key.includes(stream)).map((key) => key.slice(prefix.length));
const events = async (stream: StreamId) => (await storeWith().load(stream)).events;
const files = async () => (await readdir(dir)).toSorted();
const unreadable = (text: string) =>
  expect.objectContaining({ code: "ARCHIVE_UNREADABLE", message: expect.stringContaining(text) });

/** Each is in one place and whole, wherever that is. */
async function allThere(histories: ReadonlyMap<StreamId, readonly string[]>) {
  for (const [stream, before] of histories) {
    expect(await events(stream)).toEqual(before);
    expect(await storeWith().verifyChain(stream)).toMatchObject({ type: "intact", version: before.length });
    const inRedis = await redis.exists(`${prefix}s:${stream}`);
    expect(inRedis + (await redis.hexists(`${prefix}archived`, stream))).toBe(1);
  }
  expect((await auditArchives(redis, prefix, folder)).problems).toEqual([]);
  expect(await missingHistories(redis, prefix)).toEqual([]);
}

async function several(count: number, at = MARCH) {
  const histories = new Map<StreamId, readonly string[]>();
  for (let n = 0; n < count; n += 1) {
    const stream = await packed(at);
    histories.set(stream, await events(stream));
  }
  return histories;
}

describe("a request that is over for long", () => {
  test("lies in the archive of its month, out of Redis, and is read as before", async () => {
    const stream = await packed();
    const [before, report] = [await storeWith().load(stream), await storeWith().verifyChain(stream)];
    const card = await storeWith().cardOf(placeId(stream, "owner-0"));
    expect(await (await anArchiver()).archiveDue()).toBe(1);
    expect(await files()).toEqual([expect.stringMatching(/^test-.*-2026-03-1\.archive$/)]);
    expect(await owned(stream)).toEqual([]);
    expect({ ...(await storeWith().load(stream)), now: before.now }).toEqual(before);
    expect(await storeWith().verifyChain(stream)).toEqual(report);
    expect(await storeWith().cardOf(placeId(stream, "owner-0"))).toEqual(card);
    expect(await storeWith().projection(stream)).toEqual({ archived: "1" });
    expect(await missingHistories(redis, prefix)).toEqual([]);
    expect(await auditArchives(redis, prefix, folder)).toEqual({ intact: 1, problems: [] });
  });

  test("stays in Redis before its time, and each month has an archive", async () => {
    const [young, march, september] = [await packed(Date.now()), await packed(), await packed(SEPTEMBER)];
    await redis.set(`${prefix}clock`, `@${Date.parse("2027-03-01T09:00:00Z")}`);
    await redis.zadd(`${prefix}packed`, Date.parse("2027-02-20T09:00:00Z"), young);
    expect(await (await anArchiver()).archiveDue()).toBe(2);
    await redis.del(`${prefix}clock`);
    expect(await owned(young)).toContain(`s:${young}`);
    expect(await owned(march)).toEqual([]);
    expect(await owned(september)).toEqual([]);
    expect((await files()).map((name) => /\d{4}-\d{2}-\d+/.exec(name)?.[0])).toEqual(["2026-03-1", "2026-09-2"]);
  });

  test("answers what comes late as it did, without being brought back", async () => {
    const stream = await packed();
    await (await anArchiver()).archiveDue();
    const store = storeWith();
    expect(await store.handle({ ...finish(stream, "OT"), lasting: true })).toMatchObject({ repeated: true });
    for (const key of await keys()) if (key.startsWith(`${prefix}c:`)) await redis.del(key);
    expect(await store.handle({ ...finish(stream, "OT"), lasting: true })).toEqual({
      type: "forgotten",
      repeated: true,
    });
    expect(await store.handle(finish(stream, "OT", `late:${stream}`))).toMatchObject({ type: "refused" });
    expect(await store.recall(`x:${stream}`, { begun: stream })).toEqual({ type: "forgotten", repeated: true });
    const only = {
      ...errandOf(stream),
      stream,
      commandId: `only:${stream}`,
      decide: () => ({ events: [], answer: 1 }),
    };
    expect(await store.handle(only)).toMatchObject({ type: "accepted" });
    expect((await owned(stream)).filter((key) => !key.startsWith("c:"))).toEqual([]);
  });

  test("is in Redis again once something is added to it, with its chain, and is archived anew later", async () => {
    const stream = await packed();
    const before = await events(stream);
    const archiver = await anArchiver();
    await archiver.archiveDue();
    const ids = Array.from({ length: 4 }, (_, n) => `missing:${n}:${stream}`);
    await Promise.all(ids.map((id) => storeWith().handle(reportMissing(stream, 0, id))));
    expect((await events(stream)).slice(0, 2)).toEqual(before);
    expect(await storeWith().verifyChain(stream)).toMatchObject({ type: "intact", version: 6 });
    expect(await redis.hexists(`${prefix}archived`, stream)).toBe(0);
    expect(await redis.hget(`${prefix}p:${stream}`, "_v")).toBe("6");
    const places = ["asker", "owner-0"].map((name) => placeId(stream, name));
    for (const place of places)
      await redis.zrem(`${prefix}d:${(await redis.hget(`${prefix}pl:${place}`, "lane")) ?? ""}`, place);
    expect(await packing.pack(stream, { places, shared: [], at: EpochMs.parse(MARCH) })).toBe("packed");
    expect(await archiver.archiveDue()).toBe(1);
    await allThere(new Map([[stream, await events(stream)]]));
  });

  test("is heard in its threads again once it is back, though a release before archives dropped them", async () => {
    const stream = await packed();
    await (await anArchiver()).archiveDue();
    await redis.del(`${prefix}threads`);
    await bringBack(redis, prefix, createArchiveReader(folder), stream);
    const spot = { adapter: "web", conversation: "ASKERS", thread: `T-${stream}` } as const;
    expect(await storeWith().placeOfThread(spot, true)).toBe(placeId(stream, "asker"));
  });

  test("is archived once, by one of several processes", async () => {
    const histories = await several(5);
    const both = [await anArchiver(), createArchiver({ redis, prefix, folder, afterMs: DAY_MS, log })];
    const counts = await Promise.all(both.map((each) => each.archiveDue()));
    expect(counts.toSorted()).toEqual([5, null]);
    await allThere(histories);
  });

  test("stays where it is when its chain is broken, says so, and is in nobody's way", async () => {
    const broken = await packed(MARCH - DAY_MS);
    const element = await redis.lindexBuffer(`${prefix}s:${broken}`, 0);
    const other = await redis.lindexBuffer(`${prefix}s:${await packed(Date.now())}`, 0);
    await redis.lset(`${prefix}s:${broken}`, 0, other ?? "");
    const intact = await packed();
    expect(await (await anArchiver()).archiveDue()).toBe(1);
    expect(errors).toHaveLength(1);
    expect(await redis.exists(`${prefix}s:${broken}`)).toBe(1);
    expect(await owned(intact)).toEqual([]);
    await redis.lset(`${prefix}s:${broken}`, 0, element ?? "");
  });
});

describe("a process that dies while it archives", () => {
  const MOMENTS: readonly { readonly moment: ArchiveMoment; readonly after: number; readonly archived: number }[] = [
    { moment: "created", after: 1, archived: 0 },
    { moment: "written", after: 1, archived: 0 },
    { moment: "readBack", after: 1, archived: 0 },
    { moment: "removed", after: 1, archived: 1 },
    { moment: "removed", after: 2, archived: 2 },
    { moment: "removed", after: 3, archived: 3 },
  ];
  test.each(MOMENTS)(
    "at $moment, the time number $after, loses nothing, and the next goes on",
    async ({ moment, after, archived }) => {
      const histories = await several(3);
      let left = after;
      const dies = async (now: ArchiveMoment) => {
        if (now === moment && --left === 0) throw new Error("killed");
      };
      await expect((await anArchiver({ checkpoint: dies })).archiveDue()).rejects.toThrow("killed");
      await allThere(histories);
      expect(await redis.hlen(`${prefix}archived`)).toBe(archived);
      await (await anArchiver()).archiveDue();
      expect(await redis.hlen(`${prefix}archived`)).toBe(3);
      await allThere(histories);
    },
  );

  test("frozen for hours and awake again spoils nothing of what another archived meanwhile", async () => {
    const histories = await several(2);
    let other = 0;
    const frozen = async (moment: ArchiveMoment) => {
      if (moment === "readBack") other += (await (await anArchiver()).archiveDue()) ?? 0;
    };
    expect(await (await anArchiver({ checkpoint: frozen })).archiveDue()).toBe(0);
    expect(other).toBe(2);
    await allThere(histories);
  });

  test("whose answer from Redis was lost begins another archive, and writes over nothing that counts", async () => {
    const histories = await several(2);
    let isFirst = true;
    const archiver = await anArchiver({
      checkpoint: async (moment) => {
        if (moment === "removed" && isFirst) {
          isFirst = false;
          throw new Error("the line was cut");
        }
      },
    });
    await expect(archiver.archiveDue()).rejects.toThrow("cut");
    expect(await archiver.archiveDue()).toBe(1);
    await allThere(histories);
    expect(await files()).toHaveLength(2);
  });
});

describe("what happens to a request between its copy and its removal", () => {
  test("keeps it in Redis; those after it have their turn the next time", async () => {
    const histories = await several(3);
    const [, second] = [...histories.keys()];
    const archiver = await anArchiver({
      checkpoint: async (moment) => {
        if (moment === "readBack" && second !== undefined && histories.get(second)?.length === 2) {
          await storeWith().handle(reportMissing(second, 0, `missing:${second}`));
          histories.set(second, await events(second));
        }
      },
    });
    expect(await archiver.archiveDue()).toBe(1);
    await allThere(histories);
    expect(await archiver.archiveDue()).toBe(1);
    await allThere(histories);
  });
});

describe("a disk that is in trouble", () => {
  /** A folder whose files take so many bytes and no more, as a full disk does. */
  function full(bytes: number): ArchiveFolder {
    return {
      ...folder,
      append: async (name, _, all) => {
        await writeFile(join(dir, name), all.subarray(0, bytes), { flag: "a" });
        throw Object.assign(new Error("full"), { code: "ENOSPC" });
      },
    };
  }

  test.each([0, 10, 300])(
    "and takes %s bytes more keeps everything in Redis, and what it left behind counts for nothing",
    async (bytes) => {
      const histories = await several(2);
      const archiver = await anArchiver({ folder: full(bytes) });
      await expect(archiver.archiveDue()).rejects.toMatchObject({ code: "ENOSPC" });
      await allThere(histories);
      expect(await redis.hlen(`${prefix}archived`)).toBe(0);
      expect(await (await anArchiver()).archiveDue()).toBe(2);
      await allThere(histories);
    },
  );

  test("and gives back other bytes than it took keeps everything in Redis, and says so", async () => {
    const histories = await several(2);
    const lies: ArchiveFolder = {
      ...folder,
      read: async (name, at, length) => {
        const bytes = await folder.read(name, at, length);
        if (length > 600) bytes[200] = (bytes[200] ?? 0) ^ 1;
        return bytes;
      },
    };
    await expect((await anArchiver({ folder: lies })).archiveDue()).rejects.toMatchObject({
      code: "ARCHIVE_UNWRITABLE",
    });
    expect(await redis.hlen(`${prefix}archived`)).toBe(0);
    await allThere(histories);
  });

  test("on /dev/full says that it is full, and what to do", async () => {
    const dev = openArchiveFolder("/dev");
    await expect(dev.append("full", 0, Buffer.from("x"))).rejects.toMatchObject({
      code: "ARCHIVE_UNWRITABLE",
      message: expect.stringContaining("/dev/full cannot be written: the disk is full. Make room"),
    });
  });

  test("whose folder is gone says so: what was to go there stays in Redis", async () => {
    const histories = await several(1);
    const nowhere = openArchiveFolder(join(dir, "not-mounted"));
    await expect((await anArchiver({ folder: nowhere })).archiveDue()).rejects.toMatchObject({
      code: "ARCHIVE_UNWRITABLE",
      message: expect.stringContaining("ENOENT"),
    });
    await allThere(histories);
  });

  test("that is another one, or not mounted, gets nothing: it would be missed when the right one is back", async () => {
    const histories = await several(1);
    await (await anArchiver()).archiveDue();
    const more = await several(1);
    const empty = await mkdtemp(join(tmpdir(), "referee-archive-"));
    await expect((await anArchiver({ folder: openArchiveFolder(empty) })).archiveDue()).rejects.toThrow(
      unreadable("is not there. Is the folder mounted?"),
    );
    expect(await readdir(empty)).toEqual([]);
    await allThere(new Map([...histories, ...more]));
    await rm(empty, { recursive: true });
  });
});

test("the audit misses nothing that is archived while it reads", async () => {
  const first = await packed();
  await (await anArchiver()).archiveDue();
  const next = await packed();
  let isArchived = false;
  const meanwhile: ArchiveFolder = {
    ...folder,
    read: async (...asked) => {
      if (!isArchived) {
        isArchived = true;
        await (await anArchiver()).archiveDue();
      }
      return folder.read(...asked);
    },
  };
  expect(await auditArchives(redis, prefix, meanwhile)).toEqual({ intact: 1, problems: [] });
  expect([await owned(first), await owned(next)]).toEqual([[], []]);
});

describe("an archive that", () => {
  /** Two requests in an archive; its name. */
  async function archived(): Promise<{ readonly name: string; readonly streams: readonly StreamId[] }> {
    const streams = [...(await several(2)).keys()];
    await (await anArchiver()).archiveDue();
    const [name = ""] = await files();
    return { name, streams };
  }
  const problems = async () => (await auditArchives(redis, prefix, folder)).problems;
  const size = async (name: string) => (await readFile(join(dir, name))).length;

  test.each([1, 300, 700])(
    "was cut by %s bytes is named by whoever reads from behind it, and by the audit",
    async (bytes) => {
      const { name, streams } = await archived();
      await truncate(join(dir, name), (await size(name)) - bytes);
      const [, last = ""] = streams;
      await expect(events(last as StreamId)).rejects.toThrow(unreadable(`${name} was cut`));
      expect((await problems())[0]).toContain(`${name} cannot be read from byte`);
      const fresh = await packed();
      await expect((await anArchiver()).archiveDue()).rejects.toThrow(unreadable(name));
      expect(await redis.exists(`${prefix}s:${fresh}`)).toBe(1);
    },
  );

  test("is missing is named, with what to do; put back, all of it is there", async () => {
    const { name, streams } = await archived();
    await rename(join(dir, name), join(dir, "elsewhere"));
    for (const stream of streams) await expect(events(stream)).rejects.toThrow(unreadable(`${name} is not there`));
    expect(await problems()).toEqual([expect.stringContaining("put the file back from the newest copy")]);
    await rename(join(dir, "elsewhere"), join(dir, name));
    expect(await problems()).toEqual([]);
  });

  test("was changed in any of its parts is found by the audit", async () => {
    const { name } = await archived();
    const whole = await readFile(join(dir, name));
    for (let at = 0; at < whole.length; at += 37) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(join(dir, name), changed);
      expect({ at, found: (await problems()).length > 0 }).toEqual({ at, found: true });
    }
  });

  test("is another installation's is not read", async () => {
    const { name, streams } = await archived();
    const whole = (await readFile(join(dir, name))).toString("latin1");
    const foreign = whole.replace(/"installation":"./, '"installation":"_');
    await writeFile(join(dir, name), Buffer.from(foreign, "latin1"));
    await expect(events(streams[0] ?? aStream())).rejects.toThrow(unreadable("is of another installation"));
    expect(await problems()).toEqual([expect.stringContaining("a folder of its own")]);
  });

  test("has something behind what counts, from a process that died, is whole", async () => {
    const { name } = await archived();
    await writeFile(join(dir, name), "half of a requ", { flag: "a" });
    expect(await problems()).toEqual([]);
  });

  test("this process was told of no folder for is named, with the setting", async () => {
    const { name, streams } = await archived();
    const [stream = aStream()] = streams;
    const blind = corner.another({ form: COMPACT });
    const said = unreadable(`${name}, and this process was told of no folder. Set ARCHIVE_DIR`);
    await expect(blind.load(stream)).rejects.toThrow(said);
    await expect(blind.verifyChain(stream)).rejects.toThrow(said);
    await expect(blind.handle(reportMissing(stream, 0, `missing:${stream}`))).rejects.toThrow(said);
    expect(await redis.hexists(`${prefix}archived`, stream)).toBe(1);
  });
});
