import { AccountId, type Spot } from "../../../src/index.ts";
import { conversationCalled } from "../../fakes/teams/world.ts";
import { useTeams } from "./useTeams.ts";

const bench = useTeams();

/** Referee and Sina know each other. In a chat that Referee could write to she uses "Ask Referee" on what Otto wrote. */
async function sinaAsksIn(chat: string): Promise<void> {
  const { teams } = bench();
  await teams.as("sina").says("sina", "hello");
  const message = await teams.as("otto").says(chat, "the vendor needs access");
  teams.world.installed.add(idOf(chat));
  await teams.as("sina").asksAbout(message);
}

async function writeToSinaAlone(): Promise<void> {
  const conversation = accountOf("sina").slice("teams:".length);
  const spot: Spot = { adapter: "teams", conversation, thread: null };
  await bench().adapter.post(spot, { text: "Your code is 4711.", card: null, mention: [] }, "effect");
}

/** What Referee wrote there. */
function readIn(chat: string): readonly string[] {
  return bench()
    .teams.messages(chat)
    .flatMap(({ from, text }) => (from === null ? [text] : []));
}

function accountOf(handle: string): AccountId {
  return AccountId.parse(bench().teams.as(handle).account);
}

function idOf(chat: string): string {
  return conversationCalled(bench().teams.world, chat).id;
}

describe.each([
  { what: "the chat of a meeting", chat: "handover" },
  { what: "a chat of two people", chat: "sina and otto" },
])("Ask Referee, used in $what", ({ chat }) => {
  test("does not become where the person is written to alone", async () => {
    await sinaAsksIn(chat);
    await writeToSinaAlone();
    expect({ alone: readIn("sina"), there: readIn(chat) }).toEqual({ alone: ["Your code is 4711."], there: [] });
  });

  test("does not become that with its form, which is sent off there, either", async () => {
    const { teams, answersNext } = bench();
    const form = { title: "Ask", submit: "Ask", intro: "", value: "r1|ask|x", inputs: [] };
    answersNext({ type: "nothing" }, { type: "form", form });
    await sinaAsksIn(chat);
    await teams.as("sina").submits({});
    await writeToSinaAlone();
    expect({ alone: readIn("sina"), there: readIn(chat) }).toEqual({ alone: ["Your code is 4711."], there: [] });
  });

  test("asks there, and the core finds out whether Referee may write there", async () => {
    await sinaAsksIn(chat);
    expect(bench().received.at(-1)).toMatchObject({
      via: "shortcut",
      spot: { conversation: idOf(chat), thread: null },
    });
  });

  test("does not hide the address of who asked where Referee is no member", async () => {
    await sinaAsksIn(chat);
    bench().teams.world.installed.delete(idOf(chat));
    expect(await bench().adapter.emailOf?.(accountOf("sina"))).toEqual({ email: "sina@plant.example", vouched: true });
  });
});

describe("Ask Referee, used in a chat of others whose id looks like Referee's own", () => {
  test("does not become where the person is written to alone", async () => {
    const { teams, received, references } = bench();
    const own = accountOf("sina").slice("teams:".length);
    await sinaAsksIn("sina and otto");
    const activity = Object(teams.deliveries.at(-1)?.activity);
    const conversation = { ...activity.conversation, id: "a:1of-sina-and-otto" };
    await teams.deliver({ ...activity, id: "f:another", conversation });
    expect(received.at(-1)).toMatchObject({ spot: { conversation: own } });
    expect(await references.load(own)).toMatchObject({ conversation: idOf("sina") });
  });
});

/** An alarm as a monitoring system posts it. */
const ALARM = {
  type: "AdaptiveCard",
  body: [
    { type: "TextBlock", text: "PLC-12 does not answer" },
    { type: "FactSet", facts: [{ title: "Since", value: "09:12" }] },
    { type: "Container", items: [{ type: "TextBlock", text: "Line 3 stands" }] },
  ],
  actions: [{ type: "Action.OpenUrl", title: "Open the dashboard", url: "https://plant.example" }],
};

describe("Ask Referee, used on a message that no person wrote", () => {
  test("asks with its words and quotes nobody", async () => {
    const { teams, adapter, received } = bench();
    await teams.as("sina").installs("line-3");
    const spot: Spot = { adapter: "teams", conversation: idOf("line-3"), thread: null };
    await adapter.post(spot, { text: "PLC-12 does not answer.", card: null, mention: [] }, "effect");
    await teams.as("sina").asksAbout(teams.newest("line-3"));
    expect(received.at(-1)).toMatchObject({ via: "shortcut", text: "PLC-12 does not answer.", quoted: null });
  });

  test.each([
    {
      name: "with a body of nothing but its place",
      body: { contentType: "html", content: '<attachment id="1"></attachment>' },
    },
    { name: "without a body", body: { contentType: "html", content: null } },
  ])("asks with the words of its card, $name", async ({ body }) => {
    const { teams, received } = bench();
    await sinaAsksIn("shift");
    const activity = Object(teams.deliveries.at(-1)?.activity);
    const attachments = [
      { id: "1", contentType: "application/vnd.microsoft.card.adaptive", content: JSON.stringify(ALARM) },
      { id: "2", contentType: "reference", content: null, contentUrl: "https://plant.example/picture.png" },
    ];
    const messagePayload = { ...activity.value.messagePayload, body, attachments };
    await teams.deliver({ ...activity, id: "f:card", value: { ...activity.value, messagePayload } });
    expect(received.at(-1)).toMatchObject({
      via: "shortcut",
      text: "PLC-12 does not answer\nSince: 09:12\nLine 3 stands",
    });
  });

  const alarms = { id: "b8c1c68c", displayName: "Alarms of line 3", applicationIdentityType: "webhook" };

  test.each([
    { name: "a webhook", from: { user: null, application: alarms } },
    { name: "a connector that is not named", from: {} },
    { name: "nobody that Teams names", from: null },
    { name: "somebody without an account", from: { user: { id: null, displayName: "A guest" } } },
    {
      name: "somebody without a name",
      from: { user: { id: "4d5e6f70-0000-4000-8000-000000000000", displayName: null } },
    },
  ])("quotes nobody when it is from $name", async ({ from }) => {
    const { teams, received } = bench();
    await sinaAsksIn("shift");
    const activity = Object(teams.deliveries.at(-1)?.activity);
    const messagePayload = { ...activity.value.messagePayload, from };
    await teams.deliver({ ...activity, id: "f:another", value: { ...activity.value, messagePayload } });
    expect(received.at(-1)).toMatchObject({ via: "shortcut", text: "the vendor needs access", quoted: null });
  });
});
