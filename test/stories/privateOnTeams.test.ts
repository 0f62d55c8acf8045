import { recorded } from "../support/recorded.ts";
import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { OT } from "./useStory.ts";

/** Teams has the members of a private channel in its roster, and nobody else of the team. */
describe("a private channel on Teams", () => {
  const story = useBoth({
    teams: ["it-security"],
    people: ["sina", "deniz", "olga"],
    closed: { "it-security": ["sina", "olga"] },
  });
  const fake = () => story.teams.fake;
  const card = () => story.teams.card("it-security", "HAM-1");

  test("has buttons for those of the team who are in it, and whoever else reads there decides nothing", async () => {
    await portAsked(story);
    expect(story.teams.buttons("sina", "it-security", "HAM-1")).toContain("Approve…");
    expect(story.teams.buttons("olga", "it-security", "HAM-1")).toEqual(["What can I do?"]);
    const before = await recorded(story.world);
    await fake().as("olga").presses(card(), "Approve…", { seenBy: "sina" });
    expect(fake().as("olga").dialog()?.type).not.toBe("card");
    await fake().as("olga").presses(card(), "Take it", { seenBy: "sina", client: "old" });
    await story.world.settled();
    expect(await recorded(story.world)).toEqual(before);
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    expect(await story.details("otto", OT)).toContain("✓ IT security  Sina Roth approved");
  });

  test("mentions nobody who is not in it, and its card says by name who is asked", async () => {
    await portAsked(story);
    await story.until("2026-11-30T10:01:00+01:00");
    expect(story.teams.text(story.teams.card("it-security", "Nothing approved yet"))).toContain("Deniz was asked");
    expect(
      JSON.stringify(
        fake()
          .messages("it-security")
          .map(({ card: shown }) => shown),
      ),
    ).not.toContain("<at>Deniz");
    expect(fake().calls.filter(({ status }) => status === 400)).toEqual([]);
  });

  test("and whoever is asked next and is not in it has the card in their own chat, once, and answers there", async () => {
    await portAsked(story);
    expect(story.teams.said("deniz")).toEqual([]);
    await story.until("2026-11-30T10:01:01+01:00");
    expect(story.teams.said("deniz").filter((text) => text.includes("Nothing approved yet"))).toHaveLength(1);
    expect(story.teams.text(story.teams.card("deniz", "HAM-1"))).toContain("Deniz was asked Mon 10:00");
    await story.teams.presses("deniz", "deniz", "Approve…", SECURITY_FACTS);
    expect(await story.details("ole", OT, "· HAM-1")).toContain("✓ IT security  Deniz Kaya approved");
  });

  test("that Referee was not added to sends the card to its people in their own chats", async () => {
    fake().world.installed.delete("19:it-security@thread.tacv2");
    await portAsked(story);
    expect(story.teams.said("it-security")).toEqual([]);
    expect(story.teams.buttons("sina", "sina", "HAM-1")).toContain("Approve…");
  });
});
