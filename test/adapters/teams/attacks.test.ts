import { TRANSPORTS } from "../../../adapters/teams/transport/names.ts";
import type { Forgery } from "../../fakes/teams/delivery.ts";
import { openBench, useTeams } from "./useTeams.ts";

/** What JSON's reader takes and every other part that goes down into it does not. */
const DEEP = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

describe.each(TRANSPORTS)("over %s:", (transport) => {
  const bench = useTeams({ transport });

  /** An honest press of Approve, ready to be sent in another way. */
  async function anHonestPress() {
    const { teams, adapter, received } = bench();
    await teams.as("sina").installs("line-3");
    const card = {
      title: "Open port 502",
      key: "HAM-142",
      blocks: [
        {
          type: "actions" as const,
          actions: [{ type: "press" as const, label: "Approve", value: "r1|approve|x", style: "primary" as const }],
          more: [],
        },
      ],
    };
    const spot = { adapter: "teams" as const, conversation: "19:line-3@thread.tacv2", thread: null };
    await adapter.post(spot, { text: "HAM-142", card, mention: [] }, "effect");
    await teams.as("otto").presses(teams.newest("line-3"), "Approve");
    expect(received).toHaveLength(1);
    return { ...Object(teams.deliveries.at(-1)?.activity), id: "f:another" };
  }

  describe("somebody who is not Teams", () => {
    const attacks: readonly { readonly name: string; readonly forgery: Forgery }[] = [
      { name: "has no token", forgery: { authorization: null } },
      { name: "has an empty token", forgery: { authorization: "Bearer " } },
      { name: "has something that is no token", forgery: { authorization: "Bearer a.b.c" } },
      { name: "has a token for another app", forgery: { claims: { aud: "4d5e6f70-0000-4000-8000-000000000000" } } },
      { name: "has a token of another issuer", forgery: { claims: { iss: "https://sts.windows.net/evil/" } } },
      { name: "has a token that ended", forgery: { claims: { expiresInSeconds: -3_600, validInSeconds: -7_200 } } },
      { name: "has a token that does not hold yet", forgery: { claims: { validInSeconds: 3_600 } } },
      { name: "has a token signed with its own key", forgery: { claims: { foreignKey: true } } },
      { name: "has a token without a signature", forgery: { claims: { alg: "none" } } },
      { name: "has a token signed with the public key as a password", forgery: { claims: { alg: "HS256" } } },
      { name: "has a token signed by another method", forgery: { claims: { alg: "RS512" } } },
      { name: "has a token signed with a key that there is not", forgery: { claims: { unknownKey: true } } },
      { name: "has a token that names no key", forgery: { claims: { without: ["kid"] } } },
      { name: "has a token that never ends", forgery: { claims: { without: ["exp"] } } },
      { name: "has a token that ended six minutes ago", forgery: { claims: { expiresInSeconds: -360 } } },
      { name: "has a token that holds in six minutes", forgery: { claims: { validInSeconds: 360 } } },
      { name: "has a token for no service address", forgery: { claims: { without: ["serviceurl"] } } },
      { name: "has a token for another service address", forgery: { claims: { serviceurl: "https://evil.example/" } } },
    ];

    test.each(attacks)("is refused and changes nothing: $name", async ({ forgery }) => {
      const { teams, received } = bench();
      const press = await anHonestPress();
      const before = teams.world.messages.length;
      const { status } = await teams.deliver(press, forgery);
      expect({ status, received: received.length, posted: teams.world.messages.length - before }).toEqual({
        status: 401,
        received: 1,
        posted: 0,
      });
    });

    test.each([
      {
        name: "of another tenant",
        change: {
          conversation: { id: "19:line-3@thread.tacv2", conversationType: "channel", tenantId: "evil" },
          channelData: {},
        },
      },
      { name: "that names two tenants", change: { channelData: { tenant: { id: "evil" } } } },
      {
        name: "that names no tenant",
        change: { conversation: { id: "19:line-3@thread.tacv2", conversationType: "channel" }, channelData: {} },
      },
      { name: "that was pressed ten minutes ago", change: { timestamp: "2026-11-23T08:49:59Z" } },
    ])("is refused with a good token for a press $name", async ({ change }) => {
      const { teams, received } = bench();
      const press = await anHonestPress();
      const before = teams.world.messages.length;
      const { status } = await teams.deliver({ ...press, ...change });
      expect({ status, received: received.length, posted: teams.world.messages.length - before }).toEqual({
        status: 403,
        received: 1,
        posted: 0,
      });
    });

    test("is refused with a token that its signer does not give for another channel than Teams", async () => {
      const { teams, received } = bench();
      const press = { ...(await anHonestPress()), channelId: "directline" };
      expect(await teams.deliver(press)).toMatchObject({ status: 401 });
      expect(received).toHaveLength(1);
    });

    test.each([
      { name: "that ended four minutes ago", claims: { expiresInSeconds: -240, validInSeconds: -3_600 } },
      { name: "that holds in four minutes", claims: { validInSeconds: 240 } },
    ])("is not seen in a clock that is wrong by minutes: a token $name", async ({ claims }) => {
      const { teams, received } = bench();
      await teams.deliver(await anHonestPress(), { claims });
      expect(received).toHaveLength(2);
    });

    test("is told from a proxy that keeps the token back", async () => {
      const { teams, logged } = bench();
      await teams.deliver(await anHonestPress(), { authorization: null });
      expect(logged.join()).toContain("a proxy in between must pass on the Authorization header");
    });

    test("is seen in the log, but cannot fill it", async () => {
      const { teams, logged } = bench();
      const press = await anHonestPress();
      const attack = () => teams.deliver(press, { claims: { aud: "4d5e6f70-0000-4000-8000-000000000000" } });
      for (let posted = 0; posted < 20; posted += 1) await attack();
      teams.clock.advance(10 * 60_000);
      await attack();
      const refusals = logged.filter((line) => line.includes("refused what does not prove to be from Teams"));
      expect(refusals).toEqual([expect.stringContaining('"count":1'), expect.stringContaining('"count":20')]);
      expect(refusals.join()).toContain("for another app");
    });

    test("is said in the log, and nowhere else", async () => {
      const { teams } = bench();
      const press = await anHonestPress();
      const printed = jest.spyOn(console, "error").mockReturnValue(undefined);
      await Promise.all(attacks.map(({ forgery }) => teams.deliver(press, forgery)));
      const whilePrinting = printed.mock.calls.length;
      console.error("something else");
      const afterwards = printed.mock.calls.length;
      printed.mockRestore();
      expect({ whilePrinting, afterwards }).toEqual({ whilePrinting: 0, afterwards: 1 });
    });

    test.each([
      "",
      "smba.trafficmanager.net/emea/",
      "https://",
      "https://smba.trafficmanager.net:99999/",
      "//smba.trafficmanager.net/",
      "https://[::/",
      "mailto:bot@evil.example",
      "javascript:alert(1)",
      "https:///emea",
      5,
      null,
      {},
    ])("is refused as what it is where the service address is none: %j", async (serviceUrl) => {
      const { teams, received, logged } = bench();
      const press = { ...(await anHonestPress()), serviceUrl };
      const { status } = await teams.deliver(press, { claims: { serviceurl: String(serviceUrl) } });
      expect({ isRefused: status >= 400 && status < 500, received: received.length }).toEqual({
        isRefused: true,
        received: 1,
      });
      expect(logged.at(-1)).toMatch(/serviceUrl/i);
    });

    test("cannot have answers sent to an address of their own", async () => {
      const { teams, received } = bench();
      const press = { ...(await anHonestPress()), serviceUrl: "https://evil.example/" };
      expect(await teams.deliver(press, { claims: { serviceurl: "https://evil.example/" } })).toMatchObject({
        status: 403,
      });
      expect(received).toHaveLength(1);
    });

    test("sends a press again within its time, and it goes by the same id as the first", async () => {
      const { teams, received } = bench();
      await anHonestPress();
      await teams.deliver(teams.deliveries.at(-1)?.activity);
      expect(received.map(({ id }) => id)).toEqual([received[0]?.id, received[0]?.id]);
    });

    test("sends data in data without end with a press, and is refused; the next is taken", async () => {
      const { teams, received } = bench();
      const press = await anHonestPress();
      let data: object = {};
      for (let depth = 0; depth < 3_000; depth += 1) data = { data };
      const value = { action: { type: "Action.Execute", verb: "referee", data: { action: "r1|approve|x", data } } };
      expect(await teams.deliver({ ...press, id: "f:deep", value })).toMatchObject({ status: 400 });
      expect(received).toHaveLength(1);
      expect(await teams.deliver({ ...press, id: "f:next" })).toMatchObject({ status: 200 });
    });

    test("sends a press again later, and is refused", async () => {
      const { teams, received } = bench();
      await anHonestPress();
      teams.clock.advance(5 * 60_000 + 1);
      expect(await teams.deliver(teams.deliveries.at(-1)?.activity)).toMatchObject({ status: 403 });
      expect(received).toHaveLength(1);
    });
  });

  describe("a request that is no activity", () => {
    const headers = { "content-type": "application/json", authorization: "Bearer a.b.c" };

    test.each([
      { name: "JSON null", method: "POST", headers, body: "null", status: 400 },
      { name: "a list", method: "POST", headers, body: "[]", status: 400 },
      { name: "half of an object", method: "POST", headers, body: '{"type":', status: 400 },
      { name: "an object without anything", method: "POST", headers, body: "{}", status: 401 },
      { name: "text", method: "POST", headers: { ...headers, "content-type": "text/plain" }, body: "{}", status: 415 },
      { name: "a body of a megabyte", method: "POST", headers, body: `{"a":"${"a".repeat(1_000_000)}"}`, status: 413 },
      { name: "lists in lists", method: "POST", headers, body: `{"type":"message","a":${DEEP}}`, status: 400 },
      { name: "a probe", method: "HEAD", headers: {}, body: undefined, status: 200 },
      { name: "a page view", method: "GET", headers: {}, body: undefined, status: 405 },
    ])("is answered and forgotten: $name", async ({ method, headers: sent, body, status }) => {
      const { adapter, received } = bench();
      const url = `http://127.0.0.1:${adapter.port()}/api/messages`;
      const response = await fetch(url, { method, headers: sent, ...(body !== undefined && { body }) });
      expect({ status: response.status, text: await response.text() }).toEqual({ status, text: "" });
      expect(received).toEqual([]);
    });

    test("is not found under another path", async () => {
      const { adapter } = bench();
      expect(await fetch(`http://127.0.0.1:${adapter.port()}/`, { method: "POST", headers, body: "{}" })).toMatchObject(
        {
          status: 404,
        },
      );
    });
  });

  describe("an activity that comes without proof, on a machine that lets it", () => {
    test.each(["serviceUrl", "channelId", "conversation", "from"])(
      "is answered 400 where its %s is none",
      async (field) => {
        const { teams, logged, stop } = await openBench({ transport, appId: "", credential: null, development: true });
        await teams.as("sina").says("sina", "hello");
        const honest = Object(teams.deliveries.at(-1)?.activity);
        const statuses = new Set<number>();
        for (const value of [5, true, {}, [], [null]])
          statuses.add((await teams.deliver({ ...honest, [field]: value }, { authorization: null })).status);
        await stop();
        expect([...statuses]).toEqual([400]);
        expect(logged.join()).toContain(`"problems":["${field}`);
      },
    );
  });

  describe("while the keys of Teams cannot be had", () => {
    test("an honest act is asked for again instead of being refused", async () => {
      const { teams, received } = bench();
      teams.faults.next("keys", { type: "status", status: 500 });
      await teams.as("sina").says("sina", "open port 502");
      expect({ status: teams.deliveries.at(-1)?.status, received }).toEqual({ status: 503, received: [] });
      expect(bench().logged.join()).toContain("cannot be checked without its keys");
      await teams.deliver(teams.deliveries.at(-1)?.activity);
      expect(received).toHaveLength(1);
    });

    test("the log says so, but is not filled by it", async () => {
      const { teams, logged } = bench();
      teams.faults.next("keys", ...Array.from({ length: 21 }, () => ({ type: "status" as const, status: 500 })));
      for (let said = 0; said < 20; said += 1) await teams.as("sina").says("sina", "open port 502");
      teams.clock.advance(10 * 60_000);
      await teams.as("sina").says("sina", "open port 502");
      const unchecked = logged.filter((line) => line.includes("cannot be checked without its keys"));
      expect(unchecked).toEqual([expect.stringContaining('"count":1'), expect.stringContaining('"count":20')]);
    });
  });
});
