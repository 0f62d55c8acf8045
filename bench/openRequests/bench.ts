// A morning with thousands of open requests of one plant, on Slack's own rates: what lists and the digest say, whether a
// changed plant file reaches all of them, and how long presses take meanwhile, over HTTP and signed. A Redis of its own, one
// process that also plays Slack. `npm run bench:open-requests [open requests] [presses]`.
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { createSlackAdapter, type SlackOptions } from "../../adapters/slack/slack.ts";
import { readFiles, requireSound } from "../../host/files.ts";
import { assemble, openRecord } from "../../host/installation.ts";
import { HOUR_MS, instant, later, systemClock } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { requestIdFor } from "../../src/referee/requests.ts";
import { Secret } from "../../src/secret.ts";
import { createGiven } from "../../src/store/given.ts";
import { NO_QUOTAS } from "../../src/store/quotas.ts";
import { TypeId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { openFakeSlack } from "../../test/fakes/slack/fakeSlack.ts";
import { type Rate, SLACK_RATES } from "../../test/fakes/slack/rates.ts";
import { demoText } from "../../test/support/plantText.ts";
import { startThrowAwayRedis } from "../../test/support/throwAwayRedis.ts";
import { peopleTheWorkspace } from "../../test/support/world.ts";

const [count = "3000", presses = "60"] = process.argv.slice(2);
const [OPEN, PRESSES] = [Number(count), Number(presses)];
/** As fast as a busy shift presses; below Slack's own limits. */
const EVERY_MS = 250;
const OWNERS = "C0OTCONTROLS";
const MORNING = instant("2026-11-30T09:00:00+01:00");
const PATIENCE_MS = 60_000;
const FREE = { capacity: 100_000, perSecond: 100_000 };

const log = createLog({ level: "error" });
const read = requireSound(await readFiles("plants", "workflows"), createLog({ level: "silent" }));
const first = demoText();
const files = { ...read, plants: [first.plant], sources: [first.source] };
const redis = await startThrowAwayRedis();
const settings = { url: null, tag: "bench", server: "", acceptsLoss: false };
const record = await openRecord({ path: redis.address }, { redis: settings, dataDir: `${redis.address}-data` }, log);
const rates: Record<string, readonly Rate[]> = {};
const slack = await openFakeSlack({ live: true, rates });
peopleTheWorkspace(slack, files.plants);

await record.worker.set(`${record.prefix}clock`, `@${MORNING}`);
const filling = await started({ conversation: FREE, post: FREE, update: FREE, home: FREE });
const world = await filling.plants.world(first.plant.code);
for (let n = 0; n < OPEN; n += 1) await again(() => open(n));
await filling.work.settled(600_000);
await filling.stop();
console.log(`${OPEN} requests are open; ${posts()} messages stand in Slack`);

// From here on Slack has the rates it publishes, and Referee its own pacing.
Object.assign(rates, SLACK_RATES);
await record.worker.set(`${record.prefix}clock`, MORNING - systemClock());
const referee = await started();
const cards = slack.messages(OWNERS).filter(({ buttons }) => buttons.some(({ label }) => label === "Take it"));
console.log(`${cards.length} cards of owners have a button`);
console.log("calm:", await press(cards.splice(0, PRESSES)));

for (const question of ["what is waiting?", "what is stuck?", "show the digest"])
  await beside(question, () => answered(question), cards.splice(0, 8));

const renamed = demoText((text) => text.replace("name: OT controls", "name: OT control systems"));
const updatesBefore = calls("chat.update");
await beside(
  "a changed plant",
  async () => {
    await referee.propose([renamed.plant], [renamed.source]);
    while ((await record.worker.zcard(`${record.prefix}revisits`)) > 0) await pause(100);
    return "all looked at";
  },
  cards.splice(0, 2 * PRESSES),
);
const idle = process.cpuUsage();
const idleFrom = performance.now();
await pause(10_000);
console.log(`while cards wait for their budget: ${core(idle, idleFrom)} of a core`);
console.log(`changes of cards since: ${calls("chat.update") - updatesBefore}, told to wait ${refused()} times`);
console.log("then:", await press(cards.splice(0, PRESSES)));
const by = new Map<string, number>();
for (const { method, status } of slack.calls) by.set(`${method} ${status}`, (by.get(`${method} ${status}`) ?? 0) + 1);
console.log(by);
process.exit(0);

async function started(pacing?: NonNullable<SlackOptions["pacing"]>) {
  const adapter = createSlackAdapter({
    token: new Secret(slack.token),
    transport: { type: "http", signingSecret: new Secret(slack.signingSecret), listen: { host: "127.0.0.1", port: 0 } },
    ...{ apiUrl: slack.apiUrl, now: systemClock, log, given: createGiven(record.web, record.prefix) },
    ...(pacing !== undefined && { pacing }),
  });
  const opened = assemble(record, { ...files, quotas: NO_QUOTAS, adapters: [adapter], log });
  await opened.start();
  slack.deliverTo({ type: "http", url: adapter.url() ?? "" });
  return opened;
}

async function open(n: number): Promise<void> {
  const request = requestIdFor(`bench-${n}`, 0);
  const who = { by: PersonId.parse("olga"), name: "Olga", via: "slack" } as const;
  const spot = { adapter: "slack", conversation: "C0LINE3", thread: null } as const;
  const reading = { type: TypeId.parse("open-port"), candidates: [], because: [] };
  await filling.requests.act(request, `start-${n}`, world, (_, at) => ({
    type: "command",
    command: {
      ...{ ...who, at, type: "start", spot, text: "please", quoted: null, reading },
      values: Values.parse({
        ...{ destination: "asset:plc-12", why: `counters ${n}`, port: "502/tcp" },
        until: String(at + 96 * HOUR_MS),
      }),
    },
    answer: null,
  }));
  await filling.requests.send(request, `send-${n}`, world, (_, at) => ({
    type: "command",
    command: { ...who, at: later(at, 0), type: "send" },
    answer: null,
  }));
}

/** On a busy machine Redis may not answer in time; with the same ids everything can be done again. */
async function again(act: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === 10) throw error;
    }
  }
}

/** What it says, how long it took, what it cost; and how long presses took beside it. */
async function beside(what: string, act: () => Promise<string>, pressed: typeof cards): Promise<void> {
  const [cpu, from, asked] = [process.cpuUsage(), performance.now(), await commands()];
  const [told, times] = await Promise.all([
    act().then(async (text) => ({ text, ms: performance.now() - from, asked: (await commands()) - asked })),
    press(pressed),
  ]);
  console.log(
    `\n${what}: ${(told.ms / 1000).toFixed(1)} s, ${told.asked} commands to Redis, ${core(cpu, from)} of a core`,
  );
  console.log(told.text.replace(/^/gm, "  | "));
  console.log("presses beside:", times);
}

/** Otto takes each of them, at even intervals. */
async function press(those: typeof cards): Promise<string> {
  const cpu = process.cpuUsage();
  const running: Promise<number>[] = [];
  for (const card of those) {
    const from = performance.now();
    running.push(
      slack
        .as("U0OTTO")
        .presses(card, "Take it")
        .then(({ status }) => (status === 200 ? performance.now() - from : Number.NaN)),
    );
    await pause(EVERY_MS);
  }
  const times = (await Promise.all(running)).toSorted((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0);
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = ((user + system) / 1_000 / those.length).toFixed(0);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms of ${times.length}; ${cpuMs} ms of the processor each`;
}

/** Paula asks in her chat with Referee. Looks at what is new alone: thousands of messages stand there. */
async function answered(question: string): Promise<string> {
  const { messages } = slack.workspace;
  let seen = messages.length;
  const { channel } = await slack.as("U0PAULA").says("U0REFEREE", question);
  for (const giveUpAt = performance.now() + PATIENCE_MS; performance.now() < giveUpAt; await pause(50)) {
    for (; seen < messages.length; seen += 1) {
      const message = messages[seen];
      if (message?.channel !== channel || message.user !== slack.bot.userId) continue;
      const shown = [...slack.messages(channel), ...slack.as("U0PAULA").ephemerals()];
      return shown.findLast(({ ts }) => ts === message.ts)?.text ?? "";
    }
  }
  return "no answer in time";
}

/** How many commands Redis was asked for so far, those within scripts too. */
async function commands(): Promise<number> {
  const stats = await record.worker.info("commandstats");
  return [...stats.matchAll(/calls=(\d+)/g)].reduce((sum, [, calls]) => sum + Number(calls), 0);
}

function core(since: NodeJS.CpuUsage, from: number): string {
  const { user, system } = process.cpuUsage(since);
  return ((user + system) / 1_000 / (performance.now() - from)).toFixed(2);
}

function calls(method: string): number {
  return slack.calls.filter((each) => each.method === method && each.status === 200).length;
}

function posts(): number {
  return slack.workspace.messages.length;
}

function refused(): number {
  return slack.calls.filter(({ status }) => status === 429).length;
}
