import { generateKeyPairSync } from "node:crypto";
import { Response } from "undici";
import { type Credential, PUBLIC_CLOUD, type TeamsIdentity } from "../../../adapters/teams/options.ts";
import { loginNetwork } from "../../../adapters/teams/transport/loginNetwork.ts";
import { tokensFor } from "../../../adapters/teams/transport/tokens.ts";
import { createLog, type Fetch, Secret, systemClock } from "../../../src/index.ts";
import { guidFor } from "../../fakes/teams/world.ts";

const appId = guidFor("app");
const tenant = guidFor("tenant");
const secret: Credential = { type: "secret", secret: new Secret("a-secret-of-the-test") };

type Asked = { readonly url: URL; readonly form: URLSearchParams; readonly redirect: unknown };

const granted = { token_type: "Bearer", expires_in: 3_600, access_token: "a-token" };
let asked: Asked[] = [];
let answer: () => Response = () => Response.json(granted);

beforeEach(() => {
  asked = [];
  answer = () => Response.json(granted);
});

afterEach(() => jest.restoreAllMocks());

/** The way out, which leads to a login made for the test. */
const toLogin: Fetch = async (url, init) => {
  asked.push({
    url: new URL(String(url)),
    form: new URLSearchParams(String(init?.body ?? "")),
    redirect: init?.redirect,
  });
  return answer();
};

function tokens(changes: Partial<TeamsIdentity> = {}) {
  const source = tokensFor(
    {
      appId,
      appType: "SingleTenant",
      tenant,
      credential: secret,
      cloud: PUBLIC_CLOUD,
      now: systemClock,
      log: createLog({ level: "silent" }),
      ...changes,
    },
    toLogin,
  );
  if (source === null) throw new Error("Nothing signs.");
  return source;
}

function certificate(): Credential {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { type: "certificate", thumbprint: "ab".repeat(20), privateKey: new Secret(pem) };
}

describe("signing in at Entra", () => {
  test("asks once, and keeps the token while it holds", async () => {
    const token = tokens();
    expect([await token(), await token()]).toEqual(["a-token", "a-token"]);
    expect(asked.map(({ url }) => url.origin + url.pathname)).toEqual([
      `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    ]);
    expect(Object.fromEntries(asked[0]?.form ?? [])).toMatchObject({
      grant_type: "client_credentials",
      client_id: appId,
      client_secret: "a-secret-of-the-test",
      scope: "https://api.botframework.com/.default",
    });
    expect(asked[0]?.redirect).toBe("error");
  });

  test("of an app of many tenants is where Microsoft registered the Bot Framework", async () => {
    await tokens({ appType: "MultiTenant" })();
    expect(asked[0]?.url.pathname).toBe("/botframework.com/oauth2/v2.0/token");
  });

  test("with a certificate sends a proof that is signed with it, and no secret", async () => {
    await tokens({ credential: certificate() })();
    const [header = ""] = (asked[0]?.form.get("client_assertion") ?? "").split(".");
    expect(JSON.parse(Buffer.from(header, "base64url").toString())).toMatchObject({
      alg: "RS256",
      x5t: Buffer.from("ab".repeat(20), "hex").toString("base64url"),
    });
    expect(asked[0]?.form.get("client_secret")).toBeNull();
  });

  test("with a managed identity asks the machine itself", async () => {
    const inAnHour = String(Math.floor(systemClock() / 1_000) + 3_600);
    answer = () => Response.json({ access_token: "a-token", expires_on: inAnHour, token_type: "Bearer" });
    const token = tokens({ appType: "UserAssignedMsi", credential: { type: "managedIdentity" } });
    expect(await token()).toBe("a-token");
    expect(asked[0]?.url.host).toBe("169.254.169.254");
    expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toMatchObject({
      client_id: appId,
      resource: "https://api.botframework.com",
    });
  });

  test("fails with Microsoft's own words when the secret is wrong, and tries again when asked again", async () => {
    const token = tokens();
    answer = () =>
      Response.json(
        { error: "invalid_client", error_description: "AADSTS7000215: Invalid client secret." },
        { status: 401 },
      );
    await expect(token()).rejects.toThrow("AADSTS7000215");
    answer = () => Response.json(granted);
    expect(await token()).toBe("a-token");
  });

  test("waits as long as Entra says before it asks again", async () => {
    const token = tokens();
    answer = () =>
      Response.json(
        { error: "temporarily_unavailable", error_description: "Too many" },
        { status: 429, headers: { "retry-after": "60" } },
      );
    for (let tries = 0; tries < 5; tries += 1) await expect(token()).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });

  test.each(["<html>Your proxy</html>", "[]", "null", ""])("says so where a proxy answers: %j", async (page) => {
    answer = () => new Response(page, { status: 200 });
    await expect(tokens()()).rejects.toThrow("no JSON object");
  });

  test("prints nothing of its own", async () => {
    const printed = (["log", "info", "warn", "error", "debug"] as const).map((level) => jest.spyOn(console, level));
    answer = () => Response.json({ error: "invalid_client", error_description: "AADSTS7000215" }, { status: 401 });
    await expect(tokens()()).rejects.toThrow();
    expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });
});

describe("a login that is not reached", () => {
  test("is named, with what happened to the line", async () => {
    answer = () => {
      throw new TypeError("fetch failed", { cause: new Error("getaddrinfo ENOTFOUND login.microsoftonline.com") });
    };
    await expect(tokens()()).rejects.toThrow("login.microsoftonline.com did not answer");
  });

  test("is not looked for at another host", async () => {
    await expect(
      loginNetwork(toLogin, 1_000, "login.microsoftonline.com").sendPostRequestAsync("https://evil.example/"),
    ).rejects.toThrow("login.microsoftonline.com only");
    expect(asked).toEqual([]);
  });
});
