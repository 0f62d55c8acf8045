import { PUBLIC_CLOUD, type TeamsIdentity } from "../../../../adapters/teams/options.ts";
import { type CheckToken, tokenCheck } from "../../../../adapters/teams/transport/rest/tokenCheck.ts";
import { createLog, DAY_MS, directly, HOUR_MS, MINUTE_MS, systemClock } from "../../../../src/index.ts";
import { guidFor } from "../../../fakes/teams/world.ts";
import { type KeyServer, startKeyServer } from "./keyServer.ts";

const appId = guidFor("app");
const serviceUrl = "https://smba.trafficmanager.net/emea/";
let server: KeyServer;
let check: CheckToken;
const trueNow = Date.now;
let passedMs = 0;

beforeEach(async () => {
  // Keys age by it; the ends of tokens are judged by the true time.
  passedMs = 0;
  jest.spyOn(Date, "now").mockImplementation(() => trueNow() + passedMs);
  server = await startKeyServer();
  server.publish("monday");
  check = checkWith(server.metadataUrl);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await server.close();
});

function checkWith(openIdMetadataUrl: string): CheckToken {
  const identity: TeamsIdentity = {
    appId,
    appType: "SingleTenant",
    tenant: guidFor("tenant"),
    credential: null,
    cloud: { ...PUBLIC_CLOUD, openIdMetadataUrl },
    now: systemClock,
    log: createLog({ level: "silent" }),
    patienceMs: 20_000,
  };
  return tokenCheck(identity, directly().fetch);
}

/** An hour's token, delivered. @returns how it went */
async function delivered(kid: string, by: CheckToken = check) {
  const seconds = Math.floor(trueNow() / 1_000);
  const claims = { iss: PUBLIC_CLOUD.issuer, aud: appId, nbf: seconds, exp: seconds + 3_600, serviceurl: serviceUrl };
  const authorization = `Bearer ${await server.sign(kid, claims)}`;
  return (await by({ authorization, body: { serviceUrl, channelId: "msteams" } }))?.type ?? "proven";
}

function pass(ms: number): void {
  passedMs += ms;
}

function fetched(): number {
  return server.asked.filter((path) => path === "/keys").length;
}

describe("the keys that sign what Teams sends", () => {
  test("are fetched when the first token comes, and kept for those after it", async () => {
    expect(server.asked).toEqual([]);
    await Promise.all([delivered("monday"), delivered("monday")]);
    pass(HOUR_MS);
    expect(await delivered("monday")).toBe("proven");
    expect(server.asked).toEqual(["/metadata", "/keys"]);
  });

  test("are fetched again each day, so that one that was withdrawn counts no longer", async () => {
    await delivered("monday");
    server.withdraw("monday");
    expect(await delivered("monday")).toBe("proven");
    pass(DAY_MS);
    expect(await delivered("monday")).toBe("refused");
  });

  test("are fetched again for a token that is signed with a new one", async () => {
    await delivered("monday");
    server.publish("tuesday");
    pass(MINUTE_MS);
    expect(await delivered("tuesday")).toBe("proven");
    expect(await delivered("monday")).toBe("proven");
  });

  test("are fetched once a minute at most, however many keys are named that there are not", async () => {
    server.publish("tuesday");
    server.withdraw("tuesday");
    await delivered("monday");
    for (let tries = 0; tries < 20; tries += 1) expect(await delivered("tuesday")).toBe("refused");
    expect(fetched()).toBe(1);
    pass(MINUTE_MS);
    for (let tries = 0; tries < 20; tries += 1) expect(await delivered("tuesday")).toBe("refused");
    expect(fetched()).toBe(2);
  });

  test("are not asked for by a token that is not for this app", async () => {
    await check({ authorization: "Bearer a.b.c", body: { serviceUrl, channelId: "msteams" } });
    expect(server.asked).toEqual([]);
  });

  test.each([
    { endorsements: ["webchat", "directline"], verdict: "refused" },
    { endorsements: [], verdict: "refused" },
    { endorsements: null, verdict: "refused" },
    { endorsements: ["webchat", "msteams"], verdict: "proven" },
  ])("may sign for the channels they are endorsed for: $endorsements", async ({ endorsements, verdict }) => {
    server.publish("tuesday", endorsements);
    expect(await delivered("tuesday")).toBe(verdict);
  });
});

describe("keys that cannot be had", () => {
  test.each(["/metadata", "/keys"])("leave a token unjudged, until they can: %s", async (path) => {
    server.answers(path, 503);
    expect(await delivered("monday")).toBe("unavailable");
    server.answers(path, 200);
    expect(await delivered("monday")).toBe("proven");
  });

  test.each(["/metadata", "/keys"])("are not looked for where a redirect leads: %s", async (path) => {
    const elsewhere = await startKeyServer();
    elsewhere.publish("monday");
    server.answers(path, 302, elsewhere.metadataUrl.replace("/metadata", path));
    expect(await delivered("monday")).toBe("unavailable");
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.close();
  });

  test("are not read from another host than the one that names them", async () => {
    const elsewhere = await startKeyServer();
    elsewhere.publish("monday");
    server.answers("/metadata", 200, "", { jwks_uri: elsewhere.metadataUrl.replace("/metadata", "/keys") });
    expect(await delivered("monday")).toBe("unavailable");
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.close();
  });

  test.each([{ keys: "none" }, { keys: [{ kty: "RSA", kid: "monday" }] }, [], "keys", null])(
    "leave a token unjudged where what is published is none: %j",
    async (body) => {
      server.answers("/keys", 200, "", body ?? "null");
      expect(await delivered("monday")).toBe("unavailable");
    },
  );
});
