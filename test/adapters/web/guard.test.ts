import { call, cookieOf, pageCall } from "./browserCall.ts";
import { openWebChat, TOKEN, type WebChat } from "./standIn.ts";

const said = {
  id: "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
  as: "web:otto",
  spot: { conversation: "web:otto", thread: null },
  text: "hello",
};

let chat: WebChat;
beforeAll(async () => {
  chat = await openWebChat();
});
afterAll(() => chat.close());

describe("the local chat's door", () => {
  test("opens for the printed address, and leaves a cookie that no script and no other site gets", async () => {
    const { status, headers } = await call(chat, { path: `/?token=${TOKEN}` });
    expect(status).toBe(200);
    expect(String(headers["set-cookie"])).toMatch(/HttpOnly; SameSite=Strict$/);
    expect(String(headers["set-cookie"])).not.toContain(TOKEN);
  });

  test("opens again for the cookie, without the key", async () => {
    expect((await call(chat, { headers: { cookie: await cookieOf(chat) } })).status).toBe(200);
  });

  test.each([
    { name: "no key", path: "/" },
    { name: "another key", path: `/?token=${TOKEN}x` },
    { name: "an empty key", path: "/?token=" },
    { name: "the key in the address of something else than the page", path: `/api/requests?token=${TOKEN}` },
    { name: "no key for the script", path: "/page.js" },
    { name: "no key for the live line", path: "/api/live" },
  ])("stays shut for $name", async ({ path }) => {
    const { status, headers } = await call(chat, { path });
    expect(status).toBe(401);
    expect(headers["set-cookie"]).toBeUndefined();
  });

  test("stays shut for a cookie somebody made up", async () => {
    const name = (await cookieOf(chat)).split("=")[0];
    expect((await call(chat, { headers: { cookie: `${name}=AAAA` } })).status).toBe(401);
  });

  test.each(["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example"])(
    "stays shut for a site that points its name %j at this machine",
    async (host) => {
      const { status } = await call(chat, { headers: { host, cookie: await cookieOf(chat) } });
      expect(status).toBe(421);
    },
  );

  test("opens under each name this machine has for itself", async () => {
    const port = new URL(chat.origin).port;
    const cookie = await cookieOf(chat);
    const open = (host: string) => call(chat, { headers: { host: `${host}:${port}`, cookie } });
    expect((await open("localhost")).status).toBe(200);
    expect((await open("[::1]")).status).toBe(200);
  });
});

describe("another page in the same browser", () => {
  test.each([
    { name: "with its own origin", headers: { origin: "http://evil.example", "sec-fetch-site": "cross-site" } },
    {
      name: "from another port of this machine",
      headers: { origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" },
    },
    { name: "with an origin hidden by a sandbox", headers: { origin: "null" } },
    { name: "with the browser saying it comes from elsewhere", headers: { "sec-fetch-site": "cross-site" } },
    { name: "as a form would send it", headers: { "content-type": "application/x-www-form-urlencoded" }, status: 415 },
    { name: "as text, to avoid being asked for", headers: { "content-type": "text/plain" }, status: 415 },
  ])("presses nothing $name", async ({ headers, status = 403 }) => {
    const answered = await pageCall(chat, "/api/say", said, { ...headers });
    expect(answered.status).toBe(status);
    expect(chat.told).toEqual([]);
  });

  test("presses nothing when the browser does not say where it comes from", async () => {
    const headers = { cookie: await cookieOf(chat), "content-type": "application/json" };
    const answered = await call(chat, { method: "POST", path: "/api/say", headers, body: JSON.stringify(said) });
    expect(answered.status).toBe(403);
    expect(chat.told).toEqual([]);
  });

  test("does not read the chat", async () => {
    const answered = await pageCall(chat, "/api/requests", undefined, {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "no-cors",
    });
    expect(answered.status).toBe(403);
  });

  test("neither frames the page nor gets its address, and the page loads nothing from outside", async () => {
    const { headers } = await call(chat, { path: `/?token=${TOKEN}` });
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
      "cross-origin-resource-policy": "same-origin",
    });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
  });
});

describe("what the door does not let through", () => {
  test.each(["//", "http://[", "///evil.example/", "*"])("%s, which is no address", async (path) => {
    expect((await call(chat, { path })).status).toBe(401);
  });

  test("a GET decides nothing, whatever stands in it", async () => {
    expect((await pageCall(chat, "/api/press?as=otto&value=approve")).status).toBe(404);
    expect(chat.told).toEqual([]);
  });

  test.each(["PUT", "DELETE", "OPTIONS", "PATCH"])("%s", async (method) => {
    expect((await call(chat, { method, path: "/api/say", headers: { cookie: await cookieOf(chat) } })).status).toBe(
      405,
    );
  });

  test("a body longer than any form", async () => {
    expect((await pageCall(chat, "/api/say", { ...said, text: "x".repeat(70_000) })).status).toBe(413);
  });

  test.each([
    { name: "null", body: null },
    { name: "nothing known", body: {} },
    { name: "an id of its own making", body: { ...said, id: "../../x" } },
    { name: "a list for a text", body: { ...said, text: ["a"] } },
    { name: "a text past the limit", body: { ...said, text: "x".repeat(9_000) } },
  ])("a body with $name", async ({ body }) => {
    expect((await pageCall(chat, "/api/say", body)).status).toBe(400);
  });

  test.each(["/../package.json", "/page/../../package.json", "/%2e%2e/package.json", "/.env", "/page.html"])(
    "the path %s",
    async (path) => {
      expect((await pageCall(chat, path)).status).toBe(404);
    },
  );

  test("words as somebody who does not exist, or in a conversation that is not theirs", async () => {
    const as = (person: string, conversation: string) =>
      pageCall(chat, "/api/say", { ...said, as: person, spot: { conversation, thread: null } });
    expect((await as("web:nobody", "web:line-3")).status).toBe(403);
    expect((await as("web:otto", "web:olga")).status).toBe(403);
    expect((await as("web:otto", "web:no-such-channel")).status).toBe(403);
    expect(chat.told).toEqual([]);
  });
});
