import { AccountId, PersonId, TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import type { FakeSlack, FakeTeam } from "../fakes/slack/fakeSlack.ts";
import type { Shown } from "../fakes/slack/show.ts";
import { install, oauthOn } from "../support/installing.ts";
import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { LINE_3, NETWORK, useStory } from "./useStory.ts";

// The plant's own workspace has the bot token. OT is in Leipzig's workspace, IT security in the organisation's Grid, into
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
  plant: (demo) => elsewhere(elsewhere(demo, "ot-controls", LEIPZIG), "it-security", WORKS),
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
  const people = new Map(plant.people);
  for (const member of [...found.members, found.lead]) {
    const person = plant.people.get(PersonId.parse(member));
    if (person !== undefined) people.set(person.id, { ...person, accounts: person.accounts.map(moved) });
  }
  const channel = { ...found.channel, slack: `${tenant}/${found.channel.slack}` };
  return { ...plant, people, teams: new Map(plant.teams).set(id, { ...found, channel }) };

  function moved(account: AccountId): AccountId {
    return AccountId.parse(account.replace(/^slack:(?=U)/, `slack:${tenant}/`));
  }
}

function openWorkspaces(slack: FakeSlack): void {
  leipzig = slack.addTeam(LEIPZIG);
  for (const [id, name] of [
    ["U0OTTO", "Otto Brandt"],
    ["U0OLE", "Ole"],
    ["U0KARIN", "Karin"],
  ] as const)
    leipzig.workspace.addUser(id, name);
  // Another Oksana, with the very id that the one of line 3 has at home, and a channel with that of line 3.
  leipzig.workspace.addUser("U0OKSANA", "Oksana Other");
  leipzig.workspace.addChannel(OT, "ot-controls", ["U0OTTO", "U0OLE", "U0KARIN", "U0OKSANA", leipzig.bot.userId]);
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
  const told = leipzig.as("U0OKSANA").ephemerals(OT);
  expect(told.at(-1)?.text).toContain("The plant does not know this account");
  expect(story.card(LINE_3, "HAM-1").text).toContain("nobody has it yet");
  // The thread is Leipzig's own, though its channel has the id of line 3.
  await leipzig.untilSaid(LINE_3, "PLC-12");
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
