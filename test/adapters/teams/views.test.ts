import { personOf } from "../../../adapters/teams/inbound.ts";
import { TEAMS_LIMITS } from "../../../adapters/teams/limits.ts";
import type { Reference } from "../../../adapters/teams/reference.ts";
import { createRoster } from "../../../adapters/teams/roster.ts";
import type { RosterPage } from "../../../adapters/teams/transport/transport.ts";
import { viewsOf } from "../../../adapters/teams/views.ts";
import { AccountId, type Card, createLog, type Message, MINUTE_MS, systemClock } from "../../../src/index.ts";
import { buttonsIn, textsIn } from "../../fakes/teams/cards.ts";
import type { TeamsMessage } from "../../fakes/teams/world.ts";
import { approverCard } from "../cards.ts";
import { useTeams } from "./useTeams.ts";

const bench = useTeams();
const ASK = "What can I do?";
const VIEW = "req_0123456789ab.owner";
const channel = { adapter: "teams", conversation: "19:line-3@thread.tacv2", thread: null } as const;
const shift = { ...channel, conversation: "19:shift@thread.v2" } as const;

const accountOf = (handle: string) => AccountId.parse(bench().teams.as(handle).account);
const titles = (card: unknown) => buttonsIn(card).map(({ title }) => title);
const seen = (handle: string, message = bench().teams.newest("line-3")) =>
  titles(bench().teams.as(handle).view(message));
const all = () => titles(bench().teams.newest("line-3").card);
const full = ["Approve", "Approve with limits…", "Deny…"];

function forPeople(...handles: readonly string[]): Message {
  return { text: "HAM-142", card: approverCard, mention: [], audience: { view: VIEW, actors: handles.map(accountOf) } };
}

/** A card that stands in a conversation, and that every client has asked for that asks for it. */
async function posted(message: Message, spot: typeof channel | typeof shift = channel): Promise<TeamsMessage> {
  const { adapter, teams, shows } = bench();
  shows(message);
  await adapter.post(spot, message, "effect");
  await teams.refreshed();
  return teams.newest(spot === channel ? "line-3" : "shift");
}

beforeEach(async () => {
  await bench().teams.as("sina").installs("line-3");
});

describe("a card whose buttons are for some of a channel", () => {
  test("shows them to those, and to everybody else a button that says what they can do", async () => {
    await posted(forPeople("otto"));
    expect(seen("otto")).toEqual(expect.arrayContaining(full));
    expect(seen("sina")).toEqual([ASK]);
  });

  test("does so in a group chat, too", async () => {
    const message = await posted(forPeople("otto"), shift);
    expect(seen("otto", message)).toEqual(expect.arrayContaining(full));
    expect(seen("sina", message)).toEqual([ASK]);
  });

  test("names to Teams only those who are there", async () => {
    await posted(forPeople("otto", "mallory"));
    const { refresh } = Object(bench().teams.newest("line-3").card);
    expect(refresh.userIds).toEqual([bench().teams.world.people.get("otto")?.id]);
  });

  test("asks anew for the buttons when it was changed", async () => {
    await posted(forPeople("otto"));
    const { adapter, teams, shows } = bench();
    const message = teams.newest("line-3");
    const newer: Message = { ...forPeople("sina"), card: { ...approverCard, key: "HAM-143" } };
    shows(newer);
    await adapter.update({ ...channel, message: message.id }, newer);
    await teams.refreshed();
    expect(seen("otto")).toEqual([ASK]);
    expect(seen("sina")).toEqual(expect.arrayContaining(full));
    expect(textsIn(teams.as("sina").view(message))).toContain("HAM-143");
  });

  test("keeps its links for everybody", async () => {
    const link = { type: "link", label: "Thread", url: "https://teams.microsoft.com/l/message/1" } as const;
    const card: Card = { title: "One", key: null, blocks: [{ type: "actions", actions: [link], more: [] }] };
    await posted({ ...forPeople("otto"), card });
    expect(JSON.stringify(bench().teams.newest("line-3").card)).toContain("Action.OpenUrl");
  });

  test("has its dialogs behind the buttons", async () => {
    const message = await posted(forPeople("otto"));
    const form = { title: "Deny", submit: "Deny", intro: "", value: "r1|deny", inputs: [] };
    bench().answersNext({ type: "form", form });
    await bench().teams.as("otto").presses(message, "Deny…");
    expect(bench().teams.as("otto").dialog()).toMatchObject({ type: "card" });
  });
});

describe("a card some of whose buttons are kept for Ops", () => {
  const NUDGE = "r1|nudge|req_0123456789ab||0|";
  const nudge = { type: "press", label: "Nudge", value: NUDGE, style: "plain" } as const;
  const opsCard: Card = {
    ...approverCard,
    blocks: [...approverCard.blocks, { type: "list", title: "For Ops", items: [{ text: "Stuck", actions: [nudge] }] }],
  };
  const keptFor = (...handles: readonly string[]): Message => ({
    text: "HAM-142",
    card: opsCard,
    mention: [],
    reserved: { view: VIEW, actors: handles.map(accountOf), values: [NUDGE] },
  });

  test("has the others for everybody at once, and those for Ops alone", async () => {
    await posted(keptFor("otto"));
    expect(seen("sina")).toEqual(expect.arrayContaining([...full, ASK]));
    expect(seen("sina")).not.toContain("Nudge");
    expect(seen("otto")).toEqual(expect.arrayContaining([...full, "Nudge"]));
    expect(seen("otto")).not.toContain(ASK);
  });

  test.each([
    { name: "nobody of Ops is there", handles: ["mallory"] },
    { name: "nobody of Ops is on Teams", handles: [] },
  ])("shows those to nobody where $name", async ({ handles }) => {
    await posted(keptFor(...handles));
    expect(all()).not.toContain("Nudge");
    expect(Object(bench().teams.newest("line-3").card).refresh).toBeUndefined();
  });

  test("shows those to nobody while Teams does not say who is there, and to Ops when they press", async () => {
    const away = { type: "status", status: 503 } as const;
    bench().teams.faults.next("roster", away, away);
    const message = await posted({ ...keptFor("otto"), ...forPeople("otto"), card: opsCard });
    expect(all()).not.toContain("Nudge");
    await bench().teams.as("otto").presses(message, ASK);
    expect(seen("otto")).toContain("Nudge");
  });
});

describe("a reader who presses the button that asks", () => {
  test("is told that there is nothing to press when that is so, and nothing reaches the core", async () => {
    const message = await posted(forPeople("otto"));
    await bench().teams.as("sina").presses(message, ASK);
    expect(bench().teams.as("sina").notices).toEqual([expect.stringContaining("There is nothing for you to press")]);
    expect(bench().received).toEqual([]);
  });

  test("gets the buttons when only their client had failed to", async () => {
    bench().teams.world.refreshFails.add("otto");
    const message = await posted(forPeople("otto"));
    expect(seen("otto")).toEqual([ASK]);
    await bench().teams.as("otto").presses(message, ASK);
    expect(seen("otto")).toEqual(expect.arrayContaining(full));
  });

  test("gets them in their own chat from a client that cannot change a card", async () => {
    bench().teams.world.refreshFails.add("otto");
    const message = await posted(forPeople("otto"));
    await bench().teams.as("otto").presses(message, ASK, { client: "old" });
    expect(titles(bench().teams.as("otto").chat().at(-1)?.card)).toEqual(expect.arrayContaining(full));
    await bench().teams.as("sina").presses(message, ASK, { client: "old" });
    expect(bench().teams.as("sina").chat().at(-1)?.text).toContain("There is nothing for you to press");
  });

  test("keeps the card and its button while the core cannot read, and has the buttons afterwards", async () => {
    const message = await posted(forPeople("otto"));
    bench().teams.world.ownViews.clear();
    bench().teams.world.refreshFails.add("otto");
    bench().storeGoesAway();
    const { status, body } = await bench().teams.as("otto").presses(message, ASK);
    expect({ status, body }).toMatchObject({ status: 503, body: { type: "application/vnd.microsoft.error" } });
    expect(seen("otto")).toEqual([ASK]);
    expect(bench().teams.as("otto").chat()).toEqual([]);
    bench().storeIsBack();
    await bench().teams.as("otto").presses(message, ASK);
    expect(seen("otto")).toEqual(expect.arrayContaining(full));
  });

  test("can be looked up where they pressed, also when Referee may not write to them", async () => {
    bench().teams.world.blocked.add("otto");
    const message = await posted(forPeople("sina"));
    await bench().teams.as("otto").presses(message, ASK);
    expect(await bench().adapter.emailOf?.(accountOf("otto"))).toEqual({ email: "otto@plant.example", vouched: true });
  });

  test("without an account Teams names gets nothing but that", async () => {
    const message = await posted(forPeople("otto"));
    await bench().teams.as("sina").presses(message, ASK);
    const activity = Object(bench().teams.deliveries.at(-1)?.activity);
    const from = { id: activity.from.id, name: activity.from.name };
    expect(await bench().teams.deliver({ ...activity, id: "another", from })).toMatchObject({
      body: { value: expect.stringMatching(/^Teams did not say which account/) },
    });
  });
});

describe("a client that asks by itself", () => {
  test("says nothing to a reader who has no button any more, and leaves the card as it is", async () => {
    const { shows, adapter, teams } = bench();
    shows(forPeople("sina"));
    await adapter.post(channel, forPeople("otto"), "effect");
    await teams.refreshed();
    expect(teams.deliveries.at(-1)).toMatchObject({ status: 200 });
    expect(seen("otto")).toEqual([ASK]);
    expect(teams.as("otto").notices).toEqual([]);
  });

  test("gets an error while the core cannot read, and tries again when the card is looked at again", async () => {
    bench().storeGoesAway();
    await posted(forPeople("otto"));
    expect(bench().teams.deliveries.at(-1)?.status).toBe(503);
    bench().storeIsBack();
    expect(seen("otto")).toEqual([ASK]);
    await bench().teams.refreshed();
    expect(seen("otto")).toEqual(expect.arrayContaining(full));
    expect(bench().teams.as("otto").notices).toEqual([]);
  });
});

describe("everybody gets the card with all its buttons", () => {
  test("when they are for whoever reads it", async () => {
    await posted({ text: "HAM-142", card: approverCard, mention: [] });
    expect(all()).toEqual(expect.arrayContaining(full));
  });

  test("in a chat with one person", async () => {
    const chat = { ...channel, conversation: accountOf("otto").slice("teams:".length) };
    await bench().adapter.post(chat, forPeople("otto"), "effect");
    expect(titles(bench().teams.as("otto").chat().at(-1)?.card)).toEqual(expect.arrayContaining(full));
  });

  test("when those they are for are not there", async () => {
    await posted(forPeople("mallory"));
    expect(all()).toEqual(expect.arrayContaining(full));
  });

  test("when Teams does not say who is there, until it does", async () => {
    bench().teams.faults.next("roster", { type: "status", status: 503 });
    await posted(forPeople("otto"));
    expect(all()).toEqual(expect.arrayContaining(full));
    await posted(forPeople("otto"));
    expect(all()).toEqual([ASK]);
  });

  test.each([
    { name: "nobody", count: 0, views: false },
    { name: "one", count: 1, views: true },
    { name: "as many as Teams lets ask", count: TEAMS_LIMITS.refreshUsers, views: true },
    { name: "one more", count: TEAMS_LIMITS.refreshUsers + 1, views: false },
  ])("unless they are for one at least, and no more than Teams lets ask: $name", async ({ count, views }) => {
    const ids = Array.from({ length: count }, (_, index) => `29:${index}`);
    const found = await viewsOf(forPeople("otto"), LINE_3, { idsOf: async () => ids });
    expect(found?.userIds.length ?? 0).toBe(views ? count : 0);
  });
});

const LINE_3: Reference = {
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  conversation: channel.conversation,
  kind: "channel",
  tenant: "tenant",
  bot: "28:referee",
  team: null,
};

describe("who is in a channel", () => {
  const rosters = () => bench().teams.calls.filter(({ path }) => path[1] === "pagedmembers").length;

  test("is asked once for many cards, and again after a while", async () => {
    for (let card = 0; card < 3; card++) await posted(forPeople("otto"));
    expect(rosters()).toBe(1);
    bench().teams.clock.advance(11 * MINUTE_MS);
    await posted(forPeople("otto"));
    expect(rosters()).toBe(2);
  });

  test("is read to its last page", async () => {
    const pages = [["otto"], ["sina"], ["mallory"]];
    const roster = rosterFrom(async (after) => {
      const page = Number(after ?? 0);
      const members = (pages[page] ?? []).map((handle) => ({
        person: personOf(accountOf(handle)),
        id: `29:${handle}`,
      }));
      return { members, next: page + 1 < pages.length ? String(page + 1) : null };
    });
    expect(await roster.idsOf(LINE_3, [accountOf("mallory"), accountOf("otto")])).toEqual(["29:mallory", "29:otto"]);
  });

  test("holds no card up when Teams is slow to say", async () => {
    const roster = rosterFrom(() => new Promise(() => undefined));
    expect(await roster.idsOf(LINE_3, [accountOf("otto")])).toEqual([]);
  });
});

function rosterFrom(page: (after: string | null) => Promise<RosterPage>) {
  const log = createLog({ level: "silent" });
  return createRoster({ transport: { roster: (_of, after) => page(after) }, now: systemClock, log, patienceMs: 1 });
}
