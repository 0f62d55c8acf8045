import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { instant, later, MINUTE_MS } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { type Outgoing, openOutgoing } from "../../src/outgoing/outgoing.ts";
import { behindTls, type ForwardProxy, openForwardProxy } from "../support/forwardProxy.ts";

const PASSWORD = "pä:ss@w%rd";

let platform: Server;
let port = 0;
let direct = 0;
let proxy: ForwardProxy;
let opened: Outgoing[] = [];
let logged: string[] = [];
let now = instant("2026-11-23T09:00:00Z");

beforeEach(async () => {
  opened = [];
  logged = [];
  direct = 0;
  platform = createServer((_, response) => response.end("heard")).listen(0, "127.0.0.1");
  platform.on("connection", () => {
    direct += 1;
  });
  await once(platform, "listening");
  const address = platform.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
  const leadsTo = (target: string) => (target.startsWith("blocked.") ? null : port);
  proxy = await openForwardProxy({ user: "referee", password: PASSWORD, leadsTo });
});
afterEach(async () => {
  await Promise.all(opened.map((each) => each.close()));
  await proxy.stop();
  platform.closeAllConnections();
  await new Promise((resolve) => platform.close(resolve));
});

/** The way out with these settings. */
function wayOut(settings: Readonly<Record<string, string>>): Outgoing {
  const { proxy: by, secrets } = readConfig(settings);
  const log = createLog({ level: "info", secrets, write: (line) => logged.push(line) });
  const outgoing = openOutgoing(by, () => now, log);
  opened.push(outgoing);
  return outgoing;
}

async function said(outgoing: Outgoing, url: string): Promise<string> {
  return (await outgoing.fetch(url)).text();
}

/** Why a request did not get out: the code and the words. */
async function problem(outgoing: Outgoing, url: string): Promise<{ readonly code: unknown; readonly why: string }> {
  const error: unknown = await outgoing.fetch(url).then(
    () => null,
    (caught) => caught.cause,
  );
  if (!(error instanceof Error)) throw new Error("it got out");
  return { code: "code" in error ? error.code : undefined, why: error.message };
}

describe("behind a proxy", () => {
  test("a request goes through it, with the password that was percent-encoded in the setting", async () => {
    const outgoing = wayOut({
      HTTPS_PROXY: proxy.address("referee", PASSWORD),
      HTTP_PROXY: proxy.address("referee", PASSWORD),
    });
    expect(await said(outgoing, "http://slack.test/api")).toBe("heard");
    expect(proxy.asked).toEqual([{ target: "slack.test:80", status: 200 }]);
    expect(outgoing.troubles()).toEqual([]);
  });

  test.each([
    ["the host itself", "slack.test"],
    ["a suffix with a dot", ".test"],
    ["a suffix with a star", "*.test"],
    ["a suffix of several hosts in a list with blanks", "example.com, localhost  slack.test"],
    ["the host and its port", "127.0.0.1:PORT"],
    ["everything", "*"],
    ["capitals", "SLACK.TEST"],
  ])("NO_PROXY that names %s is obeyed", async (_, except) => {
    const outgoing = wayOut({
      HTTP_PROXY: proxy.address("referee", PASSWORD),
      NO_PROXY: except.replace("PORT", String(port)),
    });
    const url = except.startsWith("127.") ? `http://127.0.0.1:${port}/` : "http://slack.test/";
    await outgoing.fetch(url).catch(() => null); // there is no such host to reach directly
    expect(proxy.asked).toEqual([]);
    expect(direct).toBe(except.startsWith("127.") ? 1 : 0);
  });

  test.each([
    ["another host", "slack.example"],
    ["a host whose name only ends alike", "lack.test"],
    ["another port of the host", "slack.test:8443"],
  ])("NO_PROXY that names %s changes nothing", async (_, except) => {
    const outgoing = wayOut({ HTTP_PROXY: proxy.address("referee", PASSWORD), NO_PROXY: except });
    await said(outgoing, "http://slack.test/");
    expect(proxy.asked).toHaveLength(1);
  });

  test("that wants a password, the setting to change is named, once, until it is well again", async () => {
    const outgoing = wayOut({ http_proxy: proxy.address() });
    const wanted = `the proxy 127.0.0.1:${proxy.port} wants a user and a password (407): HTTPS_PROXY=http://user:password@127.0.0.1:${proxy.port}`;
    expect(await problem(outgoing, "http://slack.test/")).toEqual({ code: "PROXY_REFUSED", why: wanted });
    await problem(outgoing, "http://teams.test/");
    expect(outgoing.troubles()).toEqual([wanted]);
    expect(logged.filter((line) => line.includes("(407)"))).toHaveLength(1);
  });

  test("that takes another password, nothing of the one it has stands anywhere", async () => {
    const outgoing = wayOut({ http_proxy: proxy.address("referee", "wrong-password") });
    const { why } = await problem(outgoing, "http://slack.test/");
    expect(why).toBe(`the proxy 127.0.0.1:${proxy.port} refuses the user or the password in HTTPS_PROXY (407)`);
    const basic = Buffer.from("referee:wrong-password").toString("base64");
    for (const text of [...logged, why, ...outgoing.troubles()])
      expect(text).not.toMatch(new RegExp(`wrong-password|${basic}`));
  });

  test("that forbids one host, the others are reached, and the host is named", async () => {
    const outgoing = wayOut({ HTTP_PROXY: proxy.address("referee", PASSWORD) });
    const why = `the proxy 127.0.0.1:${proxy.port} does not let Referee reach blocked.test (403)`;
    expect(await problem(outgoing, "http://blocked.test/")).toEqual({ code: "PROXY_REFUSED", why });
    expect(await said(outgoing, "http://slack.test/")).toBe("heard");
    expect(outgoing.troubles()).toEqual([why]);
  });

  test("that is dead, it says so; that is back, all is well", async () => {
    const dead = await openForwardProxy({ user: "a", password: "b", leadsTo: () => port });
    await dead.stop();
    const outgoing = wayOut({ HTTP_PROXY: dead.address("a", "b") });
    const why = `the proxy 127.0.0.1:${dead.port} cannot be reached (ECONNREFUSED)`;
    expect(await problem(outgoing, "http://slack.test/")).toEqual({ code: "PROXY_AWAY", why });
    expect(outgoing.troubles()).toEqual([why]);
    expect(logged.some((line) => line.includes(why))).toBe(true);
  });

  test("that was asked to go where nobody goes any more, it is not in trouble for ever", async () => {
    const outgoing = wayOut({ HTTP_PROXY: proxy.address("referee", PASSWORD) });
    await problem(outgoing, "http://blocked.test/");
    now = later(now, 10 * MINUTE_MS);
    expect(outgoing.troubles()).toEqual([]);
  });

  test("a refusal that ends, ends the trouble, and stands in the log", async () => {
    const outgoing = wayOut({ HTTP_PROXY: proxy.address("referee", PASSWORD) });
    proxy.refuses(407);
    await problem(outgoing, "http://slack.test/");
    expect(outgoing.troubles()).toHaveLength(1);
    proxy.refuses(null);
    await said(outgoing, "http://teams.test/");
    expect(outgoing.troubles()).toEqual([]);
    expect(logged.at(-1)).toContain("Referee gets out again");
  });
});

describe("without a proxy", () => {
  test("a request goes out directly, whatever this machine's own environment says", async () => {
    process.env.http_proxy = proxy.address("referee", PASSWORD);
    try {
      expect(await said(wayOut({}), `http://127.0.0.1:${port}/`)).toBe("heard");
      expect(await said(wayOut({ HTTPS_PROXY: proxy.address() }), `http://127.0.0.1:${port}/`)).toBe("heard");
    } finally {
      delete process.env.http_proxy;
    }
    expect(proxy.asked).toEqual([]);
  });

  test("a certificate of the company's own authority that was not named is told with the setting that names it", async () => {
    const door = await behindTls(`http://127.0.0.1:${port}`);
    const outgoing = wayOut({});
    const { code, why } = await problem(outgoing, `https://localhost:${door.port}/`);
    await door.stop();
    expect(code).toBe("CERTIFICATE_UNTRUSTED");
    expect(why).toContain("NODE_EXTRA_CA_CERTS");
    expect(outgoing.troubles()).toEqual([why]);
  });
});

test("a line that is cut ends at once, though its other end says nothing", async () => {
  const outgoing = wayOut({ HTTP_PROXY: proxy.address("referee", PASSWORD) });
  platform.removeAllListeners("request");
  const line = outgoing.line();
  const arrived = once(platform, "request");
  const waiting = line.dispatcher.request({ origin: "http://slack.test", path: "/", method: "GET" });
  await arrived;
  line.cut();
  await expect(waiting).rejects.toThrow();
});
