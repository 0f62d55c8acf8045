import { createTeamsAdapter } from "../../../adapters/teams/adapter.ts";
import {
  isLoopback,
  PUBLIC_CLOUD,
  SERVICE_HOSTS,
  serviceHostsFor,
  type TeamsOptions,
} from "../../../adapters/teams/options.ts";
import { memoryReferences } from "../../../adapters/teams/reference.ts";
import { createLog, type Inbound, Secret, systemClock } from "../../../src/index.ts";
import { guidFor } from "../../fakes/teams/world.ts";
import { givenHere } from "../../support/givenHere.ts";
import { foundByNobody, shownToNobody } from "../../support/shownToNobody.ts";

const options: TeamsOptions = {
  appId: guidFor("app"),
  appType: "SingleTenant",
  tenant: guidFor("tenant"),
  tenants: [],
  credential: { type: "secret", secret: new Secret("a-secret-of-the-test") },
  cloud: PUBLIC_CLOUD,
  serviceHosts: SERVICE_HOSTS,
  host: "127.0.0.1",
  port: 0,
  development: false,
  references: memoryReferences(),
  given: givenHere(),
  now: systemClock,
  log: createLog({ level: "silent" }),
};

/** Nothing proves who speaks. */
const anonymous: TeamsOptions = { ...options, appId: "", credential: null, development: true };

describe("Referee on Teams", () => {
  test.each([
    { name: "a secret", changes: {} },
    { name: "a managed identity", changes: { appType: "UserAssignedMsi", credential: { type: "managedIdentity" } } },
    { name: "development without an app id, on this machine only", changes: anonymous },
  ] as const)("starts with $name", async ({ changes }) => {
    expect(await createTeamsAdapter({ ...options, ...changes })).toMatchObject({ name: "teams" });
  });

  test.each([
    { name: "without an app id", changes: { appId: "", credential: null }, says: "the app id is missing" },
    {
      name: "without an app id on the network",
      changes: { ...anonymous, host: "0.0.0.0" },
      says: "loopback address only",
    },
    { name: "with an app id that is none", changes: { appId: "referee" }, says: 'a GUID, not "referee"' },
    { name: "without a tenant", changes: { tenant: "" }, says: "the tenant id is missing" },
    { name: "without a credential", changes: { credential: null }, says: "a credential is missing" },
    {
      name: "with a secret for a managed identity",
      changes: { appType: "UserAssignedMsi" },
      says: "a managed identity goes with",
    },
    { name: "on a port there is not", changes: { port: 70_000 }, says: "not 70000" },
  ] as const)("does not start $name, and says why", async ({ changes, says }) => {
    await expect(createTeamsAdapter({ ...options, ...changes })).rejects.toThrow(says);
  });

  test("names everything that has to be mended at once", async () => {
    const broken = { ...options, appId: "referee", tenant: "", credential: null };
    await expect(createTeamsAdapter(broken)).rejects.toThrow(/GUID.*tenant.*credential/s);
  });
});

describe("development without an app id", () => {
  async function deliver(serviceUrl: string) {
    const received: Inbound[] = [];
    const adapter = await createTeamsAdapter(anonymous);
    await adapter.start(
      async (inbound) => {
        received.push(inbound);
        return { type: "nothing" };
      },
      shownToNobody,
      foundByNobody,
    );
    const activity = {
      type: "message",
      id: "1",
      channelId: "emulator",
      serviceUrl,
      from: { id: "user", name: "Sina", aadObjectId: guidFor("sina") },
      recipient: { id: "bot" },
      conversation: { id: "chat" },
      text: "open port 502",
    };
    const headers = { "content-type": "application/json" };
    const url = `http://127.0.0.1:${adapter.port()}/api/messages`;
    const { status } = await fetch(url, { method: "POST", headers, body: JSON.stringify(activity) });
    await adapter.stop();
    return { status, received: received.length };
  }

  test("takes anybody on this machine at their word", async () => {
    expect(await deliver("http://127.0.0.1:9/")).toEqual({ status: 200, received: 1 });
  });

  test("speaks to this machine only, whatever an activity says", async () => {
    expect(await deliver("https://smba.trafficmanager.net/emea/")).toEqual({ status: 403, received: 0 });
  });
});

describe("an address", () => {
  test.each(["127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost", "::ffff:127.0.0.1"])(
    "%s is this machine",
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  test.each(["0.0.0.0", "10.0.0.1", "127.evil.example", "localhost.evil.example", "", "::"])("%s is not", (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});

describe("connectors on this machine", () => {
  test("are spoken to when the identity server stands on it", () => {
    expect(serviceHostsFor("http://127.0.0.1:4100/openid/metadata")).toContain("127.0.0.1");
  });

  test.each([null, "https://keys.plant.example/openid", "https://127.0.0.1.evil.example/openid"])(
    "are not spoken to when the keys come from %s",
    (url) => {
      expect(serviceHostsFor(url)).toEqual(SERVICE_HOSTS);
    },
  );
});
