import { AccountId, PersonId, PlantCode } from "../../src/plant/ids.ts";
import { personByAccount } from "../../src/plant/person.ts";
import type { Referee } from "../../src/referee/referee.ts";
import { demoText, type PlantText, withFreeze, withoutPerson } from "../support/plantText.ts";
import { OWNER_FACTS, portApproved, portAsked, portOpened } from "./openPort.ts";
import { LINE_3, NETWORK, OPS, OT, useStory } from "./useStory.ts";

const first = demoText();
const story = useStory({ texts: [first] });
const withoutOtto = demoText(withoutPerson("otto", "ole"));
const HAM = PlantCode.parse("HAM");

/** The file is changed under a process. */
async function changesTo(text: PlantText, referee: Referee = story.world.referee) {
  await referee.propose([text.plant], [text.source]);
  await story.world.settled();
}

describe("a plant file that is changed while a request is open", () => {
  test("takes it from somebody who was removed: the next is asked and reads why, and names stay", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Take it");
    await changesTo(withoutOtto);
    const card = story.card(OT, "HAM-1 Open port 502 to PLC-12 is with you now");
    expect(card.text).toContain("Otto Brandt, who had it, is no longer in the plant file");
    expect(card.notifies).toEqual(["U0OLE"]);
    await story.presses("ole", OT, "Approve…", OWNER_FACTS);
    expect(story.card(LINE_3, "· HAM-1").text).toContain("Ole Petersen approved");
  });

  test("counts for a process that has the older file: who was removed decides nothing there", async () => {
    await portAsked(story);
    const second = await story.world.another([withoutOtto]);
    await story.world.settled();
    // Slack goes on talking to the first process, whose own file still names him.
    await story.presses("otto", OT, "Take it");
    expect(await story.told("otto", "cannot decide")).toContain("The plant does not know this account");
    // It looks every few seconds, and whenever its own file is read anew, which stays the older one.
    await changesTo(first);
    expect(story.world.referee.inForce.differing()).toEqual(["HAM"]);
    expect(second.inForce.differing()).toEqual([]);
    expect(story.card(OT, "· HAM-1").text).not.toContain("Otto has it");
  });

  test("ends the links of whoever it names no longer, so that who comes under that id is somebody new", async () => {
    const { plants } = story.world.referee;
    const account = AccountId.parse("teams:an-account-of-otto");
    const link = { account, by: "referee:directory", commandId: "link-otto" } as const;
    expect(await plants.link(HAM, link, () => PersonId.parse("otto"))).toBe(true);
    await changesTo(withoutOtto);
    await changesTo(
      demoText((text) => text.replaceAll("Otto Brandt", "Nina Falk").replaceAll("otto.brandt@", "nina@")),
    );
    const { plant } = await plants.world(HAM);
    expect(plant.people.get(PersonId.parse("otto"))?.name).toBe("Nina Falk");
    expect(personByAccount(plant, account)).toBeNull();
  });

  test("lets go on what a freeze held that is in it no longer", async () => {
    const trial =
      '{ name: trial run, assets: [plc-12], when: { type: once, from: "2026-11-30T08:00", to: "2026-12-03T20:00" } }';
    await changesTo(demoText(withFreeze(trial)));
    await portApproved(story);
    expect(story.card(NETWORK, "· HAM-1").text).toContain("on hold until Thu 20:00: freeze “trial run”");
    await changesTo(first);
    expect(story.buttons(NETWORK, "· HAM-1")).toContain("Opened…");
  });

  test("calls Safety, Ops and whoever can close it when what stands open is marked as protecting people; Safety cuts it off", async () => {
    await portOpened(story);
    await changesTo(demoText((text) => text.replace("name: PLC-12,", "name: PLC-12, safety: machine,")));
    const WHY = "PLC-12 protects people, and Safety was not asked";
    const called = ["C0SAFETY", OPS, OT, NETWORK].map((channel) => story.card(channel, WHY).notifies);
    expect(called).toEqual([["U0SABINE"], ["U0PAULA"], ["U0OTTO"], ["U0NILS"]]);
    await story.presses("sabine", "C0SAFETY", "Cut off now…", { "Why?": "nobody asked us" });
    expect(story.card(NETWORK, "HAM-1").text).toContain("Sabine Kern");
  });

  test("draws again what looks different, and nothing else", async () => {
    await portAsked(story);
    const before = story.world.times("HAM-1");
    await changesTo(demoText((text) => text.replace("name: OT controls", "name: OT control systems")));
    expect(story.card(LINE_3, "· HAM-1").text).toContain("OT control systems");
    expect(story.world.times("HAM-1")).toBe(before);
    expect((await story.world.referee.plants.world(HAM)).plant.teams.size).toBe(first.plant.teams.size);
  });
});
