import { fewLabels } from "../../../host/metrics/fewLabels.ts";
import { createMeters } from "../../../host/metrics/meters.ts";
import { watchedAdapter } from "../../../host/metrics/watchedAdapter.ts";
import { DeliveryError, type DeliveryFailure, type Inbound, type Receive } from "../../../src/adapter.ts";
import { RefereeError } from "../../../src/errors.ts";
import { AccountId } from "../../../src/plant/ids.ts";
import { chatAdapter, createChat } from "../../support/chat.ts";
import { named } from "../../support/named.ts";
import { sampleIn } from "./told.ts";

const spot = { adapter: "web", conversation: "line-3", thread: null } as const;
const message = { text: "Please answer", card: null, mention: [named("web:otto")] };
const plain = { ...message, mention: [] };

test.each<DeliveryFailure>([
  { type: "unreachable", why: "gone" },
  { type: "refused", why: "too long" },
  { type: "unknown" },
  { type: "unavailable", why: "503" },
])("a message the platform answers with $type is counted as that, and as no ping", async (failure) => {
  const meters = createMeters();
  const adapter = { ...chatAdapter(createChat()), post: () => Promise.reject(new DeliveryError(failure)) };
  await expect(watchedAdapter(adapter, meters).post(spot, message, "e1")).rejects.toThrow(DeliveryError);
  const text = await meters.registry.metrics();
  expect(sampleIn(text, "referee_sends_total", { method: "post", outcome: failure.type })).toBe(1);
  expect(sampleIn(text, "referee_pings_total")).toBeNull();
});

test("a platform that says not so fast is counted, and how long it said to wait", async () => {
  const meters = createMeters();
  const failure = { type: "rateLimited", retryAfterMs: 12_500, scope: "method" } as const;
  const adapter = { ...chatAdapter(createChat()), update: () => Promise.reject(new DeliveryError(failure)) };
  const watched = watchedAdapter(adapter, meters);
  const posted = { ...spot, message: "1" };
  for (const _ of [1, 2]) await expect(watched.update(posted, plain)).rejects.toThrow(DeliveryError);
  const text = await meters.registry.metrics();
  const update = { platform: "web", method: "update" };
  expect(sampleIn(text, "referee_rate_limits_total", update)).toBe(2);
  expect(sampleIn(text, "referee_rate_limit_wait_seconds_total", update)).toBe(25);
});

test("only a message that names somebody is a ping", async () => {
  const meters = createMeters();
  const watched = watchedAdapter(chatAdapter(createChat()), meters);
  await watched.post(spot, plain, "e1");
  await watched.post(spot, message, "e2");
  const text = await meters.registry.metrics();
  expect(sampleIn(text, "referee_pings_total", { platform: "web" })).toBe(1);
  expect(sampleIn(text, "referee_sends_total", { method: "post", outcome: "said" })).toBe(2);
});

test("what could not be recorded is counted as failed, and the platform still hears of it", async () => {
  const meters = createMeters();
  let hears: Receive | undefined;
  const adapter = {
    ...chatAdapter(createChat()),
    start: async (receive: Receive) => {
      hears = receive;
    },
  };
  const refuses = async () => {
    throw new RefereeError("STORE_AWAY", "Redis is away");
  };
  await watchedAdapter(adapter, meters).start(
    refuses,
    async () => ({ type: "nothing", text: "" }),
    async () => [],
  );
  const account = AccountId.parse("web:otto");
  const pressed: Inbound = { type: "pressed", id: "p1", account, name: "Otto", value: "x", spot };
  await expect(hears?.(pressed)).rejects.toThrow("Redis is away");
  const text = await meters.registry.metrics();
  expect(sampleIn(text, "referee_heard_total", { what: "press", outcome: "failed" })).toBe(1);
});

test("a label never takes more values than a plant has, whatever comes", () => {
  const keep = fewLabels(2);
  expect(["a", "b", "c", "a", "d"].map(keep)).toEqual(["a", "b", "other", "a", "other"]);
});
