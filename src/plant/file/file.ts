import { z } from "zod";
import { perPlatform } from "../../platforms.ts";
import { FORMS_OF_ADDRESS, LANGUAGES } from "../../words/reader.ts";
import { AccountId, AdapterName, AssetId, CalendarId, LineId, PersonId, PlantCode, ShiftId, TeamId } from "../ids.ts";
import { SIDES } from "../plant.ts";
import { placeFault } from "../time/publicHolidays.ts";
import { DaysText, HoursText, TimeText } from "../time/spanText.ts";
import { timeZoneOfACity } from "../time/timeZone.ts";

/**
 * The plant file as an administrator writes it. Editors check and complete it through the JSON Schema made from this,
 * so every description is help text.
 */

const text = z.string().trim().min(1, "must not be empty");
const names = z
  .partialRecord(z.enum(LANGUAGES), text)
  .exactOptional()
  .describe("What those who read another language call it: de, es; left out, name");
const day = z.iso.date('a day is written "2026-12-25"');
const localTime = z.iso.datetime({ local: true, error: 'a date and time is written "2026-12-24T14:00"' });
const people = z.array(PersonId);

const ChannelsFile = z
  .strictObject(perPlatform(() => text.exactOptional()))
  .describe("Channel by platform, as the platform writes it: slack: C0123ABCD, web: ot-controls");
const HomeFile = AdapterName.describe("The platform to use first");

const icsFile = text.regex(
  /^[^/\\]+\.ics$/,
  "must be the name of an .ics file beside the plant file, such as on-call.ics",
);
const icsAddress = z.url({
  protocol: /^https?$/,
  error: "must be an address such as https://on-call.example.com/scada.ics",
});
const eitherFileOrAddress = {
  error: "a calendar needs either a file or a url",
  params: { todo: "write file: with the name of an .ics file, or url: with an address" },
};

const AwayFile = z
  .strictObject({
    file: icsFile.exactOptional(),
    url: icsAddress.exactOptional().describe("Instead of a file: an address that is read every quarter of an hour"),
    insideNetwork: z.boolean().default(false).describe("Whether the address may lie in the plant's own network"),
    counts: z
      .enum(["outOfOffice", "busy"])
      .default("outOfOffice")
      .describe("outOfOffice: what is marked so, or lasts whole days; busy: whatever keeps them busy"),
  })
  .refine(({ file, url }) => (file === undefined) !== (url === undefined), eitherFileOrAddress)
  .describe("Their own calendar: what it says of being out of office counts like an absence");

const PersonFile = z.strictObject({
  name: text,
  email: z.email("must be an e-mail address such as otto@plant.example").exactOptional(),
  phone: text.exactOptional().describe("In quotes; shown on the card when a line is down"),
  accounts: z.array(AccountId).default([]).describe("platform:user id, e.g. slack:U024BE7LH"),
  language: z.enum(LANGUAGES).exactOptional().describe("What they read in their own chat; left out, the plant's"),
  aliases: z.array(text).default([]).describe("What calendars of other tools call them beside their name"),
  away: AwayFile.exactOptional(),
});

const turn = { days: DaysText, hours: HoursText, person: PersonId };

export const RotaFile = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("weekly"), turns: z.array(z.strictObject(turn)).min(1, "needs a turn") }),
    z.strictObject({
      type: z.literal("rotating"),
      anchor: day.describe("A day on which a crew with startsAt: 0 has the first entry of the pattern"),
      pattern: z
        .array(z.union([z.literal("off"), ShiftId]))
        .min(1, "needs an entry for each day")
        .max(366),
      crews: z
        .array(
          z.strictObject({
            name: text,
            people: people.min(1, "a crew needs people"),
            startsAt: z.int().nonnegative().default(0).describe("How many days this crew is ahead in the pattern"),
          }),
        )
        .min(1, "needs a crew"),
    }),
    z.strictObject({ type: z.literal("byShift"), people: z.record(ShiftId, people.min(1, "needs a person")) }),
    z.strictObject({ type: z.literal("list"), people: people.describe("The first who is not absent is asked") }),
    z
      .strictObject({
        type: z.literal("ical"),
        file: icsFile.exactOptional(),
        url: icsAddress.exactOptional().describe("Instead of a file: an address that is read every quarter of an hour"),
        insideNetwork: z.boolean().default(false).describe("Whether the address may lie in the plant's own network"),
        names: z.record(text, PersonId).default({}).describe("Event titles of the calendar to people of this file"),
      })
      .refine(({ file, url }) => (file === undefined) !== (url === undefined), eitherFileOrAddress),
  ])
  .describe("Who is on call when");

const ChannelLanguage = z.enum(LANGUAGES).describe("What is spoken in its channel; left out, the plant's");

const TeamFile = z.strictObject({
  name: text,
  names,
  side: z.enum(SIDES),
  members: people.min(1, "a team without members cannot act"),
  channel: ChannelsFile.default({}),
  home: HomeFile.exactOptional(),
  language: ChannelLanguage.exactOptional(),
  calendar: CalendarId.describe("When the team's clocks run"),
  onCall: RotaFile.default({ type: "list", people: [] }),
  takenStays: z
    .boolean()
    .exactOptional()
    .describe("true: what somebody has taken stays theirs when their shift ends; left out, it goes to the next shift"),
  backup: PersonId.exactOptional(),
  lead: PersonId,
  fallback: TeamId.exactOptional().describe("The team asked when nobody of this one can be"),
  sponsor: PersonId.exactOptional().describe("Of a vendor's team: who of your own people looks after them"),
});

const AssetFile = z.strictObject({
  name: text,
  names,
  aliases: z.array(text).default([]).describe("What people call it; case, spaces and dashes do not matter"),
  kind: text.exactOptional(),
  line: LineId.exactOptional(),
  zone: text.exactOptional(),
  level: z.number().min(0).max(5).exactOptional().describe("Level of the Purdue model, 3.5 for the DMZ"),
  safety: z.enum(["sis", "machine"]).exactOptional().describe("Adds a safety step to every request about it"),
  owner: TeamId,
  parts: z.record(z.string().regex(/^[a-z][a-z0-9 -]{0,39}$/, "a part is a short word such as vm"), TeamId).default({}),
  note: text.exactOptional(),
});

const LineFile = z.strictObject({
  name: text,
  names,
  aliases: z.array(text).default([]),
  team: TeamId.describe("The team whose people run the line"),
  owner: TeamId.exactOptional().describe(
    "The team that is called when the line stands; left out: whoever owns most of it",
  ),
  shiftLeads: RotaFile.exactOptional(),
  channel: ChannelsFile.default({}),
  language: ChannelLanguage.exactOptional(),
});

const CalendarFile = z.strictObject({
  name: text,
  hours: z.union(
    [
      z.literal("always"),
      z.record(DaysText, z.union([HoursText, z.array(HoursText)])).refine((hours) => Object.keys(hours).length > 0, {
        error: "a calendar without hours never runs",
        params: { todo: 'add days with hours, e.g. mon-fri: "08:00-17:00", or write hours: always' },
      }),
    ],
    'hours are always, or days with hours: mon-fri: "08:00-17:00"',
  ),
  holidays: z.enum(["closed", "open"]).default("closed").describe("Whether the plant's holidays are days off"),
});

/** Instead of a name: a public holiday on which the plant works. */
export const WORKED = "worked";

/** Public holidays by country and region, and the plant's own by day. */
const HolidaysFile = z
  .object({
    country: z
      .string()
      .exactOptional()
      .describe("Whose public holidays are days off, by ISO 3166: DE. Left out: only the days that stand here"),
    region: z.string().exactOptional().describe("Its state or region by ISO 3166-2, without the country: HH, or BY-A"),
  })
  .catchall(text)
  .superRefine(({ country, region, ...days }, { addIssue }) => {
    for (const each of Object.keys(days)) {
      const [issue] = day.safeParse(each).error?.issues ?? [];
      if (issue !== undefined) addIssue({ code: "custom", message: issue.message, path: [each] });
    }
    if (country === undefined && region === undefined) return;
    const fault =
      country === undefined
        ? ({ key: "region", what: "a region needs its country, such as DE" } as const)
        : placeFault(country, region);
    if (fault !== null) addIssue({ code: "custom", message: fault.what, path: [fault.key] });
  })
  .describe('Day to name, "2026-12-25": Christmas Day; or worked, for a public holiday on which the plant works');

const minutes = z
  .int()
  .min(0, "must be 0 or more minutes")
  .max(24 * 60, "must be a day at most");
const FreezeFile = z.strictObject({
  name: text,
  names,
  assets: z.array(AssetId).default([]),
  lines: z.array(LineId).default([]).describe("Neither assets nor lines: the whole plant"),
  when: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("shiftChange"), minutesBefore: minutes, minutesAfter: minutes }),
    z.strictObject({ type: z.literal("weekly"), days: DaysText, hours: HoursText }),
    z.strictObject({ type: z.literal("once"), from: localTime, to: localTime }),
  ]),
});

export const PlantFile = z.strictObject({
  code: PlantCode.describe("The first half of every request key: HAM in HAM-142"),
  name: text,
  timeZone: z.string().check(timeZoneOfACity),
  language: z
    .enum(LANGUAGES)
    .exactOptional()
    .describe("What is said in channels, and to people without one of their own; left out, English"),
  formOfAddress: z
    .enum(FORMS_OF_ADDRESS)
    .default("formal")
    .describe("How people are spoken to: Sie or du in German, usted or tú in Spanish"),
  emergencyNumber: z
    .string('must be a number in quotes: "112"')
    .min(1)
    .describe("In quotes. Shown when people are in danger"),
  shifts: z.record(ShiftId, z.strictObject({ name: text, names, from: TimeText, to: TimeText })).default({}),
  holidays: HolidaysFile.default({}),
  calendars: z.record(CalendarId, CalendarFile),
  people: z.record(PersonId, PersonFile),
  teams: z.record(TeamId, TeamFile),
  lines: z.record(LineId, LineFile).default({}),
  assets: z.record(AssetId, AssetFile).default({}),
  zones: z
    .record(text, z.partialRecord(z.enum(LANGUAGES), text))
    .default({})
    .describe(
      "What those who read another language call a zone of assets: cell 3: { de: Zelle 3 }; left out, as it is written",
    ),
  freezes: z.array(FreezeFile).default([]),
  ops: z.strictObject({
    leads: people.min(1, "needs an Ops lead: somebody must be able to rule"),
    channel: ChannelsFile,
    home: HomeFile.exactOptional(),
    language: ChannelLanguage.exactOptional(),
    digestAt: z.array(TimeText).min(1, "needs a time").default(["06:00"]),
    manager: PersonId.describe("The plant manager, told of a line that is down and of nothing else"),
    calendar: CalendarId.exactOptional().describe("Left out: the clocks of Ops always run"),
  }),
  roles: z.strictObject({
    security: TeamId,
    network: TeamId,
    safety: TeamId,
    accountAdmin: TeamId,
    dataOwner: TeamId.exactOptional(),
  }),
  offersIn: z
    .strictObject(perPlatform(() => z.array(text).exactOptional()))
    .default({})
    .describe("Channels of this file in which Referee may privately offer the author of a plain request to start it"),
  readableBy: z
    .enum(["linked", "everybody"])
    .default("linked")
    .describe(
      "Who may ask what is open, what happened and whose something is. Whoever is not linked may ask for something either way, and follow it",
    ),
  riskOwner: PersonId.nullable()
    .default(null)
    .describe("Who alone may take the risk of what a veto denied, such as security's; nobody of what safety denies"),
  riskOwnerStandIn: PersonId.nullable()
    .default(null)
    .describe("Who may do so while the risk owner is away or has left. Left out, nobody may then but the risk owner"),
});
/** A plant file of which only the sound parts are left, so that one mistake does not hide the others. */
export const PlantDraft = PlantFile.partial();
export type PlantDraft = z.infer<typeof PlantDraft>;
export type PlantFile = z.infer<typeof PlantFile>;
export type RotaFile = z.infer<typeof RotaFile>;
export type AwayFile = z.infer<typeof AwayFile>;

/** The JSON Schema of plant files, for editors. */
export function plantJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(PlantFile, { io: "input" });
}
