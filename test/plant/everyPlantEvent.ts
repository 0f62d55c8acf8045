import type { PlantEvent } from "../../src/plant/events.ts";
import { AccountId, PlantCode, TeamId } from "../../src/plant/ids.ts";
import { asset, line3, local, monday, person } from "./cast.ts";
import { away, ruled, standIn } from "./said.ts";

const HAM = PlantCode.parse("HAM");

/** One of each, with every key it can have. */
export const everyPlantEvent: { readonly [T in PlantEvent["type"]]: Extract<PlantEvent, { type: T }> } = {
  PlantPublished: {
    type: "PlantPublished",
    plant: HAM,
    version: "9f2c41ab7d03",
    source: {
      file: "plants/ham.yaml",
      text: "code: HAM\nname: Hamburg\n",
      included: { "holidays.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" },
    },
    left: [{ person: person("otto"), name: "Otto Brandt", team: TeamId.parse("ot-controls") }],
    by: "referee:files",
    at: monday("06:00"),
  },
  AbsenceSet: {
    ...away("otto", monday("08:00"), monday("18:00")),
    uncovered: [{ team: TeamId.parse("ot-controls"), from: monday("08:00"), to: monday("14:00") }],
  },
  AbsenceEnded: { type: "AbsenceEnded", person: person("otto"), by: person("otto"), at: monday("12:00") },
  OverrideSet: standIn("ot-controls", "ole", monday("00:00"), local("2026-11-24T00:00")),
  StandInSet: {
    type: "StandInSet",
    person: person("otto"),
    standIn: person("ole"),
    from: monday("08:00"),
    to: monday("18:00"),
    by: person("otto"),
    at: monday("07:30"),
  },
  FreezeSet: {
    type: "FreezeSet",
    assets: [asset("scada")],
    lines: [line3],
    from: monday("08:00"),
    to: monday("22:00"),
    by: person("lars"),
    at: monday("07:40"),
  },
  FreezeLifted: {
    type: "FreezeLifted",
    assets: [asset("scada")],
    lines: [line3],
    by: person("lars"),
    at: monday("12:30"),
  },
  CalendarRead: {
    type: "CalendarRead",
    calendar: "5f3c0d9b2a714e86",
    text: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    etag: '"33a64df5"',
    lastModified: "Mon, 23 Nov 2026 05:00:00 GMT",
    by: "referee:calendars",
    at: monday("06:15"),
  },
  DutyChanged: { type: "DutyChanged", at: monday("18:00") },
  AccountLinked: {
    type: "AccountLinked",
    person: person("ole"),
    account: AccountId.parse("slack:U0OLE"),
    by: "referee:directory",
    at: monday("09:00"),
  },
  AccountUnlinked: {
    type: "AccountUnlinked",
    person: person("ole"),
    account: AccountId.parse("slack:U0OLE"),
    by: person("ole"),
    at: monday("10:00"),
  },
  AddressShared: {
    type: "AddressShared",
    person: person("ole"),
    account: AccountId.parse("slack:U0OLE2"),
    by: "referee:directory",
    at: monday("10:30"),
  },
  PersonLeft: {
    type: "PersonLeft",
    person: person("otto"),
    name: "Otto Brandt",
    team: TeamId.parse("ot-controls"),
    user: "3f0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c11",
    by: "referee:directory",
    at: monday("10:40"),
  },
  PersonReturned: {
    type: "PersonReturned",
    person: person("otto"),
    user: "3f0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c11",
    by: "referee:directory",
    at: monday("10:45"),
  },
  LeavingHeld: {
    type: "LeavingHeld",
    person: person("ole"),
    user: "4f0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c11",
    waiting: 2,
    by: "referee:directory",
    at: monday("10:50"),
  },
  LeavingAccepted: {
    type: "LeavingAccepted",
    name: "Olga Meyer",
    because: "the night shift moved to another company",
    by: "referee:administrator",
    at: monday("10:55"),
  },
  OwnerRuled: ruled("plc-12", "ot-scada", "they commissioned it"),
  RulingLifted: {
    type: "RulingLifted",
    asset: asset("plc-12"),
    ruledAt: monday("09:00"),
    reason: "it was handed over since",
    by: person("karin"),
    at: monday("11:00"),
  },
  DigestDue: { type: "DigestDue", plant: HAM, forDay: "2026-11-24", at: local("2026-11-24T06:00") },
  HeldBack: {
    type: "HeldBack",
    kind: "note",
    name: "Nadia Novak",
    by: AccountId.parse("slack:U0NADIA"),
    at: monday("11:00"),
  },
};
