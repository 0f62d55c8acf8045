import { TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import type { FakeSlack, FakeTeam } from "../fakes/slack/fakeSlack.ts";
import type { Shown } from "../fakes/slack/show.ts";
import { install, oauthOn } from "../support/installing.ts";
import { movedTo } from "../support/workspaces.ts";
import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { LINE_3, monday, NETWORK, OPS, useStory } from "./useStory.ts";

// The plant's own workspace has the bot token. OT and Ops are in Leipzig's workspace, IT security in the organisation's Grid, into
// which Referee was installed as a whole.
const LEIPZIG = "T0LEIPZIG";
const WORKS = "E0WORKS";
/** Sina's home, a workspace of that organisation. */
const NORTH = "T0NORTH";
const OT = "C0OTCONTROLS";
const SECURITY = "C0ITSEC";

let leipzig: FakeTeam;
let works: FakeTeam;

const story = useStory({
  plant: (demo) => opsIn(LEIPZIG, elsewhere(elsewhere(demo, "ot-controls", LEIPZIG), "it-security", WORKS)),
  slack: (slack, record) => {
    openWorkspaces(slack);
    // When Slack says that something happened is compared with when it was installed.
    return { oauth: oauthOn(record, [LEIPZIG, WORKS]), now: slack.clock.now };
  },
});

/** A team whose channel, and whose people, are in another workspace. */
function elsewhere(plant: Plant, team: string, tenant: string): Plant {
  const id = TeamId.parse(team);
  const found = plant.teams.get(id);
  if (found === undefined) throw new Error(`The demo plant has a team ${team}`);
  const people = movedTo(tenant, plant.people, [...found.members, found.lead]);
  const channel = { ...found.channel, slack: `${tenant}/${found.channel.slack}` };
  return { ...plant, people, teams: new Map(plant.teams).set(id, { ...found, channel }) };
}

function opsIn(tenant: string, plant: Plant): Plant {
  const channel = { ...plant.ops.channel, slack: `${tenant}/${plant.ops.channel.slack}` };
  return { ...plant, people: movedTo(tenant, plant.people, plant.ops.leads), ops: { ...plant.ops, channel } };
}

function openWorkspaces(slack: FakeSlack): void {
  leipzig = slack.addTeam(LEIPZIG);
  for (const [id, name] of [
    ["U0OTTO", "Otto Brandt"],
    ["U0OLE", "Ole"],
    ["U0KARIN", "Karin"],
    ["U0PAULA", "Paula"],
    ["U0PIET", "Piet"],
  ] as const)
    leipzig.workspace.addUser(id, name);
  // Another Oksana, with the very id that the one of line 3 has at home, and a channel with that of line 3.
  leipzig.workspace.addUser("U0OKSANA", "Oksana Other");
  leipzig.workspace.addChannel(OT, "ot-controls", ["U0OTTO", "U0OLE", "U0KARIN", "U0OKSANA", leipzig.bot.userId]);
  leipzig.workspace.addChannel(OPS, "ops", ["U0PAULA", "U0PIET", "U0OTTO", leipzig.bot.userId]);
  leipzig.workspace.addChannel(LINE_3, "line-3", ["U0OTTO", "U0OKSANA", leipzig.bot.userId]);
  works = slack.addTeam(WORKS, WORKS);
  for (const [id, name] of [
    ["U0SINA", "Sina Roth"],
    ["U0DENIZ", "Deniz"],
  ] as const)
    Object.assign(works.workspace.addUser(id, name), { team: NORTH, organisation: WORKS });
  works.workspace.addChannel(SECURITY, "it-security", ["U0SINA", "U0DENIZ", works.bot.userId]);
}

beforeEach(async () => {
  for (const team of [leipzig, works]) expect(await install(story.world.adapter, team)).toMatchObject({ status: 200 });
});

const of = (team: FakeTeam, where: string): readonly Shown[] =>
  team.messages(where).filter(({ user }) => user === team.bot.userId);

async function presses(team: FakeTeam, who: string, where: string, label: string, filled: Record<string, string> = {}) {
  const card = of(team, where).findLast(({ buttons }) => buttons.some((each) => each.label === label));
  if (card === undefined) throw new Error(`Nothing in ${where} has a button "${label}"`);
  await team.as(who).presses(card, label);
  if (Object.keys(filled).length > 0) await team.as(who).fills(filled);
  await story.world.settled();
}

test("one request is asked in one workspace, decided in another and in the organisation, and done in the first", async () => {
  await portAsked(story);
  expect(of(leipzig, OT)[0]).toMatchObject({ notifies: ["U0OTTO"] });
  expect(of(works, SECURITY)[0]).toMatchObject({ notifies: ["U0SINA"] });
  await presses(leipzig, "U0OTTO", OT, "Approve…", OWNER_FACTS);
  await presses(works, "U0SINA", SECURITY, "Approve…", SECURITY_FACTS);
  const card = story.card(LINE_3, "HAM-1").text;
  expect(card).toContain("✓ OT controls  Otto Brandt approved");
  expect(card).toContain("✓ IT security  Sina Roth approved");
  expect(story.card(NETWORK, "HAM-1").notifies).toEqual(["U0NILS"]);
  // Each workspace was spoken to with its own token.
  const said = story.world.slack.calls.filter(({ method }) => method === "chat.postMessage");
  const by = (token: string) => story.world.slack.tokens.contextOf(token).bot.teamId;
  expect(new Set(said.map(({ args, token }) => `${args.channel} by ${by(token)}`))).toEqual(
    new Set([`${LINE_3} by T0PLANT`, `${NETWORK} by T0PLANT`, `${OT} by ${LEIPZIG}`, `${SECURITY} by ${WORKS}`]),
  );
});

test("somebody of another workspace with the id that the requester has at home is not taken for them", async () => {
  await portAsked(story);
  await leipzig.as("U0OKSANA").says(LINE_3, `<@${leipzig.bot.userId}> who owns PLC-12?`);
  await presses(leipzig, "U0OKSANA", OT, "Take it");
  const told = await story.world.slack.until("the refusal", () => leipzig.as("U0OKSANA").ephemerals(OT).at(-1));
  expect(told.text).toContain("The plant does not know this account");
  expect(story.card(LINE_3, "HAM-1").text).toContain("nobody has it yet");
  // The thread is Leipzig's own, though its channel has the id of line 3.
  const answer = await story.world.slack.until("the answer", () => leipzig.as("U0OKSANA").ephemerals(LINE_3).at(-1));
  expect(answer.text).toContain("Only people whose account is linked to the plant can be told that.");
  await leipzig.as("U0OKSANA").opensHome();
  await story.world.as("oksana").opensHome();
  await story.world.settled();
  expect(leipzig.as("U0OKSANA").home()?.text).not.toContain("HAM-1");
  expect(story.world.as("oksana").home()?.text).toContain("HAM-1 Open port 502 to PLC-12");
});

test("people have their homes where they are themselves, and decide from there", async () => {
  await leipzig.as("U0OTTO").opensHome();
  await works.as("U0SINA").opensHome();
  await story.world.settled();
  await portAsked(story);
  const waits = "HAM-1 Open port 502 to PLC-12: for";
  expect(leipzig.as("U0OTTO").home()?.text).toContain(`${waits} OT controls`);
  expect(works.as("U0SINA").home()?.text).toContain(`${waits} IT security`);
  await leipzig.as("U0OTTO").pressesAtHome("Approve…", "HAM-1");
  await leipzig.as("U0OTTO").fills(OWNER_FACTS);
  await story.world.settled();
  expect(leipzig.as("U0OTTO").home()?.text).toContain("Nothing waits for you.");
  expect(story.card(LINE_3, "HAM-1").text).toContain("✓ OT controls  Otto Brandt approved");
  const published = story.world.slack.calls.filter(({ method }) => method === "views.publish");
  const by = (token: string) => story.world.slack.tokens.contextOf(token).bot.teamId;
  expect(new Set(published.map(({ args, token }) => `${args.user_id} by ${by(token)}`))).toEqual(
    new Set([`U0OTTO by ${LEIPZIG}`, `U0SINA by ${WORKS}`]),
  );
});

test("whoever asks what they can do there is shown it where they asked, alone", async () => {
  await portAsked(story);
  await story.until(monday("13:01"));
  await presses(leipzig, "U0PAULA", OPS, "What can I do?");
  const own = await story.world.slack.until("Paula's own card", () => leipzig.as("U0PAULA").ephemerals(OPS).at(-1));
  expect(own.buttons.map(({ label }) => label)).toContain("Decide whose…");
  expect(leipzig.as("U0OTTO").ephemerals(OPS)).toEqual([]);
});

test("a workspace that took Referee away is heard no more, and whoever is asked there next is asked where they can be", async () => {
  await story.world.settled();
  const [revoked, uninstalled] = await leipzig.removesApp();
  expect([revoked?.status, uninstalled?.status]).toEqual([200, 200]);
  await leipzig.as("U0OTTO").says(OT, `<@${leipzig.bot.userId}> who owns PLC-12?`);
  expect(story.world.slack.deliveries.at(-1)).toMatchObject({ status: 403 });
  await portAsked(story);
  expect(of(leipzig, OT)).toEqual([]);
  expect(story.card(LINE_3, "HAM-1").text).toContain("HAM-1");
});
