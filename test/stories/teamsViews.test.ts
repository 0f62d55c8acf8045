import { instant } from "../../src/clock.ts";
import { AccountId, PersonId, TeamId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { RequestId } from "../../src/request/ids.ts";
import { textsIn } from "../fakes/teams/cards.ts";
import { teamsAccount } from "../support/onTeams.ts";
import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { OT } from "./useStory.ts";

const ASK = "What can I do?";
const NOTHING = "There is nothing for you to press here";

/** From half past eleven on Vera stands in for IT security. */
function withVera(plant: Plant): Plant {
  const from = instant("2026-11-30T11:30:00+01:00");
  const to = instant("2026-11-30T18:00:00+01:00");
  const override = { team: TeamId.parse("it-security"), person: PersonId.parse("vera"), from, to };
  return { ...plant, overrides: [...plant.overrides, override] };
}

/** IT lives in Teams, OT and the floor in Slack. */
const story = useBoth(
  { teams: ["it-security", "it-network", "it-servers"], people: ["sina", "deniz", "nils", "vera"] },
  withVera,
);
const ASKED = "Oksana Melnyk, Line 3 operators";
const buttons = (person: string) => story.teams.buttons(person, "it-security", ASKED);
const card = () => story.teams.card("it-security", ASKED);
const viewOf = (message: object): string => /"view":"([^"]+)"/.exec(JSON.stringify(message))?.[1] ?? "";

describe("a card in a channel of Teams", () => {
  test("has its buttons for those who may decide, and one that explains for everybody else", async () => {
    await portAsked(story);
    for (const approver of ["sina", "deniz"]) {
      expect(buttons(approver)).toEqual(expect.arrayContaining(["Approve…", "Deny…", "Take it"]));
      expect(buttons(approver)).not.toContain(ASK);
    }
    for (const bystander of ["nils", "vera", "stranger"]) expect(buttons(bystander)).toEqual([ASK]);
  });

  test("says the same to everybody", async () => {
    await portAsked(story);
    const { fake } = story.teams;
    const texts = (person: string) => textsIn(fake.as(person).view(card()));
    expect(texts("sina")).toEqual(texts("nils"));
  });

  test("tells a bystander who asks that the card says who has it, and changes nothing", async () => {
    await portAsked(story);
    const before = story.teams.said("it-security");
    await story.teams.presses("nils", "it-security", ASK);
    expect(story.teams.told("nils")).toContain(NOTHING);
    expect(buttons("nils")).toEqual([ASK]);
    expect(story.teams.said("it-security")).toEqual(before);
  });

  test("goes on with the step: whoever answered has nothing left to press, whoever else has it still does", async () => {
    await portAsked(story);
    await story.teams.presses("sina", "it-security", "Take it");
    expect(buttons("sina")).not.toContain("Take it");
    expect(buttons("deniz")).toContain("Approve…");
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    expect(buttons("sina")).not.toContain("Approve…");
    expect(await story.details("otto", OT)).toContain("✓ IT security  Sina Roth approved");
  });

  test("has its buttons one press later for an approver whose client did not get through", async () => {
    story.teams.fake.world.refreshFails.add("sina");
    await portAsked(story);
    expect(buttons("sina")).toEqual([ASK]);
    await story.teams.presses("sina", "it-security", ASK);
    expect(buttons("sina")).toContain("Approve…");
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    expect(await story.details("otto", OT)).toContain("✓ IT security  Sina Roth approved");
  });

  test("has its buttons for somebody new on duty as soon as the card changes, and before that when they ask", async () => {
    await portAsked(story);
    await story.until("2026-11-30T11:31:00+01:00");
    await story.teams.presses("vera", "it-security", ASK);
    expect(buttons("vera")).toContain("Approve…");
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    expect(buttons("vera")).toContain("Approve…");
    await story.teams.presses("vera", "it-security", "Approve…", SECURITY_FACTS);
    expect(await story.details("otto", OT)).toContain("✓ IT security  Vera");
  });
});

describe("what a client brings back", () => {
  const shown = (view: string, account: AccountId) => story.world.referee.show({ view, account, press: null });

  test("shows a card to nobody whose buttons are not on it, wherever they send it from", async () => {
    await portAsked(story);
    const view = viewOf(card());
    expect(await shown(view, teamsAccount("sina"))).toMatchObject({
      type: "card",
      message: { card: { key: "HAM-1" } },
    });
    for (const account of [teamsAccount("vera"), teamsAccount("stranger"), AccountId.parse("slack:U0OTTO")])
      expect(await shown(view, account)).toMatchObject({ type: "nothing" });
  });

  test("shows nothing of another request's place, of a place that is none, or of what is no place", async () => {
    await portAsked(story);
    const request = viewOf(card()).split(".")[0];
    const forged = [
      `${request}.owner`,
      `${request}.nowhere`,
      `${request}.1`,
      "req_000000000000.owner",
      "plant_HAM.digest",
    ];
    for (const view of [...forged, `${viewOf(card())}@1`, `${viewOf(card())}@999999999`, "x", "", "@", "a@b@c"])
      expect(await shown(view, teamsAccount("sina"))).toMatchObject({ type: "nothing" });
  });

  test("records nothing, however often it is asked", async () => {
    await portAsked(story);
    const view = viewOf(card());
    const request = RequestId.parse(view.slice(0, view.indexOf(".")));
    const before = await story.world.record.store.load(request);
    await Promise.all(["sina", "deniz"].map((person) => shown(view, teamsAccount(person))));
    const after = await story.world.record.store.load(request);
    expect([after.version, after.head]).toEqual([before.version, before.head]);
  });
});
