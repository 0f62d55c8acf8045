import { createTeamsAdapter } from "../../../adapters/teams/adapter.ts";
import { type TeamsSettings, type TeamsSurroundings, teamsOptions } from "../../../adapters/teams/configured.ts";
import { memoryReferences } from "../../../adapters/teams/reference.ts";
import { createLog, Secret, systemClock } from "../../../src/index.ts";
import { startFakeTeams } from "../../fakes/teams/fakeTeams.ts";
import { guidFor } from "../../fakes/teams/world.ts";

const around: TeamsSurroundings = {
  host: "127.0.0.1",
  port: 0,
  references: memoryReferences(),
  now: systemClock,
  log: createLog({ level: "silent" }),
  readKey: async (file) => new Secret(`the key in ${file}`),
};

const password = { type: "password", password: new Secret("a-secret-of-the-test") } as const;

function settingsWith(changes: Partial<TeamsSettings>, credentials: Credentials = password): TeamsSettings {
  const identity = {
    type: "app",
    appId: guidFor("app"),
    appType: "SingleTenant",
    tenantId: guidFor("tenant"),
    credentials,
  } as const;
  return { identity, allowedTenants: [], openIdMetadataUrl: null, tokenIssuer: null, loginUrl: null, ...changes };
}

type Credentials = Extract<TeamsSettings["identity"], { type: "app" }>["credentials"];

describe("what an administrator set for Teams", () => {
  test("is Microsoft's own world unless something else is said", async () => {
    const options = await teamsOptions(settingsWith({}), around);
    expect(options).toMatchObject({
      cloud: { issuer: "https://api.botframework.com" },
      credential: { type: "secret" },
    });
    expect(options.serviceHosts).not.toContain("127.0.0.1");
  });

  test("may be a certificate, whose key is read from its file", async () => {
    const certificate = { type: "certificate", thumbprint: "AB12", keyFile: "teams.pem" } as const;
    const { credential } = await teamsOptions(settingsWith({}, certificate), around);
    expect(credential?.type === "certificate" ? credential.privateKey.reveal() : "").toBe("the key in teams.pem");
  });

  test("cannot be a certificate for a login that is not Microsoft's", async () => {
    const certificate = { type: "certificate", thumbprint: "AB12", keyFile: "teams.pem" } as const;
    const settings = settingsWith({ loginUrl: "http://127.0.0.1:1/token" }, certificate);
    await expect(teamsOptions(settings, around)).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });

  test("may check nobody, and then it is development", async () => {
    expect(await teamsOptions(settingsWith({ identity: { type: "unchecked" } }), around)).toMatchObject({
      appId: "",
      development: true,
    });
  });

  test("may name an identity server on this machine, and then connectors there are spoken to", async () => {
    const teams = await startFakeTeams({ people: { sina: "Sina Roth" } });
    const { id, secret, tenant, issuer, metadataUrl, tokenUrl } = teams.app;
    const credentials = { type: "password", password: new Secret(secret) } as const;
    const identity = { type: "app", appId: id, appType: "SingleTenant", tenantId: tenant, credentials } as const;
    const settings = {
      identity,
      allowedTenants: [],
      openIdMetadataUrl: metadataUrl,
      tokenIssuer: issuer,
      loginUrl: tokenUrl,
    };
    const adapter = createTeamsAdapter(await teamsOptions(settings, { ...around, now: teams.clock.now }));
    await adapter.start(async () => ({ type: "private", text: "I heard you." }));
    teams.connect(`http://127.0.0.1:${adapter.port()}/api/messages`);
    await teams.as("sina").says("sina", "open port 502");
    await adapter.stop();
    await teams.close();
    expect(teams.newest("sina").text).toBe("I heard you.");
  });
});
