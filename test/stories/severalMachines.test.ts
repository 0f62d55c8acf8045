import { LINE_3, OPS, OT, SECURITY, useStory } from "./useStory.ts";

const story = useStory();

test("a request about several machines is found under each, and no more under one that a changed fact leaves out", async () => {
  await story.asks("oksana", "open port 502 to plc-12, plc-7 and hmi 3 until friday noon to read counters");
  const draft = story.card(LINE_3, "Nothing has been sent yet").text;
  expect(draft).toContain("To: PLC-12, PLC-7, HMI line 3");
  await story.presses("oksana", LINE_3, "Send");
  expect(story.card(OT, "HAM-1").text).toContain("Open port 502 to PLC-12, PLC-7 and HMI line 3");
  expect(await story.details("sina", SECURITY)).toContain("To: PLC-12, PLC-7, HMI line 3");
  const about = (asset: string) => story.world.record.store.list(`asset-HAM-${asset}`, { limit: 5 });
  expect((await Promise.all(["plc-12", "plc-7", "hmi-3"].map(about))).map(({ length }) => length)).toEqual([1, 1, 1]);

  await story.presses("oksana", LINE_3, "Change a fact…", { "Which machine or system should be reached?": "PLC-7" });
  expect((await Promise.all(["plc-12", "plc-7", "hmi-3"].map(about))).map(({ length }) => length)).toEqual([0, 1, 0]);
});

test("machines of two owners are two drafts, and each says what is not on it", async () => {
  await story.asks("oksana", "open port 502 to plc-12 and the mes until friday noon to read counters");
  expect(story.card(LINE_3, "Open port 502 to PLC-12").text).toContain(
    "Not on this draft, because other people decide there: MES.",
  );
  expect(story.card(LINE_3, "Open port 502 to MES").text).toContain(
    "Not on this draft, because other people decide there: PLC-12.",
  );
  expect(story.said(OPS)).toEqual([]);
});

test("a wrong port is put right in the draft's own thread", async () => {
  const asked = await story.asks("oksana", "open port 502 to plc-12 until friday noon to read counters");
  await story.replies("oksana", asked, "wrong port, i meant 503");
  expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain("Port: 503");
});
