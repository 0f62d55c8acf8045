import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Response } from "undici";
import { z } from "zod";
import { SCOPES } from "../../adapters/slack/scopes.ts";
import { createSlackAdapter } from "../../adapters/slack/slack.ts";
import { TRANSPORTS } from "../../adapters/teams/transport/names.ts";
import { instant, systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import type { Outgoing } from "../../src/outgoing/outgoing.ts";
import { PlantCode } from "../../src/plant/ids.ts";
import { plantStream } from "../../src/referee/inForce.ts";
import { keyPrefix } from "../../src/store/eventStore.ts";
import { examineAddress } from "../../tools/doctor/address.ts";
import { judgeClock } from "../../tools/doctor/clockSkew.ts";
import { examine } from "../../tools/doctor/examine.ts";
import { exitStatusFor, type Finding, sayFinding } from "../../tools/doctor/finding.ts";
import { recordOn } from "../../tools/record.ts";
import { optionsFor } from "../adapters/slack/useSlack.ts";
import { type FakeSlack, type FakeTeam, openFakeSlack } from "../fakes/slack/fakeSlack.ts";
import { type FakeTeams, startFakeTeams } from "../fakes/teams/fakeTeams.ts";
import { guidFor } from "../fakes/teams/world.ts";
import { ROOT } from "../support/bundle.ts";
import { openForwardProxy } from "../support/forwardProxy.ts";
import { install, oauthOn, TOKEN_KEY } from "../support/installing.ts";
import { foundByNobody, shownToNobody } from "../support/shownToNobody.ts";
import { testRedisAddress, useStore } from "../support/useStore.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

/** Of an installation of its own, as short as a tag is. */
const aTag = () => `doctor-${randomUUID().slice(0, 12)}`;

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

  test("names channels that Referee is not in or that are missing, and accounts that are closed or unknown", async () => {
    slack.workspace.channels.get("C0OPS")?.members.clear();
    const otto = slack.workspace.users.get("U0OTTO");
    if (otto !== undefined) otto.disabled = true;
    slack.workspace.channels.delete("C0SAFETY");
    slack.workspace.users.delete("U0OLE");
    const findings = unsound(await examine(onSlack(), null));
    expect(findings).toEqual(
      expect.arrayContaining([
        "bad      HAM: Referee is not in Slack channel C0OPS (Ops)  → write /invite @Referee there",
        expect.stringMatching(/^bad {6}HAM: Slack channel C0SAFETY \(safety\) is not there/),
        expect.stringMatching(/^bad {6}HAM: Slack knows no account U0OLE/),
        expect.stringMatching(/^bad {6}HAM: the Slack account U0OTTO of Otto Brandt is closed {2}→ name somebody else/),
      ]),
    );
    expect(findings).toHaveLength(5);
    expect(said()).toBe(0);
  });

  test("looks people up by the address the plant file has of them, and names whom Slack does not know by it", async () => {
    const without = (user: string) => new RegExp(`\\s*accounts: \\[[^\\]]*"slack:${user}"\\],`);
    const byAddress = demo.replace(without("U0OTTO"), "").replace(without("U0SINA"), "");
    await writeFile(join(folder, "plant.yaml"), byAddress);
    const otto = slack.workspace.users.get("U0OTTO");
    if (otto !== undefined) otto.email = "otto.brandt@hamburg.example";
    const findings = unsound(await examine(onSlack(), null)).filter((line) => line.includes("HAM"));
    expect(findings).toEqual([expect.stringMatching(/^warn {5}HAM: nobody in Slack has the address of Sina Roth/)]);
    slack.scopes.delete("users:read.email");
    const unscoped = unsound(await examine(onSlack(), null)).join("\n");
    expect(unscoped).toMatch(
      /untried {2}HAM: Otto Brandt could not be looked up: missing_scope {2}→ give the app the scopes/,
    );
    expect(said()).toBe(0);
  });

  test("looks up by address who has an account on another platform only, and says where they are reached", async () => {
    const onTeamsOnly = demo.replace('"slack:U0SINA"', `"teams:${guidFor("person sina")}"`);
    await writeFile(join(folder, "plant.yaml"), onTeamsOnly);
    const both = await examine({ ...onAnyTeams(), ...onSlack() }, null);
    expect(both.map(sayFinding)).toContainEqual("ok       HAM: not on Slack, but on Teams: Sina Roth");
    expect(unsound(await examine(onSlack(), null))).toContainEqual(
      expect.stringMatching(/^warn {5}HAM: nobody in Slack has the address of Sina Roth/),
    );
    const asked = slack.calls.filter(({ method }) => method === "users.lookupByEmail");
    expect(asked.map(({ args }) => args.email)).toContain("sina.roth@hamburg.example");
  });

  describe("with a record", () => {
    const { redis } = useStore();
    const tag = aTag();

    test("knows whose accounts were linked since the file was written", async () => {
      await writeFile(join(folder, "plant.yaml"), demo.replace(', "slack:U0SINA"', ""));
      const { store } = recordOn(redis, keyPrefix(tag));
      const by = "referee:directory";
      const linked = { type: "AccountLinked", person: "sina", account: "slack:U0SINA", at: systemClock(), by, v: 1 };
      const head = { version: 0, head: plantStream(PlantCode.parse("HAM")) };
      const before = unsound(await examine({ ...onSlack(), REFEREE_TAG: tag }, null)).join("\n");
      expect(before).toContain("nobody in Slack has the address of Sina Roth");
      await store.append({
        ...{ commandId: "link", stream: plantStream(PlantCode.parse("HAM")), expected: head, answer: "null" },
        ...{ projection: {}, indexes: [], wakeAt: null, touches: [], revisits: [], guards: [] },
        events: [JSON.stringify(linked)],
      });
      const after = unsound(await examine({ ...onSlack(), REFEREE_TAG: tag }, null)).join("\n");
      expect(after).not.toContain("the address of Sina Roth");
    });
  });

  test("says by how much this machine's clock is off", async () => {
    const server = createServer((_, response) => {
      response.setHeader("date", new Date(systemClock() + 3_600_000).toUTCString());
      response.setHeader("content-type", "application/json");
      response.end('{"ok":false,"error":"invalid_auth"}');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = z.object({ port: z.number() }).parse(server.address());
    const findings = await examine({ ...onSlack(), SLACK_API_URL: `http://127.0.0.1:${address.port}/api/` }, null);
    await new Promise((resolve) => server.close(resolve));
    expect(unsound(findings)[0]).toMatch(/^bad {6}Slack: this machine's clock is 3(59\d|60\d) s behind/);
    expect(exitStatusFor(findings)).toBe(1);
  });

  describe("that people install by its link", () => {
    const { redis } = useStore();
    const tag = aTag();
    const prefix = keyPrefix(tag);
    const record = { web: redis, prefix };
    const kept = `${prefix}slack:installations`;
    const byLink = (more: Readonly<Record<string, string>> = {}) => {
      const { SLACK_BOT_TOKEN: _, ...rest } = onSlack();
      return {
        ...rest,
        REFEREE_TAG: tag,
        SLACK_CLIENT_ID: "1.2",
        SLACK_CLIENT_SECRET: SECRET,
        SLACK_TOKEN_KEY: TOKEN_KEY,
        SLACK_PUBLIC_URL: "https://referee.example.com",
        SLACK_WORKSPACES: "T0PLANT,T0LEIPZIG",
        ...more,
      };
    };
    afterEach(() => redis.del(kept));

    /** An administrator of Leipzig has installed it; the plant file has a channel and a person there. */
    async function installedInLeipzig(): Promise<FakeTeam> {
      const leipzig = slack.addTeam("T0LEIPZIG");
      leipzig.workspace.addUser("U0PETRA", "Petra");
      leipzig.workspace.addChannel("C0FLOOR", "floor", [leipzig.bot.userId, "U0PETRA"]);
      const adapter = createSlackAdapter({ ...optionsFor(slack, "http"), oauth: oauthOn(record, ["T0LEIPZIG"]) });
      await adapter.start(async () => ({ type: "nothing" }), shownToNobody, foundByNobody);
      await install(adapter, leipzig);
      await adapter.stop();
      const there = demo
        .replace("slack:U0OTTO", "slack:T0LEIPZIG/U0PETRA")
        .replace("slack: C0OPS", "slack: T0LEIPZIG/C0FLOOR");
      await writeFile(join(folder, "plant.yaml"), there);
      return leipzig;
    }

    test("has the tokens of its workspaces tried, and says where it was not installed yet", async () => {
      await installedInLeipzig();
      const findings = await examine(byLink(), null);
      const text = findings.map(sayFinding).join("\n");
      expect(text).toMatch(/ok {7}Slack: the token of \S+ \(T0LEIPZIG\) is that of/);
      expect(text).toMatch(
        /warn {5}Slack: nobody has installed Referee in T0PLANT yet {2}→ open https:\/\/referee.example.com\/slack\/install/,
      );
      expect(text).not.toContain("xoxb-");
    });

    test("has the channels and people of each workspace looked at there", async () => {
      const leipzig = await installedInLeipzig();
      leipzig.workspace.channels.get("C0FLOOR")?.members.delete(leipzig.bot.userId);
      leipzig.workspace.users.delete("U0PETRA");
      const findings = unsound(await examine(byLink({ SLACK_WORKSPACES: "T0LEIPZIG" }), null));
      expect(findings.filter((line) => line.includes("T0LEIPZIG/"))).toEqual([
        expect.stringMatching(/^bad {6}HAM: Referee is not in Slack channel T0LEIPZIG\/C0FLOOR/),
        expect.stringMatching(/^bad {6}HAM: Slack knows no account T0LEIPZIG\/U0PETRA/),
      ]);
    });

    test("has a token named that was taken away, or that its key does not open", async () => {
      const leipzig = await installedInLeipzig();
      slack.tokens.revoke(({ bot }) => bot === leipzig.bot);
      const gone = unsound(await examine(byLink(), null)).join("\n");
      expect(gone).toMatch(
        /bad {6}Slack: it refuses the token of \S+ \(T0LEIPZIG\) \((invalid_auth|account_inactive|token_revoked)\)/,
      );
      const otherKey = Buffer.alloc(32, 9).toString("base64");
      const shut = unsound(await examine(byLink({ SLACK_TOKEN_KEY: otherKey }), null)).join("\n");
      expect(shut).toContain("bad      Slack: SLACK_TOKEN_KEY does not open the token of T0LEIPZIG");
    });
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
    expect(text).toMatch(/bad {6}HAM: Referee has heard nothing from the Teams channel of it-security yet/);
    expect(text).toMatch(/bad {6}HAM: nobody has written to Referee on Teams yet, .* with its 1 people there/);
    expect(exitStatusFor(findings)).toBe(1);
    expect(said()).toBe(0);
  });

  test("names who has no account there, and whom nobody can reach at all", async () => {
    const text = (await examine({ ...onTeams(), ...onSlack() }, null)).map(sayFinding).join("\n");
    expect(text).toMatch(/ok {7}HAM: not on Teams, but on Slack: .*Otto Brandt, .*Sina Roth/);
    const alone = unsound(await examine(onTeams(), null)).join("\n");
    expect(alone).toMatch(/warn {5}HAM: Otto Brandt cannot be reached on Teams: they have no account listed/);
    expect(alone).toMatch(/warn {5}HAM: Sina Roth cannot be reached on Teams/);
  });

  describe("where somebody wrote to Referee before", () => {
    const { redis } = useStore();
    const tag = aTag();
    const heard = () => ({ ...onTeams(), REFEREE_TAG: tag });

    test("looks its people up in the conversations it is in, and names those who are nowhere there", async () => {
      await withChannel();
      const reference = {
        serviceUrl: teams.serviceUrl,
        conversation: "19:it-security@thread.tacv2",
        kind: "channel",
        tenant: teams.app.tenant,
        bot: `28:${teams.app.id}`,
        team: null,
      };
      const key = `${keyPrefix(tag)}teams:references`;
      await redis.hset(key, reference.conversation, JSON.stringify(reference));
      await redis.hset(key, `tenant:${teams.app.tenant}`, JSON.stringify(reference));
      const text = async () => (await examine(heard(), null)).map(sayFinding).join("\n");
      expect(await text()).toContain("ok       HAM: Teams knows 1 of its 1 people where Referee may look");
      const stranger = demo.replace('"slack:U0DENIZ"', `"teams:${guidFor("person nobody")}"`);
      await writeFile(
        join(folder, "plant.yaml"),
        stranger.replace("channel: { slack: C0ITSEC,", 'channel: { teams: "19:it-security@thread.tacv2",'),
      );
      expect(await text()).toMatch(/warn {5}HAM: Teams has Deniz Kaya \([-0-9a-f]+\) nowhere that Referee may look/);
      expect(said()).toBe(0);
      await redis.del(key);
    });
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

  test("a Redis that lets nobody in is said, and Teams is looked at without it", async () => {
    const locked = createTcpServer((socket) =>
      socket.on("data", () => socket.write("-WRONGPASS invalid username-password pair\r\n")),
    ).listen(0, "127.0.0.1");
    await once(locked, "listening");
    const { port } = z.object({ port: z.number() }).parse(locked.address());
    const findings = await examine({ ...onAnyTeams(), REDIS_URL: `redis://:x@127.0.0.1:${port}` }, null);
    locked.close();
    expect(unsound(findings)[0]).toMatch(/bad {6}Redis: it does not let Referee in/);
    expect(exitStatusFor(findings)).toBe(1);
  });

  test("a Redis that is away could not be tried, and certificates that cannot be read must be mended", async () => {
    const away = await examine({ REDIS_URL: "redis://127.0.0.1:9", PLANTS_DIR: folder }, null);
    expect(unsound(away)[0]).toMatch(/untried {2}Redis: it does not answer/);
    expect(exitStatusFor(away)).toBe(2);
    const file = join(folder, "none.pem");
    const findings = await examine({ REDIS_URL: testRedisAddress(), NODE_EXTRA_CA_CERTS: file }, null);
    expect(unsound(findings)[0]).toContain("bad      Certificates: The certificates in");
  });

  describe("looks where Slack and Teams look for Referee", () => {
    const lookAt = async (address: string | null, answers: (path: string, method: string) => number | Error) => {
      const config = readConfig({ ...onAnyTeams(), ...onSlack() });
      const fetch: Outgoing["fetch"] = async (input, init) => {
        const answer = answers(new URL(String(input)).pathname, String(init?.method));
        if (answer instanceof Error) throw answer;
        return new Response(null, { status: answer });
      };
      return examineAddress(config, address, { fetch });
    };
    const HERE = "https://referee.example.com";
    const asReferee = (path: string) => (path === "/slack/events" ? 405 : 200);

    test("and is content where both answer as Referee does", async () => {
      expect((await lookAt(HERE, asReferee)).map(sayFinding)).toEqual([
        "ok       Address: Referee answers at https://referee.example.com/slack/events",
        "ok       Address: Referee answers at https://referee.example.com/api/messages",
      ]);
    });

    test("and names the messaging endpoint where somebody else answers", async () => {
      const findings = await lookAt(HERE, (path) => (path === "/api/messages" ? 404 : 405));
      expect(unsound(findings)).toEqual([
        expect.stringMatching(
          /^bad {6}Address: https:\/\/referee.example.com\/api\/messages answers 404, which is not/,
        ),
      ]);
      expect(exitStatusFor(findings)).toBe(1);
    });

    test("and cannot try what is not reached from here", async () => {
      const findings = await lookAt(HERE, () => new Error("fetch failed"));
      expect(unsound(findings)[0]).toMatch(/^untried {2}Address: .* cannot be reached from here: fetch failed/);
      expect(exitStatusFor(findings)).toBe(2);
    });

    test.each(["http://referee.example.com", "referee"])("but not at %s", async (address) => {
      const findings = await lookAt(address, asReferee);
      expect(unsound(findings)).toEqual([expect.stringContaining("bad      Address:")]);
    });

    test("and says that nobody tried where no address is named", async () => {
      const findings = await lookAt(null, asReferee);
      expect(unsound(findings)).toEqual([
        expect.stringMatching(/^warn {5}Address: nobody tried whether \/slack\/events and \/api\/messages/),
      ]);
    });
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

type Run = { readonly code: unknown; readonly out: string };

function doctor(settings: Readonly<Record<string, string>>, ...wishes: readonly string[]): Promise<Run> {
  const env = { PATH: process.env.PATH, ...settings };
  const args = ["--import", "tsx", "tools/doctor.ts", ...wishes];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, cwd: ROOT }, (error, out) => resolve({ code: error?.code ?? 0, out }));
  });
}

test("npm run doctor prints a JSON object a line, and ends with a status for scripts", async () => {
  const [refused, away] = await Promise.all([
    doctor({ ...onSlack(), SLACK_BOT_TOKEN: "xoxb-of-another-workspace" }, "--json"),
    doctor({ REDIS_URL: "redis://127.0.0.1:9" }),
  ]);
  const findings = refused.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(findings).toContainEqual(expect.objectContaining({ state: "bad", about: "Slack", todo: expect.any(String) }));
  expect(away.out).toContain("untried  Redis:");
  expect([refused.code, away.code]).toEqual([1, 2]);
});
