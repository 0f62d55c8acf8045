import { type HttpServer, serve } from "../../../host/httpServer.ts";
import { openWatch } from "../../../host/metrics/watch.ts";
import { readConfig } from "../../../src/config.ts";
import { RefereeError } from "../../../src/errors.ts";
import { createLog } from "../../../src/log.ts";
import { openWebClient } from "../../../src/store/clients.ts";
import { useStore } from "../../support/useStore.ts";
import { sampleIn, scraped } from "./told.ts";

const log = createLog({ level: "silent" });
const { redis, store, prefix } = useStore();
const TOKEN = "0123456789abcdef0123456789abcdef";
const load = { lanesOwing: 3, wakesDue: 2, revisits: 0 };
const health = async () => ({ oldestDirtyMs: 4_000, oldestWakeMs: null, loopAgeMs: 20, ...load });

let server: HttpServer | null = null;
afterEach(async () => server?.close());

async function open(settings: Record<string, string>, client = redis) {
  const watch = openWatch(readConfig(settings).metrics);
  const looked = {
    web: client,
    prefix,
    store,
    work: { health },
    adapters: [],
    plants: () => [],
    notReady: async () => [],
  };
  server = await serve("127.0.0.1", 0, watch.mounts(looked, log));
  return server.port;
}

test("without a token the metrics are for this machine alone, not for what a proxy on it passes on", async () => {
  const port = await open({});
  expect((await scraped(port)).status).toBe(200);
  for (const header of ["x-forwarded-for", "forwarded", "via", "x-real-ip"])
    expect((await scraped(port, { [header]: "203.0.113.9" })).status).toBe(404);
});

test("with a token they are for whoever has it, from wherever", async () => {
  const port = await open({ METRICS_TOKEN: TOKEN });
  const authorization = `Bearer ${TOKEN}`;
  expect((await scraped(port, { authorization, "x-forwarded-for": "203.0.113.9" })).status).toBe(200);
  expect((await scraped(port)).status).toBe(401);
  expect((await scraped(port, { authorization: `Bearer ${TOKEN}0` })).status).toBe(401);
});

test("switched off, there are none", async () => {
  expect((await scraped(await open({ METRICS: "off", METRICS_TOKEN: TOKEN }))).status).toBe(404);
});

test("a token that can be guessed is refused, and stands in no message", () => {
  const refused = () => readConfig({ METRICS_TOKEN: "hunter2" });
  expect(refused).toThrow(RefereeError);
  expect(refused).toThrow(/METRICS_TOKEN must have 16 characters or more/);
  expect(refused).not.toThrow(/hunter2/);
});

test("what is due is told as it stands", async () => {
  const { text } = await scraped(await open({}));
  expect(sampleIn(text, "referee_lanes_owing")).toBe(3);
  expect(sampleIn(text, "referee_lanes_oldest_seconds")).toBe(4);
  expect(sampleIn(text, "referee_wakes_due")).toBe(2);
  expect(sampleIn(text, "nodejs_eventloop_lag_p99_seconds")).not.toBeNull();
});

test("while Redis is away that is told, and nothing that nobody knows", async () => {
  const gone = openWebClient("redis://127.0.0.1:1", log);
  const { text, status } = await scraped(await open({}, gone));
  gone.disconnect();
  expect(status).toBe(200);
  expect(sampleIn(text, "referee_redis_up")).toBe(0);
  expect(sampleIn(text, "referee_ready")).toBe(0);
  expect(sampleIn(text, "referee_lanes_owing")).toBeNull();
});
