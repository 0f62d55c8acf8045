import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { TEAMS_LIMITS } from "../../../adapters/teams/limits.ts";
import { callConnector, signIn } from "./asBot.ts";
import { type FakeTeams, startFakeTeams } from "./fakeTeams.ts";
import { createThrottle } from "./throttle.ts";
import { conversationCalled } from "./world.ts";

let teams: FakeTeams;
const CHANNEL = encodeURIComponent("19:line-3@thread.tacv2");

beforeEach(async () => {
  teams = await startFakeTeams({
    people: { sina: "Sina Roth", otto: "Otto Brandt" },
    channels: { "line-3": ["sina", "otto"], crowd: Array.from({ length: 120 }, () => "sina") },
    meetings: { handover: ["sina", "otto"] },
    between: { "sina and otto": ["sina", "otto"] },
  });
});

afterEach(() => teams.close());

const call = (method: string, path: string, body?: unknown, token?: string) =>
  callConnector(teams, method, path, body, token);
const send = (activity: object) => call("POST", `/${CHANNEL}/activities`, { type: "message", ...activity });

describe("the fake Teams", () => {
  test("lets nobody speak without a token of its own", async () => {
    expect(await signIn(teams, "wrong")).toBe("");
    expect(await call("POST", `/${CHANNEL}/activities`, { type: "message", text: "x" }, "made-up")).toMatchObject({
      status: 401,
    });
  });

  test("takes a message, and names it", async () => {
    const { status, body } = await send({ text: "Hello." });
    expect(status).toBe(201);
    expect(teams.messages("line-3")).toMatchObject([{ id: body.id, text: "Hello." }]);
  });

  test.each([
    { name: "an empty message", activity: {}, status: 400 },
    { name: "something that is no message", activity: { type: "typing" }, status: 400 },
    { name: "more than 100 KB in UTF-16", activity: { text: "a".repeat(51_200) }, status: 413 },
    {
      name: "a card that is none",
      activity: {
        attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: { type: "Card" } }],
      },
      status: 400,
    },
  ])("refuses $name", async ({ activity, status }) => {
    expect(await send(activity)).toMatchObject({ status });
  });

  test("takes just below 100 KB", async () => {
    expect(await send({ text: "a".repeat(51_000) })).toMatchObject({ status: 201 });
  });

  test.each(["handover", "sina and otto"])("refuses a message where the app is not installed: %s", async (name) => {
    const { id } = conversationCalled(teams.world, name);
    const path = `/${encodeURIComponent(id)}/activities`;
    expect(await call("POST", path, { type: "message", text: "x" })).toMatchObject({
      status: 403,
      body: { error: { code: "BotNotInConversationRoster" } },
    });
  });

  test("refuses the eighth message within a second, and says how long to wait", async () => {
    for (let sent = 0; sent < 7; sent++) await send({ text: "x" });
    expect(await send({ text: "x" })).toMatchObject({ status: 429, wait: "1" });
    teams.clock.advance(1_001);
    expect(await send({ text: "x" })).toMatchObject({ status: 201 });
  });

  test("refuses the 1,801st message within an hour", () => {
    const throttle = createThrottle(teams.clock);
    const sends = Array.from({ length: 1_801 }, () => {
      teams.clock.advance(1_999);
      return throttle.take("line-3", TEAMS_LIMITS.sends);
    });
    expect(sends.findIndex((waitMs) => waitMs > 0)).toBe(1_800);
  });

  test.each([
    { name: "a tag without an entity", entities: [], notified: 0 },
    { name: "an entity with other words", entities: [mentionOf("<at>otto</at>")], notified: 0 },
    { name: "tag and entity alike", entities: [mentionOf("<at>Otto</at>")], notified: 1 },
  ])("notifies by $name", async ({ entities, notified }) => {
    const mentioned = entities.map((entity) => ({ ...entity, mentioned: { id: teams.world.people.get("otto")?.id } }));
    await send({ text: "<at>Otto</at> look", textFormat: "xml", entities: mentioned });
    expect(teams.newest("line-3").notified).toHaveLength(notified);
  });

  test("shows no tags in plain text, and notifies nobody by it", async () => {
    await send({ text: "<at>Otto</at> <b>look</b>", textFormat: "plain" });
    expect(teams.newest("line-3")).toMatchObject({ text: "<at>Otto</at> <b>look</b>", notified: [] });
  });

  test("gives members page by page", async () => {
    const crowd = encodeURIComponent("19:crowd@thread.tacv2");
    const first = await call("GET", `/${crowd}/pagedmembers`);
    const last = await call("GET", `/${crowd}/pagedmembers?continuationToken=100`);
    expect([first.body.members.length, first.body.continuationToken]).toEqual([50, "50"]);
    expect([last.body.members.length, last.body.continuationToken]).toEqual([20, undefined]);
  });

  test("opens a chat with one person of its tenant, and no group", async () => {
    const { aad = "" } = teams.world.people.get("otto") ?? {};
    const one = { members: [{ id: aad }], tenantId: teams.app.tenant };
    expect(await call("POST", "", one)).toMatchObject({ status: 201, body: { id: "a:otto" } });
    expect(await call("POST", "", { ...one, tenantId: "another" })).toMatchObject({ status: 400 });
    expect(await call("POST", "", { ...one, members: [...one.members, { id: "29:x" }] })).toMatchObject({
      status: 400,
    });
  });

  test("lets a bot change its own messages only", async () => {
    teams.connect(`${teams.serviceUrl}nobody`);
    const theirs = await teams.as("sina").says("line-3", "Line 3 stands.");
    const change = { type: "message", text: "Line 3 runs." };
    expect(await call("PUT", `/${CHANNEL}/activities/${theirs.id}`, change)).toMatchObject({ status: 403 });
    expect(await call("PUT", `/${CHANNEL}/activities/1`, change)).toMatchObject({ status: 404 });
  });

  test("names the buttons there are when somebody looks for another", async () => {
    const content = {
      type: "AdaptiveCard",
      version: "1.5",
      body: [],
      actions: [{ type: "Action.Submit", title: "Approve" }],
    };
    await send({ attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }] });
    await expect(teams.as("otto").presses(teams.newest("line-3"), "Deny")).rejects.toThrow(
      'No button "Deny" to press; there is: Approve',
    );
  });

  test("tells of edits and deletions by the id of the message, and of a deletion without its words", async () => {
    teams.connect(`${teams.serviceUrl}nobody`);
    const message = await teams.as("sina").says("line-3", "Line 3 stands.");
    await teams.as("sina").edits(message, "Line 3 runs.");
    await teams.as("sina").deletes(message);
    expect(teams.deliveries.slice(1).map(({ activity }) => activity)).toMatchObject([
      { type: "messageUpdate", id: message.id, text: "Line 3 runs.", channelData: { eventType: "editMessage" } },
      { type: "messageDelete", id: message.id, channelData: { eventType: "softDeleteMessage" } },
    ]);
    expect(Object(teams.deliveries.at(-1)?.activity).text).toBeUndefined();
    await expect(teams.as("otto").edits(message, "Line 3 stands.")).rejects.toThrow("did not write this");
  });

  test("wakes whoever waits for something as soon as it happens", async () => {
    await send({ text: "Hello." });
    const waiting = teams.until("an answer", () => teams.messages("line-3")[1]);
    await send({ text: "Here it is." });
    expect(await waiting).toMatchObject({ text: "Here it is." });
  });
});

describe("the fake Teams as a process of its own", () => {
  test("takes orders, and goes on when others end", async () => {
    const options = JSON.stringify({ people: { sina: "Sina Roth" }, channels: { "line-3": ["sina"] } });
    const child = spawn(process.execPath, ["--import", "tsx", "test/fakes/teams/main.ts", options], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    try {
      const [line] = await once(createInterface({ input: child.stdout }), "line");
      const { control, serviceUrl } = JSON.parse(String(line));
      const order = async (what: object) =>
        (await fetch(control, { method: "POST", body: JSON.stringify(what) })).json();
      await order({ do: "connect", botUrl: `${serviceUrl}nobody` });
      await order({ do: "says", as: "sina", in: "line-3", text: "Line 3 stands." });
      expect(await order({ do: "messages", in: "line-3" })).toMatchObject([
        { text: "Line 3 stands.", from: { handle: "sina" } },
      ]);
    } finally {
      child.kill();
    }
  }, 30_000);
});

function mentionOf(text: string) {
  return { type: "mention", text };
}
