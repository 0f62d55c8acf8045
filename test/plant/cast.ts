import type { EpochMs } from "../../src/clock.ts";
import { type Included, readPlant } from "../../src/plant/file/read.ts";
import { AssetId, LineId, PersonId, TeamId } from "../../src/plant/ids.ts";
import type { Party } from "../../src/plant/party.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { instantFrom } from "../../src/plant/time/localTime.ts";

/** A small plant: OT by weekday hours, crews on line 3, IT by list. Monday of the stories is 2026-11-23. */
export const smallPlant = `
code: HAM
name: Hamburg
timeZone: Europe/Berlin
emergencyNumber: "112"
shifts:
  day: { name: day shift, from: "06:00", to: "18:00" }
  night: { name: night shift, from: "18:00", to: "06:00" }
holidays:
  "2026-12-25": Christmas Day
calendars:
  office: { name: office hours, hours: { mon-fri: "08:00-17:00" } }
  nights: { name: nights, hours: { daily: "22:00-06:00" }, holidays: open }
  two-blocks: { name: with a break, hours: { mon-fri: ["08:00-12:00", "13:00-17:00"] } }
  around-the-clock: { name: always, hours: always }
people:
  otto: { name: Otto Brandt, accounts: ["web:otto", "slack:U0OTTO"] }
  ole: { name: Ole Petersen, accounts: ["web:ole"], email: ole@hamburg.example }
  karin: { name: Karin Vogt, accounts: ["web:karin"] }
  sven: { name: Sven Adler, accounts: ["web:sven"] }
  sina: { name: Sina Roth, accounts: ["web:sina", "slack:U0SINA"] }
  olga: { name: Olga Weber, accounts: ["web:olga"] }
  oksana: { name: Oksana Melnyk, accounts: ["web:oksana"] }
  lars: { name: Lars Meier, accounts: ["web:lars"] }
  paula: { name: Paula Stein, accounts: ["web:paula", "slack:U0PAULA"] }
  piet: { name: Piet Jansen, accounts: ["web:piet", "slack:U0PIET"] }
  max: { name: Max Lindner, accounts: ["web:max"] }
teams:
  ot-controls:
    name: OT controls
    side: OT
    members: [otto, ole]
    channel: { slack: C0OT, web: ot-controls }
    home: web
    calendar: office
    onCall:
      type: weekly
      turns:
        - { days: mon-fri, hours: "06:00-14:00", person: otto }
        - { days: mon-fri, hours: "14:00-22:00", person: ole }
    backup: ole
    lead: karin
    fallback: ot-scada
  ot-scada: { name: OT SCADA, side: OT, members: [sven], calendar: office, onCall: { type: list, people: [sven] }, lead: sven }
  it-security: { name: IT security, side: security, members: [sina], channel: { slack: C0SEC }, calendar: office, onCall: { type: list, people: [sina] }, lead: sina }
  line-3-operators:
    name: Line 3 operators
    side: ops
    members: [olga, oksana]
    channel: { web: line-3 }
    calendar: around-the-clock
    onCall:
      type: rotating
      anchor: "2026-11-23"
      pattern: [day, day, night, night, "off", "off", "off", "off"]
      crews:
        - { name: A, people: [olga], startsAt: 0 }
        - { name: B, people: [oksana], startsAt: 2 }
    lead: lars
lines:
  line-3:
    name: Line 3
    aliases: [L3]
    team: line-3-operators
    shiftLeads: { type: byShift, people: { day: [lars] } }
  line-7: { name: Line 7, team: line-3-operators }
assets:
  plc-12: { name: PLC-12, aliases: [filler plc], line: line-3, owner: ot-controls }
  scada: { name: SCADA server, aliases: [wincc], owner: ot-scada, parts: { vm: it-security, application: ot-scada } }
  historian: { name: Historian, owner: ot-scada }
  safety-plc-3: { name: Safety PLC line 3, line: line-3, safety: sis, owner: ot-controls }
freezes:
  - { name: shift change, lines: [line-3], when: { type: shiftChange, minutesBefore: 10, minutesAfter: 20 } }
  - { name: stocktaking, assets: [historian], when: { type: weekly, days: fri, hours: "22:00-02:00" } }
  - { name: trial run, assets: [historian], when: { type: once, from: "2026-11-28T01:00", to: "2026-11-28T09:00" } }
ops: { leads: [paula, piet], channel: { slack: C0OPS }, manager: max }
roles: { security: it-security, network: ot-scada, safety: it-security, accountAdmin: ot-scada }
riskOwner: max
`;

/** The plant of a text that must be sound. */
export function plantOf(text: string, included?: Included): Plant {
  const reading = readPlant(text, "plants/test.yaml", included);
  if (!reading.ok) throw new Error(reading.problems.map(({ line, what }) => `${line}: ${what}`).join("\n"));
  return reading.plant;
}

export const hamburg: Plant = plantOf(smallPlant);

/** An instant by the plant's clock, e.g. `local("2026-11-23T09:00")`. */
export function local(time: string): EpochMs {
  return instantFrom(time, "Europe/Berlin");
}

/** Monday 2026-11-23 at a time of day. */
export function monday(time: string): EpochMs {
  return local(`2026-11-23T${time}`);
}

export const otControls = team("ot-controls");
export const operators = team("line-3-operators");

export function team(id: string): Extract<Party, { type: "team" }> {
  return { type: "team", team: TeamId.parse(id) };
}

export function person(id: string): PersonId {
  return PersonId.parse(id);
}

export function asset(id: string): AssetId {
  return AssetId.parse(id);
}

export const line3 = LineId.parse("line-3");
