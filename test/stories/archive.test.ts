import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openArchiveFolder } from "../../src/store/archiveFolder.ts";
import { StreamId } from "../../src/store/types.ts";
import { verifyRecord } from "../../tools/verifyRecord.ts";
import { portOpened } from "./openPort.ts";
import { friday, LINE_3, NETWORK, OT, useStory } from "./useStory.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "referee-archives-"));
});
const story = useStory({ archive: () => dir });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const CLOSED = { "Rule number, and how you saw that it is closed": "4711, seen" };

/** Opened, in use, closed again on Friday, and archived two weeks later. */
async function portArchived() {
  const message = await portOpened(story);
  await story.presses("oksana", LINE_3, "It works");
  await story.until(friday("12:30"));
  await story.presses("nils", NETWORK, "Closed again…", CLOSED);
  const before = { details: await story.details("otto", OT), happened: await happened() };
  await story.until("2026-12-18T12:30:00+01:00");
  expect(await story.world.referee.work.archiveDue()).toBe(1);
  return { message, before };
}

async function archived(): Promise<readonly string[]> {
  const { worker, prefix } = story.world.record;
  return worker.hkeys(`${prefix}archived`);
}

/** What somebody is told alone who asks this. */
async function told(asked: string, text: string): Promise<string> {
  const before = story.world.as("oksana").ephemerals().length;
  await story.asks("oksana", asked);
  const said = await story.world.slack.until(`"${text}" for oksana alone`, () =>
    story.world
      .as("oksana")
      .ephemerals()
      .slice(before)
      .findLast((each) => each.text.includes(text)),
  );
  return said.text;
}
const happened = () => told("what happened to HAM-1?", "Who said what");

describe("a request that lies in an archive", () => {
  test("is read as before by whoever asks for it, presses for its details or audits it, and stays there", async () => {
    const { before } = await portArchived();
    const [stream = ""] = await archived();
    expect(await happened()).toBe(before.happened);
    expect(await story.details("otto", OT)).toBe(before.details);
    await story.asks("oksana", "what happened to PLC-12?");
    const list = await story.hears(LINE_3, "Newest first, as far as Referee knows");
    expect(list.text).toContain("rule 4711");
    expect(list.buttons.map(({ label }) => label)).toContain("Thread");
    const { worker, prefix, store } = story.world.record;
    expect(await store.verifyChain(StreamId.parse(stream))).toMatchObject({ type: "intact" });
    const record = { redis: worker, prefix, store };
    expect(await verifyRecord({ ...record, archives: openArchiveFolder(dir) })).toBe(0);
    expect(await verifyRecord({ ...record, archives: null })).toBe(1);
    expect(await verifyRecord({ ...record, archives: null }, "archives")).toBe(0);
    expect(await archived()).toEqual([stream]);
    expect(readdirSync(dir)).toEqual([expect.stringMatching(/-2026-12-1\.archive$/)]);
  });

  test("is open to what is written in its thread, and back in Redis for it", async () => {
    const { message } = await portArchived();
    const [stream = ""] = await archived();
    await story.replies("oksana", message, "the counters look wrong since monday");
    expect(await archived()).toEqual([]);
    const { store } = story.world.record;
    expect((await store.load(StreamId.parse(stream))).events.at(-1)).toContain("the counters look wrong");
    expect(await store.verifyChain(StreamId.parse(stream))).toMatchObject({ type: "intact" });
  });

  test("that cannot be read is said to whoever asks for it, and keeps nobody from asking for the same", async () => {
    await portArchived();
    const [name = ""] = readdirSync(dir);
    renameSync(join(dir, name), `${dir}.away`);
    expect(await told("what happened to HAM-1?", "in the archive")).toContain("which I cannot read now");
    await story.asks("ivan", "can we open port 502 to PLC-12 until friday noon?");
    expect(story.card(LINE_3, "I read this as").text).toContain("PLC-12");
    renameSync(`${dir}.away`, join(dir, name));
    await happened();
  });
});
