import { serve } from "../../../host/httpServer.ts";
import { openWatch } from "../../../host/metrics/watch.ts";
import { createLog } from "../../../src/log.ts";
import { OWNER_FACTS, portAsked } from "../../stories/openPort.ts";
import { OT, thursday, useStory } from "../../stories/useStory.ts";
import { sampleIn, scraped } from "./told.ts";

const watch = openWatch({ token: null });
const story = useStory({ watch });

async function told(): Promise<string> {
  const { record, referee, adapter } = story.world;
  const plants = referee.inForce.latest;
  const looked = { ...record, adapters: [adapter], work: referee.work, plants, notReady: async () => [] };
  const server = await serve("127.0.0.1", 0, watch.mounts(looked, createLog({ level: "silent" })));
  const { text } = await scraped(server.port);
  await server.close();
  return text;
}

test("who watches Referee sees what the plant does, once however often it is delivered, and never whose it is", async () => {
  await portAsked(story);
  await story.presses("otto", OT, "Take it");
  await story.until(thursday("10:00"));
  await story.presses("otto", OT, "Approve…", OWNER_FACTS);
  const text = await told();
  const port = { plant: "HAM", type: "open-port" };

  expect(sampleIn(text, "referee_heard_total", { what: "message", outcome: "answered" })).toBeGreaterThanOrEqual(1);
  expect(sampleIn(text, "referee_heard_total", { what: "press" })).toBeGreaterThanOrEqual(3);
  expect(sampleIn(text, "referee_drafts_total", port)).toBe(1);
  expect(sampleIn(text, "referee_requests_sent_total", port)).toBe(1);
  expect(sampleIn(text, "referee_decisions_total", { ...port, team: "ot-controls", verdict: "approved" })).toBe(1);
  // From Monday nine to Thursday ten.
  const asked = { type: "open-port", team: "ot-controls" };
  expect(sampleIn(text, "referee_decision_seconds_sum", asked)).toBeCloseTo(73 * 3_600, -2);
  expect(sampleIn(text, "referee_overdue_total", { team: "ot-controls", clock: "decide" })).toBe(1);
  expect(sampleIn(text, "referee_pings_total", { platform: "slack" })).toBeGreaterThan(1);
  expect(sampleIn(text, "referee_sends_total", { method: "update", outcome: "said" })).toBeGreaterThan(1);
  expect(sampleIn(text, "referee_open_requests", { plant: "HAM" })).toBe(1);
  expect(sampleIn(text, "referee_appends_total")).toBeGreaterThan(5);
  expect(sampleIn(text, "referee_redis_up")).toBe(1);
  expect(sampleIn(text, "referee_redis_memory_bytes")).toBeGreaterThan(100_000);
  expect(sampleIn(text, "referee_redis_aof_ok")).toBe(1);
  expect(sampleIn(text, "referee_wakes_oldest_seconds")).toBe(0);
  expect(sampleIn(text, "referee_ready")).toBe(1);
  expect(text).not.toMatch(/otto|oksana|HAM-1|PLC|req_|C0/i);
});
