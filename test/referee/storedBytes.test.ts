import { createRequests } from "../../src/referee/requests.ts";
import { RequestId } from "../../src/request/ids.ts";
import { writeEvent } from "../../src/request/stored/read.ts";
import { everyEvent } from "../request/everyEvent.ts";
import { asked, monday, olga, openPort } from "../request/scene.ts";
import { useStore } from "../support/useStore.ts";

const { store } = useStore();
const requests = createRequests(store);
const { world } = asked();

/** A draft in the record with one event as it stands there, from whoever wrote it. */
async function draftWith(id: string, more: readonly string[]): Promise<RequestId> {
  const stream = RequestId.parse(id);
  await store.append({
    commandId: `test:${id}`,
    stream,
    expected: { version: 0, head: stream },
    events: [writeEvent(everyEvent.DraftStarted), ...more],
    answer: "null",
    projection: {},
    indexes: [],
    wakeAt: null,
    touches: [],
    revisits: [],
    guards: [],
  });
  return stream;
}

const remind = (request: RequestId, commandId: string) =>
  requests.happen(request, commandId, world, () => ({
    type: "wake",
    by: "referee:clock",
    at: monday("10:31"),
    name: "Referee",
  }));

describe("a request to which a newer release has written", () => {
  const newer = JSON.stringify({ ...everyEvent.DraftFilled, brandNew: [1], v: 1, release: "9.0.0" });

  test("goes on with an older one, and keeps every byte and hash of what was written", async () => {
    const request = await draftWith("req_0000000000a1", [newer]);
    await remind(request, "test:remind:a1");
    const { events } = await store.load(request);
    expect(events[1]).toBe(newer);
    expect(events.length).toBeGreaterThan(2);
    expect(await store.verifyChain(request)).toMatchObject({ type: "intact", version: events.length });
  });

  test("is left alone by a release that does not know the event, which says its name and who wrote it", async () => {
    const unknown = JSON.stringify({ type: "DraftShared", at: monday("10:00"), by: olga, v: 1, release: "9.0.0" });
    const request = await draftWith("req_0000000000a2", [unknown]);
    await expect(remind(request, "test:remind:a2")).rejects.toMatchObject({
      code: "STREAM_UNREADABLE",
      message: expect.stringContaining("DraftShared (version 1, written by release 9.0.0) cannot be read"),
    });
    expect(await store.load(request)).toMatchObject({ version: 2 });
  });

  test("is still a request of its type", async () => {
    const { state } = await requests.load(await draftWith("req_0000000000a3", [newer]));
    expect(state).toMatchObject({ status: "draft", reading: { type: openPort.type }, values: { why: "counters" } });
  });
});

test("a request to which nothing happened is not folded again", async () => {
  const request = await draftWith("req_0000000000a4", []);
  const { state, events } = await requests.load(request);
  const again = await requests.load(request);
  expect([again.state === state, again.events === events]).toEqual([true, true]);
  await remind(request, "test:remind:a4");
  expect((await requests.load(request)).events.length).toBeGreaterThan(events.length);
});
