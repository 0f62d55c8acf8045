import { PersonId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { portAsked } from "./openPort.ts";
import { monday, OT, useStory } from "./useStory.ts";

const CALENDAR = [
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "UID:1",
  "SUMMARY:Dentist",
  "DTSTART:20261130T110000",
  "DTEND:20261130T150000",
  "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

/** Otto's own calendar has him at the dentist from 11:00 to 15:00 on Monday. */
function withOwnCalendar(demo: Plant): Plant {
  const otto = demo.people.get(PersonId.parse("otto"));
  if (otto === undefined) throw new Error("The demo plant has Otto");
  const away = { file: "otto.ics", address: null, text: CALENDAR, counts: "outOfOffice" } as const;
  return { ...demo, people: new Map(demo.people).set(otto.id, { ...otto, away }) };
}

const story = useStory({ plant: withOwnCalendar });

test("what somebody has goes on as soon as their own calendar has them out of office, and nobody reads why they are", async () => {
  await portAsked(story);
  await story.presses("otto", OT, "Take it");
  await story.until(monday("10:59:30"));
  expect(story.card(OT, "· HAM-1").text).toContain("Otto has it");
  await story.until(monday("11:00:30"));
  const card = story.card(OT, "· HAM-1").text;
  expect(card).not.toContain("Otto has it");
  expect(story.said(OT).join("\n")).toContain("Otto Brandt is away until 15:00");
  expect(story.said(OT).join("\n")).not.toContain("Dentist");
});
