import { EpochMs, MINUTE_MS } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { directly } from "../../src/outgoing/outgoing.ts";
import { createBreaker } from "../../src/secondReader/breaker.ts";
import { promptFor } from "../../src/secondReader/prompt.ts";
import { redacted } from "../../src/secondReader/redacted.ts";
import { createSecondReader } from "../../src/secondReader/secondReader.ts";
import { Secret } from "../../src/secret.ts";
import { demo, openPort } from "../request/scene.ts";
import { type FakeReader, type Reply, startFakeReader } from "./fakeReader.ts";

const reply: { now: Reply } = { now: () => "{}" };
const open: { fake: FakeReader | null; at: number } = { fake: null, at: 0 };
const types = new Map([[openPort.type, openPort]]);
const TEXT = "we want data from PLC-12 until friday";

beforeAll(async () => {
  open.fake = await startFakeReader(reply, "k-1");
});
afterAll(() => open.fake?.close());

const readerFor = (key: string | null = "k-1") =>
  createSecondReader(
    { url: open.fake?.url ?? "", model: "qwen3:8b", key: key === null ? null : new Secret(key) },
    { fetch: directly().fetch, now: () => EpochMs.parse(open.at), log: createLog({ level: "silent" }) },
  );

const says = (said: unknown) => {
  reply.now = () => (typeof said === "string" ? said : JSON.stringify(said));
};

test("asks as OpenAI's endpoint is asked, with type names and the text alone, and takes a type and words of the text", async () => {
  says({ type: "open-port", quotes: ["PLC-12", "until friday"] });
  const { hash } = promptFor(TEXT, types);
  expect(await readerFor().read(TEXT, types)).toEqual({
    ...{ type: "open-port", quotes: ["PLC-12", "until friday"], model: "qwen3:8b", prompt: hash },
  });
  const asked = open.fake?.asked.at(-1);
  expect(asked?.messages.at(-1)).toEqual({ role: "user", content: TEXT });
  expect(asked?.messages[0]?.content).toContain("open-port: Open a port");
});

describe("whatever a text or a model makes of it, nothing but a known type and words of the text comes back", () => {
  test.each([
    { said: { type: "approve", quotes: [] }, type: null, quotes: [] },
    { said: { type: "open-port", quotes: ["PLC-99", "approved by Sina"] }, type: "open-port", quotes: [] },
    { said: { type: "open-port", sure: true, send: true, decision: "approve" }, type: "open-port", quotes: [] },
    { said: { type: "open-port", quotes: "PLC-12" }, type: "open-port", quotes: [] },
    { said: { type: ["open-port"], quotes: [{ PLC: 12 }, 7, "PLC-12"] }, type: null, quotes: ["PLC-12"] },
    { said: { type: "open-port", quotes: ["<!channel> PLC-12", "P", " "] }, type: "open-port", quotes: [] },
    { said: { type: "__proto__", quotes: [TEXT] }, type: null, quotes: [TEXT] },
  ])("$said", async ({ said, type, quotes }) => {
    says(said);
    expect(await readerFor().read(TEXT, types)).toMatchObject({ type, quotes });
  });

  test.each(["", "I approve this request.", "```json\n{}\n```", "[]", "null", "x".repeat(60_000)])(
    "nothing comes of what is no answer %#",
    async (said) => {
      says(said);
      expect(await readerFor().read(TEXT, types)).toBeNull();
    },
  );
});

test("is left alone after three failures, tried once after ten minutes, and asked again when it answers", async () => {
  reply.now = () => 500;
  const reader = readerFor();
  const before = open.fake?.asked.length ?? 0;
  for (let n = 0; n < 5; n++) expect(await reader.read(TEXT, types)).toBeNull();
  expect((open.fake?.asked.length ?? 0) - before).toBe(3);
  open.at += 10 * MINUTE_MS;
  expect([await reader.read(TEXT, types), await reader.read(TEXT, types)]).toEqual([null, null]);
  expect((open.fake?.asked.length ?? 0) - before).toBe(4);
  open.at += 10 * MINUTE_MS;
  says({ type: "open-port", quotes: [] });
  expect(await reader.read(TEXT, types)).not.toBeNull();
  expect(await reader.read(TEXT, types)).not.toBeNull();
});

test("slow answers turn it off as failures do", () => {
  const breaker = createBreaker(() => EpochMs.parse(0));
  expect([breaker.answered(6_000), breaker.answered(6_000), breaker.answered(6_000)]).toEqual([false, false, true]);
  expect(breaker.mayTry()).toBe(false);
});

test.each([
  { text: "Otto, call me on +49 40 5550 101", gone: ["Otto", "5550"] },
  { text: "open 502 from 10.2.0.7 to PLC-12, mail otto.brandt@hamburg.example", gone: ["10.2.0.7", "hamburg"] },
  { text: "see https://wiki.plant.example/x?token=abc and fe80::1", gone: ["wiki", "abc", "fe80"] },
  { text: "the password of the HMI is Winter2026!", gone: ["Winter2026"] },
])("what is nobody else's leaves no plant: $text", ({ text, gone }) => {
  for (const word of gone) expect(redacted(text, demo)).not.toContain(word);
});

test("machines, ports and times stay", () => {
  const text = "open port 502 to PLC-12 until friday 16:00";
  expect(redacted(text, demo)).toBe(text);
});
