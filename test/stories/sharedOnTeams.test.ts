import { guidFor } from "../fakes/teams/world.ts";
import { recorded } from "../support/recorded.ts";
import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { OT } from "./useStory.ts";

/** A supplier's people read along in the channel of IT security, which is shared with their company. */
const SUPPLIER = guidFor("tenant of a supplier");
const story = useBoth({ teams: ["it-security"], people: ["sina", "deniz"] });
const fake = () => story.teams.fake;
/** Somebody of the supplier whose own directory gives them the address of a person of the plant. */
const outsider = () => fake().as("stranger");
const card = () => story.teams.card("it-security", "HAM-1");

describe("a channel on Teams that is shared with another company", () => {
  beforeEach(() => {
    fake().world.profiles.set("stranger", { tenantId: SUPPLIER, email: "sina.roth@hamburg.example" });
  });

  test("shows its other members no button, and takes no press of theirs, not even a forged one", async () => {
    await portAsked(story);
    expect(story.teams.buttons("stranger", "it-security", "HAM-1")).toEqual(["What can I do?"]);
    await outsider().presses(card(), "What can I do?");
    expect(story.teams.told("stranger")).toContain("The plant does not know this account");
    const before = await recorded(story.world);
    for (const client of ["new", "old"] as const)
      await outsider().presses(card(), "Take it", { seenBy: "sina", client });
    await outsider().presses(card(), "Approve…", { seenBy: "sina" });
    await story.world.settled();
    expect(outsider().dialog()?.type).not.toBe("card");
    expect(await recorded(story.world)).toEqual(before);
    expect(story.teams.text(card())).not.toContain("Somebody Else");

    // Whoever it is for goes on as if nobody else were there.
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    expect(await story.details("otto", OT)).toContain("✓ IT security  Sina Roth approved");
  });

  test("lets nobody in who comes by way of their own company", async () => {
    await portAsked(story);
    const before = await recorded(story.world);
    fake().world.tenants.set("stranger", SUPPLIER);
    const answers = [
      await outsider().presses(card(), "Approve…", { seenBy: "sina" }),
      await outsider().presses(card(), "Take it", { seenBy: "sina", client: "old" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    await outsider().says("it-security", "<at>Referee</at> line 3 is down");
    await story.world.settled();
    expect(await recorded(story.world)).toEqual(before);
    expect(
      fake()
        .messages("it-security")
        .filter(({ from }) => from === null),
    ).toHaveLength(1);
  });
});
