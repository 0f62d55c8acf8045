import fc from "fast-check";
import { GREETING_WITHIN_MS, judge, SILENT_FOR_MS, STALE_AFTER_MS } from "../../../adapters/slack/deaf.ts";
import { keepConnected } from "../../../adapters/slack/keepConnected.ts";
import type { SocketLine } from "../../../adapters/slack/socketLine.ts";
import { EpochMs, instant, later, MINUTE_MS, Secret } from "../../../src/index.ts";
import { createLog } from "../../../src/log.ts";
import { line3, olga, openSlack, type SlackUnderTest, soon } from "./useSlack.ts";

const START = instant("2026-11-23T09:00:00Z");
let now: EpochMs = START;
let under: SlackUnderTest | null = null;

beforeEach(() => {
  now = START;
});
afterEach(async () => {
  await under?.stop();
  under = null;
});

/** An adapter on Socket Mode whose time is moved, and which looks at its connection all the time. */
async function connected(): Promise<SlackUnderTest> {
  const transport = { type: "socket", appToken: new Secret("xapp-fake-referee"), lookEveryMs: 2 } as const;
  under = await openSlack("socket", {}, { transport, now: () => now });
  return under;
}

describe("a connection by Socket Mode is judged", () => {
  const at = (ms: number) => EpochMs.parse(START + ms);

  test.each([
    ["fine until Slack must have greeted", { greeted: null, sign: 0, word: 0, now: GREETING_WITHIN_MS - 1 }, "fine"],
    [
      "deaf when Slack has not greeted, though pings are answered",
      { greeted: null, sign: 19_000, word: 0, now: GREETING_WITHIN_MS },
      "ungreeted",
    ],
    ["fine on a bad line that answers a ping after 20 s", { greeted: 0, sign: 10_000, word: 0, now: 30_000 }, "fine"],
    [
      "deaf when three pings were not answered",
      { greeted: 0, sign: 10_000, word: 0, now: 10_000 + SILENT_FOR_MS },
      "silent",
    ],
    [
      "worth a fresh one when pings are answered and no word comes",
      { greeted: 0, sign: STALE_AFTER_MS, word: 0, now: STALE_AFTER_MS },
      "stale",
    ],
    [
      "fine in a night in which a word comes now and then",
      { greeted: 0, sign: STALE_AFTER_MS, word: 1, now: STALE_AFTER_MS },
      "fine",
    ],
  ] as const)("%s", (_, { greeted, sign, word, now: then }, verdict) => {
    const signs = {
      dialledAt: START,
      greetedAt: greeted === null ? null : at(greeted),
      signAt: at(sign),
      wordAt: at(word),
    };
    expect(judge(signs, at(then))).toBe(verdict);
  });

  test("and is never called deaf while words come", () => {
    fc.assert(
      fc.property(fc.nat({ max: 86_400_000 }), fc.nat({ max: SILENT_FOR_MS - 1 }), (age, since) => {
        const heard = at(age);
        const signs = { dialledAt: START, greetedAt: START, signAt: heard, wordAt: heard };
        expect(judge(signs, at(age + since))).toBe("fine");
      }),
      { numRuns: 200 },
    );
  });
});

describe("Slack that falls silent without hanging up", () => {
  test("is noticed and connected to anew, and what is said then is heard", async () => {
    const { slack, adapter, heard, logged } = await connected();
    slack.sockets.fallSilent();
    now = later(now, SILENT_FOR_MS);
    await soon(() => slack.calls.filter(({ method }) => method === "apps.connections.open").length === 2);
    await soon(() => adapter.ready());
    await slack.as(olga).says(line3, "<@U0REFEREE> are you there?");
    expect(heard.inbound.length).toBeGreaterThan(0);
    expect(logged.some((line) => line.includes("nothing was heard for 30 s"))).toBe(true);
  });

  test("is told to /readyz for as long as no other connection can be had", async () => {
    const { slack, adapter } = await connected();
    expect(adapter.trouble?.()).toBeNull();
    slack.faults.always("apps.connections.open", { status: 503 });
    slack.sockets.fallSilent();
    now = later(now, SILENT_FOR_MS);
    await soon(() => !adapter.ready());
    expect(adapter.trouble?.()).toMatch(/nothing was heard for 30 s|no connection/);
    await soon(() => adapter.trouble?.()?.startsWith("no connection") === true);
    slack.faults.clear();
    await soon(() => adapter.ready());
    expect(adapter.trouble?.()).toBeNull();
  });
});

test.each(["never", "without a greeting"] as const)(
  "a connection that is welcomed %s is given up after twenty seconds, and the next one serves",
  async (how) => {
    const { slack, adapter, logged } = await connected();
    slack.sockets.welcomes(how);
    slack.sockets.refresh();
    await soon(() => slack.calls.filter(({ method }) => method === "apps.connections.open").length === 2);
    expect(adapter.ready()).toBe(false);
    // It may still be on its way to being dialled: time goes on until Referee has given it up.
    await soon(() => {
      now = later(now, 1_000);
      return adapter.trouble?.()?.includes("did not greet within 20 s") === true;
    });
    expect(logged.some((line) => line.includes("did not greet within 20 s"))).toBe(true);
    slack.sockets.welcomes("well");
    await soon(() => adapter.ready());
    await slack.as(olga).says(line3, "<@U0REFEREE> are you there?");
  },
);

test("stopping does not wait for a Slack that is silent", async () => {
  const { slack, adapter } = await connected();
  slack.sockets.fallSilent();
  const before = performance.now();
  await adapter.stop();
  expect(performance.now() - before).toBeLessThan(10_000);
});

test("where only pings are answered for half an hour, a fresh connection is greeted before the old one is left", async () => {
  const story: string[] = [];
  const lines: { over: () => void }[] = [];
  let greet: () => void = () => undefined;
  const create = (over: () => void): SocketLine => {
    const name = `line ${lines.push({ over })}`;
    const greeted = name === "line 1" ? Promise.resolve() : new Promise<void>((resolve) => (greet = resolve));
    const since = now;
    return {
      dial: async () => {
        await greeted;
        story.push(`${name} greeted`);
      },
      signs: () => ({ dialledAt: since, greetedAt: since, signAt: now, wordAt: since }),
      isOver: () => false,
      leave: async () => void story.push(`${name} left`),
      giveUp: () => void story.push(`${name} given up`),
    };
  };
  const connection = keepConnected({ create, now: () => now, log: createLog({ level: "silent" }), lookEveryMs: 1 });
  await connection.open();
  now = later(now, 30 * MINUTE_MS);
  await soon(() => lines.length === 2);
  expect([connection.isOpen(), story]).toEqual([true, ["line 1 greeted"]]);
  greet();
  await soon(() => story.length === 3);
  expect(story).toEqual(["line 1 greeted", "line 2 greeted", "line 1 left"]);
  await connection.close();
});
