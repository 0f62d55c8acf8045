import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { openFakeSlack } from "../fakes/slack/fakeSlack.ts";
import type { Shown } from "../fakes/slack/show.ts";
import { textsIn } from "../fakes/teams/cards.ts";
import { startFakeTeams } from "../fakes/teams/fakeTeams.ts";
import { guidFor } from "../fakes/teams/world.ts";
import { OWNER_FACTS, SECURITY_FACTS } from "../stories/openPort.ts";
import { bundle, ROOT } from "../support/bundle.ts";
import { AUTHORITY_FILE, behindTls, openForwardProxy } from "../support/forwardProxy.ts";
import { testRedisAddress } from "../support/useStore.ts";

// The whole program at a plant where nothing gets out but through a proxy that wants a password, and where the hosts of
// Slack and Microsoft show certificates of the plant's own authority. Here nobody else answers for those hosts: what went
// around the proxy would find nothing.
const PASSWORD = "s:e/c@ret";
const LINE_3 = "C0LINE3";
const OT = "C0OTCONTROLS";
const NETWORK = "C0ITNET";
/** A busy machine must not make Slack send again, or a test give up, for what is about something else. */
const PATIENT_MS = 50_000;

let program = "";
let folder = "";
let child: ChildProcess | null = null;
let lines: string[] = [];
const open: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  program = await bundle(new URL("../../main.ts", import.meta.url), "through-proxy");
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "referee-proxy-"));
  const demo = await readFile(join(ROOT, "plants", "demo.yaml"), "utf8");
  // Open at every hour and never frozen: the clock of this test is the machine's.
  const moved = demo
    .replace('"slack:U0SINA"', `"teams:${guidFor("person sina")}"`)
    .replace("channel: { slack: C0ITSEC,", 'channel: { teams: "19:it-security@thread.tacv2",')
    .replaceAll(/hours: \{[^}]*\}/g, 'hours: { mon-sun: "00:00-24:00" }')
    .replace(/^freezes:\n(?: .*\n)+/m, "");
  await writeFile(join(folder, "plant.yaml"), moved);
  lines = [];
});
afterEach(async () => {
  if (child?.exitCode === null) {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }
  for (const close of open.splice(0).reverse()) await close();
  await rm(folder, { recursive: true });
});

/** Slack, Microsoft, their doors, and the proxy that alone leads there. */
async function openPlatforms() {
  const slack = await openFakeSlack({
    live: true,
    rates: {},
    answerWithinMs: PATIENT_MS,
    socketsAt: "wss://wss-primary.slack.com",
  });
  const teams = await startFakeTeams({
    live: true,
    people: { sina: "Sina Roth" },
    channels: { "it-security": ["sina"] },
    knownAs: "https://smba.trafficmanager.net",
  });
  const slackDoor = await behindTls(slack.apiUrl);
  const teamsDoor = await behindTls(teams.listensAt);
  const doors: { readonly [target: string]: number } = {
    "slack.com:443": slackDoor.port,
    "wss-primary.slack.com:443": slackDoor.port,
    "smba.trafficmanager.net:443": teamsDoor.port,
    "login.microsoftonline.com:443": teamsDoor.port,
  };
  const proxy = await openForwardProxy({
    user: "referee",
    password: PASSWORD,
    leadsTo: (target) => doors[target] ?? null,
  });
  open.push(slack.stop, teams.close, slackDoor.stop, teamsDoor.stop, proxy.stop);
  const people = { U0OKSANA: "Oksana", U0OTTO: "Otto", U0NILS: "Nils" };
  for (const [user, name] of Object.entries(people)) slack.workspace.addUser(user, name);
  for (const channel of [LINE_3, "C0OPS", OT, NETWORK])
    slack.workspace.addChannel(channel, channel.toLowerCase(), [...Object.keys(people), slack.bot.userId]);
  slack.deliverTo({ type: "socket" });
  return { slack, teams, proxy };
}

type Platforms = Awaited<ReturnType<typeof openPlatforms>>;

function start({ slack, teams }: Platforms, settings: Readonly<Record<string, string>>): void {
  const started = spawn(process.execPath, [program], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH ?? "",
      REDIS_URL: testRedisAddress(),
      REFEREE_TAG: `proxy-${randomUUID().slice(0, 8)}`,
      DATA_DIR: join(folder, "data"),
      PLANTS_DIR: folder,
      PORT: "0",
      LOG_LEVEL: "info",
      SLACK_BOT_TOKEN: slack.token,
      SLACK_APP_TOKEN: slack.appToken,
      TEAMS_APP_ID: teams.app.id,
      TEAMS_TENANT_ID: teams.app.tenant,
      TEAMS_APP_PASSWORD: teams.app.secret,
      TEAMS_OPENID_METADATA_URL: teams.app.metadataUrl,
      TEAMS_TOKEN_ISSUER: teams.app.issuer,
      NODE_EXTRA_CA_CERTS: fileURLToPath(AUTHORITY_FILE),
      ...settings,
    },
  });
  for (const stream of [started.stdout, started.stderr])
    createInterface(stream).on("line", (line) => {
      lines.push(line);
    });
  child = started;
}

const Running = z.object({ fact: z.literal("Referee is running"), port: z.number() });

/** The port it listens on, once it runs. */
async function running(): Promise<number> {
  return until("Referee to run", () => {
    for (const line of lines) {
      const said = line.startsWith("{") ? Running.safeParse(JSON.parse(line)) : null;
      if (said?.success === true) return said.data.port;
    }
    return undefined;
  });
}

async function until<T>(what: string, probe: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const last = performance.now() + PATIENT_MS;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    const isOver = child?.exitCode !== null || performance.now() > last;
    if (isOver) throw new Error(`Waited in vain for ${what}:\n${lines.join("\n")}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function readyz(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/readyz`)).text();
}

/** Resolves when `/readyz` says it. */
async function saysReadyz(port: number, words: string): Promise<string> {
  return until(`"${words}"`, async () => {
    const said = await readyz(port);
    return said.includes(words) ? said : undefined;
  });
}

test(
  "a port is asked for in Slack, approved there and on Teams, opened, confirmed, cut off and closed, all through the proxy",
  async () => {
    const platforms = await openPlatforms();
    const { slack, teams, proxy } = platforms;
    start(platforms, { HTTPS_PROXY: proxy.address("referee", PASSWORD) });
    const port = await running();
    teams.connect(`http://127.0.0.1:${port}/api/messages`);
    await saysReadyz(port, "ready\n");

    // The first that Teams tells of the tenant says how its channel is reached.
    await teams.as("sina").installs("it-security");
    const says = (words: string, where = LINE_3) =>
      until(`Referee to say "${words}" in ${where}`, () =>
        slack.messages(where).find(({ user, text }) => user === slack.bot.userId && text.includes(words)),
      );
    const presses = async (person: string, on: Shown, label: string, filled?: Readonly<Record<string, string>>) => {
      await slack.as(person).presses(on, label);
      if (filled === undefined) return;
      await until(`a form before ${person}`, () => slack.as(person).form() ?? undefined);
      await slack.as(person).fills(filled);
    };
    const asked = `<@${slack.bot.userId}> can we open port 502 to PLC-12 until tomorrow 18:00?`;
    await slack.as("U0OKSANA").says(LINE_3, asked);
    await presses("U0OKSANA", await says("PLC-12"), "Fill in…", { "What is it for?": "read the counters" });
    await presses("U0OKSANA", await says("Goes first to"), "Send");
    await presses("U0OTTO", await says("· HAM-1", OT), "Approve…", OWNER_FACTS);
    const atSecurity = await until("the card on Teams", () =>
      teams.messages("it-security").find(({ from, card }) => from === null && textsIn(card).join().includes("HAM-1")),
    );
    await teams.as("sina").presses(atSecurity, "Approve…");
    await teams.as("sina").submits(SECURITY_FACTS);
    const proof = { "Rule or ticket number": "rule 4711" };
    await presses("U0NILS", await says("· HAM-1", NETWORK), "Opened…", proof);
    await presses("U0OKSANA", await says("Does it work?"), "It works");
    await presses("U0OTTO", await says("Open until", OT), "Cut off now…", { "Why?": "the counters were read" });
    const closing = await until("the card of what is to be closed", () =>
      slack.messages(NETWORK).findLast(({ buttons }) => buttons.some(({ label }) => label === "Closed again…")),
    );
    await presses("U0NILS", closing, "Closed again…", {
      "Rule number, and how you saw that it is closed": "4711 gone",
    });
    await says("Closed again,");

    const targets = new Set(proxy.asked.map(({ target }) => target));
    expect([...targets].sort()).toEqual([
      "login.microsoftonline.com:443",
      "slack.com:443",
      "smba.trafficmanager.net:443",
      "wss-primary.slack.com:443",
    ]);
    expect(proxy.asked.every(({ status }) => status === 200)).toBe(true);
    expect(lines.join("\n")).not.toContain(PASSWORD);
  },
  2 * PATIENT_MS,
);

test(
  "a proxy that wants another password is named in /readyz and in the log, and nothing goes around it",
  async () => {
    const platforms = await openPlatforms();
    const { slack, teams, proxy } = platforms;
    start(platforms, { HTTPS_PROXY: proxy.address("referee", "an-old-password") });
    const port = await running();
    const said = await saysReadyz(port, "(407)");
    expect(said).toContain(`the proxy 127.0.0.1:${proxy.port} refuses the user or the password in HTTPS_PROXY`);
    expect(lines.some((line) => line.includes("Referee does not get out") && line.includes("(407)"))).toBe(true);
    expect([...slack.calls, ...teams.calls]).toEqual([]);
    const basic = Buffer.from("referee:an-old-password").toString("base64");
    expect(`${lines.join("\n")}${said}`).not.toMatch(new RegExp(`an-old-password|${basic}`));
  },
  2 * PATIENT_MS,
);

test(
  "a dead proxy is named in /readyz, and a host that NO_PROXY names is asked directly all the same",
  async () => {
    const platforms = await openPlatforms();
    const { slack, proxy } = platforms;
    const dead = proxy.address("referee", PASSWORD);
    await proxy.stop();
    open.pop();
    start(platforms, { HTTPS_PROXY: dead, HTTP_PROXY: dead, NO_PROXY: "127.0.0.1", SLACK_API_URL: slack.apiUrl });
    const port = await running();
    expect(await saysReadyz(port, "cannot be reached")).toContain(
      `the proxy 127.0.0.1:${proxy.port} cannot be reached (ECONNREFUSED)`,
    );
    expect(slack.calls.map(({ method }) => method)).toContain("auth.test");
  },
  2 * PATIENT_MS,
);
