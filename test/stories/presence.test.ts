import { portAsked } from "./openPort.ts";
import { LINE_3, OPS, OT, SCADA, useStory } from "./useStory.ts";

// Monday 30 November 2026, 09:00. Otto has the day at OT controls, Ole the nights, Karin leads and has the weekend.
const story = useStory();

/** Confirms the draft that somebody was shown alone, by the button that is called so. */
async function confirms(person: string, label = "Confirm") {
  const someone = story.world.as(person);
  const draft = someone.ephemerals().findLast(({ buttons }) => buttons.some((each) => each.label === label));
  if (draft === undefined) throw new Error(`${person} has no draft with "${label}"`);
  await someone.presses(draft, label);
  await story.world.settled();
  return draft.text;
}

describe("who is there, said in chat", () => {
  test("Otto is off until Tuesday and Karin covers: a draft says what moves, then it moves, and everybody reads why", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Take it");
    await story.asks("karin", "Otto is off until Tuesday, I cover", OT);
    const draft = await story.told("karin", "Otto Brandt is away until Tue 06:00, Karin Vogt stands in");
    expect(draft).toContain("HAM-1 Open port 502 to PLC-12: goes to Karin");
    expect(story.card(OT, "· HAM-1").text).toContain("Otto");
    await confirms("karin", "Until Tue 06:00");
    const ping = story.card(OT, "HAM-1 Open port 502 to PLC-12 is with you now");
    expect(ping.notifies).toEqual(["U0KARIN"]);
    expect(ping.text).toContain("Otto Brandt, who had it, is away until Tue 06:00");
    expect(story.said("U0OTTO").at(-1)).toContain("You are noted as away");
    await story.asks("olga", "who is on call for OT controls?", LINE_3);
    const answer = await story.hears(LINE_3, "Karin Vogt stands in for Otto Brandt until Tue 06:00");
    expect(answer.text).toMatch(/^On call now/);
  });

  test("an absence of tomorrow moves nothing today, and what waits then when it begins", async () => {
    await story.asks("otto", "ich bin morgen nicht da", OT);
    await story.told("otto", "Otto Brandt is away from Tue 06:00 to Wed 06:00");
    await story.told("otto", "nobody is on call for OT controls Tue 06:00 to 18:00");
    await confirms("otto");
    expect(story.card(OPS, "nobody is on call for OT controls").text).toContain(
      "Otto Brandt is away Tue 06:00 to Wed 06:00",
    );
    await story.until("2026-12-01T05:30:00+01:00");
    await portAsked(story);
    await story.until("2026-12-01T06:00:01+01:00");
    const ping = story.card(OT, "HAM-1");
    expect(ping.text).not.toContain("Otto has it");
    expect(story.card(OT, "is with you now").notifies).not.toContain("U0OTTO");
  });

  test("tonight is swapped with whoever may have it; oneself, strangers to the team and others' business are refused", async () => {
    await story.asks("ole", "swap tonight with Otto", OT);
    await story.told("ole", "Otto Brandt stands in for Ole Petersen from 18:00 to Tue 06:00");
    await confirms("ole");
    await story.asks("ole", "who is on call for OT controls tonight?", OT);
    expect((await story.hears(OT, "18:00 to Tue 06:00: Otto")).text).toMatch(/^On call/);
    await story.asks("ole", "swap tonight with Ole", OT);
    await story.told("ole", "cannot swap with themselves");
    await story.asks("ole", "Sina covers for me tonight", OT);
    await story.told("ole", "may decide nothing of what Ole Petersen is asked for");
    await story.asks("olga", "Otto is off until Friday", LINE_3);
    await story.told("olga", "Only Otto Brandt, their lead or Ops can say that.");
    await story.asks("ole", "freeze the whole plant until 22:00", OT);
    await story.told("ole", "Only Ops");
    await story.asks("stranger", "Otto is off until Friday", LINE_3);
    await story.told("stranger", "Only people whose account is linked");
  });

  test("line 3 is frozen until 22:00 by whoever leads its shift; it is told where people work on it, and ends by their word", async () => {
    await story.asks("lars", "congela la línea 3 hasta las 22:00", LINE_3);
    await story.told("lars", "Line 3 is frozen until Mon 22:00");
    await confirms("lars");
    for (const where of [OT, SCADA, OPS, LINE_3])
      expect(story.said(where).at(-1)).toContain("Line 3 is frozen 09:00 to 22:00, as Lars Meier said.");
    await story.asks("lars", "unfreeze line 3", LINE_3);
    await confirms("lars");
    expect(story.said(OT).at(-1)).toContain("Line 3 is frozen no longer. Lars Meier said so.");
    await story.asks("lars", "unfreeze line 3", LINE_3);
    await story.told("lars", "Line 3 is not frozen.");
  });

  test("a stand-in that nobody agreed to lasts a week at most, is told, and ends by the word of whom it is for", async () => {
    await story.asks("deniz", "I cover for Sina until 31.12.2028", OT);
    await story.told("deniz", "By your own word you stand in for Sina Roth for a week at most.");
    await story.asks("deniz", "I cover for Sina until Thursday noon", OT);
    await confirms("deniz");
    expect(story.said("U0SINA").at(-1)).toContain("write “cancel the stand-in” to me");
    await story.asks("ole", "Deniz does not cover for Sina", OT);
    await story.told("ole", "Only Sina Roth, their lead or Ops can say that.");
    await story.asks("sina", "I'm back", OT);
    await story.told("sina", "Deniz Kaya no longer stands in for Sina Roth");
    await confirms("sina");
    expect(story.said("U0DENIZ").at(-1)).toContain("You no longer stand in for Sina Roth");
    await story.asks("sina", "cancel the swap", OT);
    await story.told("sina", "Nobody stands in for Sina Roth");
  });
});
