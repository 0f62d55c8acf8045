import { portOpened } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, NETWORK, SCADA, SECURITY, tuesday } from "./useStory.ts";

/** Ops live on Teams, everybody else in Slack. */
const story = useBoth({ teams: [], ops: true, people: ["paula", "piet", "max"] });
const newest = (where: string, text: string) => story.teams.text(story.teams.card(where, text));

test("cut off now, at night, rings with phone numbers, and reaches Ops and security", async () => {
  await portOpened(story);
  await story.presses("oksana", LINE_3, "It works");
  await story.until(tuesday("23:00:01"));
  await story.presses("sina", SECURITY, "Cut off now…", { "Why?": "strange traffic" });
  const card = story.card(NETWORK, "To be cut off now");
  expect(card.notifies).toEqual(["U0VERA"]);
  expect(card.text).toContain("To do by Tue 23:15, IT network closes it again");
  expect(card.text).toContain("Phone: Vera +49\u00a040\u00a05550\u00a0204");
  expect(newest("ops", "cut off")).toContain(
    "@Paula Stein\nHAM-1 Open port 502/tcp to PLC-12: to be cut off now: Sina Roth",
  );
  expect(story.said(SECURITY).at(-1)).toBe(
    "@U0DENIZ HAM-1 Open port 502/tcp to PLC-12 is to be cut off now, said Sina Roth.",
  );
  await story.until(tuesday("23:06:01"));
  expect(story.teams.said("ops").at(-1)).toBe(
    "@Paula Stein @Piet Jansen HAM-1 Open port 502/tcp to PLC-12: nobody has taken it yet.",
  );
});

test("an attack is called for in one press, and rings security and whoever owns the machine", async () => {
  await story.until(tuesday("23:00:01"));
  await story.asks("hanna", "wir wurden gehackt, auf der SCADA steht eine Lösegeldforderung");
  const draft = story.card(LINE_3, "SCADA server: possible attack").text;
  expect(draft).toContain("Looks like an attack: yes");
  expect(draft).toMatch(/Goes first to:(\n.*)*IT security/);
  await story.presses("hanna", LINE_3, "Call OT now");
  expect(story.card(SECURITY, "SCADA server: possible attack").notifies).toEqual(["U0DENIZ"]);
  expect(story.card(SCADA, "SCADA server: possible attack").notifies).toEqual(["U0KARIN"]);
  expect(newest("ops", "HAM-1")).toContain(
    "@Paula Stein\nHAM-1 SCADA server: possible attack: security are called, too.",
  );
});
