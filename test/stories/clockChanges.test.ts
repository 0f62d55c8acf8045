import type { Plant } from "../../src/plant/plant.ts";
import { demoText } from "../support/plantText.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, OPS, OT } from "./useStory.ts";

// The weekends in which the clocks of Berlin and of Chicago change. IT is on Teams, and Ops once here and once there. At OT
// controls Ole has every night, Karin the days of the weekend. `hours`: from 23:00 to 06:00. `wish` is an hour that comes twice, or
// not at all.
const WEEKENDS = [
  {
    ...{ city: "Berlin", zone: "Europe/Berlin", friday: "2026-10-23", night: "2026-10-24", sunday: "2026-10-25" },
    ...{ monday: "2026-10-26", before: "+02:00", after: "+01:00", opsOnTeams: false, hours: 8 },
    ...{ wish: "02:30", isAsked: true, answer: "Sun 02:30 CET", end: "Sun 02:30 CET", endsAt: "02:30" },
  },
  {
    ...{ city: "Berlin", zone: "Europe/Berlin", friday: "2028-03-24", night: "2028-03-25", sunday: "2028-03-26" },
    ...{ monday: "2028-03-27", before: "+01:00", after: "+02:00", opsOnTeams: true, hours: 6 },
    ...{ wish: "02:30", isAsked: false, answer: null, end: "Sun 03:30", endsAt: "03:30" },
  },
  {
    ...{ city: "Chicago", zone: "America/Chicago", friday: "2026-10-30", night: "2026-10-31", sunday: "2026-11-01" },
    ...{ monday: "2026-11-02", before: "-05:00", after: "-06:00", opsOnTeams: true, hours: 8 },
    ...{ wish: "01:30", isAsked: true, answer: "Sun 01:30 CST", end: "Sun 01:30 CST", endsAt: "01:30" },
  },
  {
    ...{ city: "Chicago", zone: "America/Chicago", friday: "2027-03-12", night: "2027-03-13", sunday: "2027-03-14" },
    ...{ monday: "2027-03-15", before: "-06:00", after: "-05:00", opsOnTeams: false, hours: 6 },
    ...{ wish: "02:30", isAsked: false, answer: null, end: "Sun 03:30", endsAt: "03:30" },
  },
] as const;

const nightly = demoText((text) =>
  text
    .replace(
      '{ days: mon-fri, hours: "18:00-06:00", person: ole }',
      '{ days: daily, hours: "18:00-06:00", person: ole }',
    )
    .replace(
      '{ days: sat-sun, hours: "06:00-06:00", person: karin }',
      '{ days: sat-sun, hours: "06:00-18:00", person: karin }',
    ),
).plant;

/** The demo plant in another time zone, and with somebody every night at OT controls. */
function movedTo(zone: string): (plant: Plant) => Plant {
  return (plant) => {
    const teams = [...plant.teams].map(([id, team]) => {
      const onCall = id === "ot-controls" ? nightly.teams.get(id)?.onCall : undefined;
      return [id, onCall === undefined ? team : { ...team, onCall }] as const;
    });
    return { ...plant, timeZone: zone, teams: new Map(teams) };
  };
}

describe.each(WEEKENDS)("in $city, the weekend of $sunday", (weekend) => {
  const { zone, friday, night, sunday, monday, before, after, opsOnTeams } = weekend;
  const story = useBoth(
    {
      ...{ teams: ["it-security", "it-network"], people: ["sina", "nils", "vera"], both: ["deniz"] },
      ...(opsOnTeams && { ops: true, people: ["sina", "nils", "vera", "paula", "piet", "max"] }),
    },
    movedTo(zone),
    { from: `${friday}T09:00:00.500${before}` },
  );
  const toOps = () => (opsOnTeams ? story.teams.said("ops") : story.said(OPS));
  const digests = () => toOps().flatMap((text) => /Hamburg · \w+ \d+ \w+ \d\d:\d\d/.exec(text) ?? []);

  async function openedUntil() {
    await story.asks("oksana", `can we open port 502 to PLC-12 until sunday ${weekend.wish}?`);
    expect(story.said(LINE_3).at(-1)?.includes("at which hour?")).toBe(weekend.isAsked);
    const until = weekend.answer === null ? {} : { "Until when is it needed?": weekend.answer };
    await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "read the counters", ...until });
    expect(story.said(LINE_3).at(-1)).toContain(`Until: ${weekend.end}`);
    await story.presses("oksana", LINE_3, "Send");
    await story.presses("otto", OT, "Approve…", { "May it only read, or also write?": "read only" });
    await story.teams.presses("sina", "it-security", "Approve…", {
      "Which machine or address connects?": "historian",
      ...{ "Which port?": "502/tcp", "Which side opens the connection?": "the source" },
    });
    await story.teams.presses("nils", "it-network", "Opened…", {
      "Rule or ticket number": "rule 4711",
    });
    await story.presses("oksana", LINE_3, "It works");
  }

  test("what is open ends at the very hour its card says, and whoever closes it is asked by the clock on the wall", async () => {
    await openedUntil();
    await story.until(`${sunday}T${weekend.endsAt.slice(0, 3)}29:58${after}`);
    expect(story.card(OT, "· HAM-1").text).toContain(`Open until ${weekend.end}.`);
    await story.until(`${sunday}T${weekend.endsAt}:01${after}`);
    expect(story.card(OT, "· HAM-1").text).toContain(`Its end came ${weekend.end}.`);
    expect(story.card(OT, "· HAM-1").text).toContain("IT network  on hold until Mon 08:00: outside its working hours");

    await story.until(`${monday}T05:59:58${after}`);
    expect(digests()).toEqual([expect.stringContaining("06:00"), expect.stringMatching(/· Sun .* 06:00$/)]);
    await story.until(`${monday}T06:00:01${after}`);
    expect(digests().at(-1)).toMatch(/· Mon .* 06:00$/);
    expect(toOps().join("\n")).toContain(`still open past its end, since ${weekend.end}`);

    await story.until(`${monday}T07:59:58${after}`);
    const before8 = story.teams.said("it-network").length;
    await story.until(`${monday}T08:00:01${after}`);
    expect(story.teams.said("it-network").slice(before8).join("\n")).toContain(
      "The end of HAM-1 Open port 502/tcp to PLC-12 (IT network closes it again) is with you now, due Mon 16:00.",
    );
  }, 60_000);

  test("the shift ends at 06:00 however long the night was, and a line that stands is asked about every half hour of it", async () => {
    await story.until(`${night}T23:00:01${before}`);
    await story.asks("hanna", "the palletizer is down");
    await story.presses("hanna", LINE_3, "Call OT now");
    await story.presses("ole", OT, "On it");
    await story.until(`${sunday}T05:59:58${after}`);
    const asked = story.said(OT).filter((text) => text.startsWith("@U0OLE You have HAM-1"));
    expect(asked).toHaveLength(2 * weekend.hours - 1);
    expect(story.card(OT, "· HAM-1").text).toContain("Ole has it since Sat 23:00");
    await story.until(`${sunday}T06:00:01${after}`);
    expect(story.said(OT).at(-1)).toContain(
      "@U0KARIN Help is needed now: HAM-1 Palletizer is down is with you now: Ole Petersen, who had it, went off shift at 06:00.",
    );
  }, 60_000);
});
