import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SCOPES } from "../../adapters/slack/scopes.ts";
import { TRANSPORTS } from "../../adapters/teams/transport/names.ts";
import { instant } from "../../src/clock.ts";
import { judgeClock } from "../../tools/doctor/clockSkew.ts";
import { examine } from "../../tools/doctor/examine.ts";
import { exitStatusFor, type Finding, sayFinding } from "../../tools/doctor/finding.ts";
import { type FakeSlack, openFakeSlack } from "../fakes/slack/fakeSlack.ts";
import { type FakeTeams, startFakeTeams } from "../fakes/teams/fakeTeams.ts";
import { guidFor } from "../fakes/teams/world.ts";
import { ROOT } from "../support/bundle.ts";
import { openForwardProxy } from "../support/forwardProxy.ts";
import { testRedisAddress } from "../support/useStore.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

let folder = "";
let demo = "";
let slack: FakeSlack;
let teams: FakeTeams;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "referee-doctor-"));
  demo = await readFile(join(ROOT, "plants", "demo.yaml"), "utf8");
  await writeFile(join(folder, "plant.yaml"), demo);
  slack = await openFakeSlack({ rates: {}, scopes: SCOPES });
  for (const [, user = ""] of demo.matchAll(/"slack:(U\w+)"/g)) slack.workspace.addUser(user, user);
  for (const [, channel = ""] of demo.matchAll(/slack: (C\w+)/g))
    if (!slack.workspace.channels.has(channel)) slack.workspace.addChannel(channel, channel, [slack.bot.userId]);
  teams = await startFakeTeams({ people: { sina: "Sina Roth" }, channels: { "it-security": ["sina"] } });
});
afterEach(async () => {
  await slack.stop();
  await teams.close();
  await rm(folder, { recursive: true });
});

const onSlack = () => ({
  REDIS_URL: testRedisAddress(),
  PLANTS_DIR: folder,
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.token,
  SLACK_SIGNING_SECRET: SECRET,
});

const onAnyTeams = () => ({
  REDIS_URL: testRedisAddress(),
  PLANTS_DIR: folder,
  TEAMS_APP_ID: teams.app.id,
  TEAMS_TENANT_ID: teams.app.tenant,
  TEAMS_APP_PASSWORD: teams.app.secret,
  TEAMS_OPENID_METADATA_URL: teams.app.metadataUrl,
  TEAMS_TOKEN_ISSUER: teams.app.issuer,
  TEAMS_LOGIN_URL: teams.app.tokenUrl,
});

/** What is not sound, line by line. */
function unsound(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ state }) => state !== "ok").map(sayFinding);
}

/** Everything the fakes would have shown to somebody. */
function said(): number {
  return (
    slack.calls.filter(({ method }) => /^(chat|views|conversations\.open)/.test(method)).length +
    teams.calls.filter(({ method }) => method !== "GET").length
  );
}

describe("the doctor on Slack", () => {
  test("finds a sound set-up sound, and bothers nobody", async () => {
    const findings = await examine(onSlack(), null);
    expect(unsound(findings)).toEqual([expect.stringContaining("Address: nobody tried whether /slack/events")]);
    expect(findings.map(sayFinding).join("\n")).toMatch(/ok {7}HAM: Slack knows its \d+ channels and its people/);
    expect(exitStatusFor(findings)).toBe(0);
    expect(said()).toBe(0);
  });

  test("names the channel Referee is not in, the archived and the missing one, the closed and the unknown account", async () => {
    slack.workspace.channels.get("C0OPS")?.members.clear();
    slack.workspace.channels.delete("C0SAFETY");
    slack.workspace.users.delete("U0OLE");
    const findings = unsound(await examine(onSlack(), null));
    expect(findings).toEqual(
      expect.arrayContaining([
        "bad      HAM: Referee is not in Slack channel C0OPS (Ops)  → write /invite @Referee there",
        expect.stringMatching(/^bad {6}HAM: Slack channel C0SAFETY \(safety\) is not there/),
        expect.stringMatching(/^bad {6}HAM: Slack knows no account U0OLE/),
      ]),
    );
    expect(findings).toHaveLength(4);
    expect(said()).toBe(0);
  });

  test("names the scopes the app was installed without", async () => {
    slack.scopes.delete("users:read.email");
    const findings = await examine(onSlack(), null);
    expect(unsound(findings).join("\n")).toContain("bad      Slack: the app was installed without users:read.email");
    expect(exitStatusFor(findings)).toBe(1);
  });

  test.each([
    ["SLACK_BOT_TOKEN", { SLACK_BOT_TOKEN: "xoxb-of-another-workspace" }],
    ["SLACK_APP_TOKEN", { SLACK_APP_TOKEN: "xapp-of-another-app" }],
  ])("names a refused %s, and never shows it", async (setting, change) => {
    const findings = await examine({ ...onSlack(), ...change }, null);
    const text = findings.map(sayFinding).join("\n");
    expect(text).toContain(`bad      Slack: it refuses ${setting} (invalid_auth)`);
    expect(text).not.toMatch(/of-another/);
    expect(exitStatusFor(findings)).toBe(1);
  });

  test("calls a signing secret that cannot be one worth a look", async () => {
    const findings = await examine({ ...onSlack(), SLACK_SIGNING_SECRET: "not-a-secret-at-all" }, null);
    expect(unsound(findings)[0]).toContain("warn     Slack: SLACK_SIGNING_SECRET is not 32 hexadecimal digits");
    expect(exitStatusFor(findings)).toBe(0);
  });

  test("behind a proxy that wants another password says so, and that the rest could not be tried", async () => {
    const proxy = await openForwardProxy({ user: "a", password: "b", leadsTo: () => null });
    const findings = await examine({ ...onSlack(), HTTP_PROXY: proxy.address("a", "wrong-password") }, null);
    await proxy.stop();
    const text = findings.map(sayFinding).join("\n");
    expect(text).toContain(`ok       Proxy: other machines are reached by 127.0.0.1:${proxy.port}`);
    expect(text).toMatch(/untried {2}Slack: .* cannot be reached: .*\(407\)/);
    expect(text).not.toContain("wrong-password");
    expect(exitStatusFor(findings)).toBe(2);
    expect(slack.calls).toEqual([]);
  });
});

describe.each(TRANSPORTS)("the doctor on Teams over %s", (transport) => {
  const onTeams = () => ({ ...onAnyTeams(), TEAMS_TRANSPORT: transport });
  const withChannel = () =>
    writeFile(
      join(folder, "plant.yaml"),
      demo
        .replace("channel: { slack: C0ITSEC,", 'channel: { teams: "19:it-security@thread.tacv2",')
        .replace('"slack:U0SINA"', `"teams:${guidFor("person sina")}"`),
    );

  test("signs in, and says which channels it has heard nothing from yet", async () => {
    await withChannel();
    const findings = await examine(onTeams(), null);
    const text = findings.map(sayFinding).join("\n");
    expect(text).toContain(`ok       Teams: Referee signs in as its app in the tenant ${teams.app.tenant}`);
    expect(text).toMatch(/warn {5}HAM: Referee has heard nothing from the Teams channel of it-security yet/);
    expect(exitStatusFor(findings)).toBe(0);
    expect(said()).toBe(0);
  });

  test("names a refused secret, and never shows it", async () => {
    const findings = await examine({ ...onTeams(), TEAMS_APP_PASSWORD: "an-ended-secret" }, null);
    const text = findings.map(sayFinding).join("\n");
    expect(text).toContain("bad      Teams: the client secret is refused  → set TEAMS_APP_PASSWORD");
    expect(text).not.toContain("an-ended-secret");
    expect(exitStatusFor(findings)).toBe(1);
  });

  test("that is away could not be tried", async () => {
    const findings = await examine({ ...onTeams(), TEAMS_LOGIN_URL: "http://127.0.0.1:9/token" }, null);
    expect(findings.map(sayFinding).join("\n")).toMatch(/untried {2}Teams: Referee could not sign in/);
    expect(exitStatusFor(findings)).toBe(2);
  });
});

describe("the doctor on the rest", () => {
  test("with nothing configured is calm", async () => {
    const findings = await examine({ REDIS_URL: testRedisAddress() }, null);
    expect(unsound(findings)).toEqual([]);
    expect(findings.map(sayFinding).join("\n")).toContain("ok       Platforms: none is configured");
  });

  test("says every wrong setting, and looks at the files all the same", async () => {
    const findings = await examine({ PORT: "no", HTTPS_PROXY: "socks5://x:1", SLACK_BOT_TOKEN: "xapp-1" }, null);
    const text = unsound(findings).join("\n");
    for (const name of ["PORT", "HTTPS_PROXY", "SLACK_BOT_TOKEN"])
      expect(text).toContain(`bad      Settings: ${name} `);
    expect(findings.some(({ about }) => about === "Files")).toBe(true);
    expect(exitStatusFor(findings)).toBe(1);
  });

  test("says what check-plant says", async () => {
    await writeFile(join(folder, "plant.yaml"), demo.replace("side: safety", "side: safty"));
    const findings = await examine({ REDIS_URL: testRedisAddress(), PLANTS_DIR: folder }, null);
    expect(unsound(findings)[0]).toMatch(/bad {6}Files: .*plant\.yaml:\d+:\d+ .*did you mean "safety"/);
  });

  test("a Redis that is away could not be tried, and certificates that cannot be read must be mended", async () => {
    const away = await examine({ REDIS_URL: "redis://127.0.0.1:9", PLANTS_DIR: folder }, null);
    expect(unsound(away)[0]).toMatch(/untried {2}Redis: it does not answer/);
    expect(exitStatusFor(away)).toBe(2);
    const file = join(folder, "none.pem");
    const findings = await examine({ REDIS_URL: testRedisAddress(), NODE_EXTRA_CA_CERTS: file }, null);
    expect(unsound(findings)[0]).toContain("bad      Certificates: The certificates in");
  });

  test("an address where something else answers is not Referee's", async () => {
    const findings = await examine(onSlack(), "http://referee.example.com");
    expect(unsound(findings)[0]).toContain("bad      Address:");
  });

  test.each([
    [0, "ok"],
    [-29, "ok"],
    [45, "warn"],
    [-300, "bad"],
    [3_600, "bad"],
  ])("a clock that is %d s off is %s", (seconds, state) => {
    const now = instant("2026-11-23T09:00:00Z");
    const theirs = new Date(now - seconds * 1_000).toUTCString();
    expect(judgeClock("Slack", theirs, now).state).toBe(state);
  });
});

test("npm run doctor prints a JSON object a line, and ends with a status for scripts", async () => {
  const env = { PATH: process.env.PATH, ...onSlack(), SLACK_BOT_TOKEN: "xoxb-of-another-workspace" };
  const run = await new Promise<{ code: unknown; out: string }>((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "tools/doctor.ts", "--json"], { env, cwd: ROOT }, (error, out) =>
      resolve({ code: error?.code ?? 0, out }),
    );
  });
  const findings = run.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(findings).toContainEqual(expect.objectContaining({ state: "bad", about: "Slack", todo: expect.any(String) }));
  expect(run.code).toBe(1);
});
