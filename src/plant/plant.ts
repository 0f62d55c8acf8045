import type { EpochMs } from "../clock.ts";
import type { FormOfAddress, Language } from "../words/reader.ts";
import type { PlantActor } from "./events.ts";
import type {
  AccountId,
  AdapterName,
  AssetId,
  CalendarId,
  LineId,
  PersonId,
  PlantCode,
  ShiftId,
  TeamId,
} from "./ids.ts";

/**
 * One plant as its file describes it, with what people said in chat since (`applyPlantEvents`). Immutable.
 * A `Plant` made by `readPlant` names only people, teams, assets and lines that it also holds.
 */
export type Plant = {
  readonly code: PlantCode;
  readonly name: string;
  /** IANA name, e.g. `Europe/Berlin`. All times of day in the plant file are meant in it. */
  readonly timeZone: string;
  /** What is said where nothing is known of the reader's own language. */
  readonly language: Language;
  /** Whether the plant file says so: where it does not, the local page speaks its browser's language in channels, too. */
  readonly isLanguageSaid: boolean;
  /** How people are spoken to in languages that tell. */
  readonly formOfAddress: FormOfAddress;
  /** What to call when people are in danger; shown before anything else. */
  readonly emergencyNumber: string;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly teams: ReadonlyMap<TeamId, Team>;
  readonly assets: ReadonlyMap<AssetId, Asset>;
  readonly lines: ReadonlyMap<LineId, Line>;
  readonly calendars: ReadonlyMap<CalendarId, Calendar>;
  readonly shifts: readonly Shift[];
  readonly freezes: readonly Freeze[];
  /** What readers of other languages call the zones of assets, by what is written there. */
  readonly zones: Readonly<Record<string, Names>>;
  /** The language in which somebody has their platform, as far as it has told; absent where nobody keeps that. */
  readonly localeOf?: (account: AccountId) => Language | null;
  /** Day (`2026-12-25`) to its name: those of the plant's own. */
  readonly holidays: ReadonlyMap<string, string>;
  /** Whose public holidays are days off too. */
  readonly publicHolidays: PublicHolidays | null;
  readonly ops: Ops;
  readonly roles: Roles;
  /** Who alone may take a risk that security has denied. Safety yields to nobody. */
  readonly riskOwner: PersonId | null;
  /** Who may while the risk owner is away or has left; null where nobody may. */
  readonly riskOwnerStandIn: PersonId | null;
  /** Channels in which somebody may be offered, privately, to start what they asked their colleagues for. */
  readonly offersIn: { readonly [adapter in AdapterName]?: readonly string[] };
  /** Who reads lists, owners and their duty, and what is open: those whose account is linked, or everybody. */
  readonly readableBy: "linked" | "everybody";
  /** sha256 (hex) of the source texts; recorded with every ball. Plant events do not change it. */
  readonly version: string;
  /** Accounts that were linked since, which the file does not name, and whose they are. */
  readonly linked: ReadonlyMap<AccountId, PersonId>;
  /** By which address the directory knew a linked account when it was linked, where it vouched for one. */
  readonly addresses: ReadonlyMap<AccountId, string>;
  /** Accounts that are nobody's and may be theirs, because of an address or a link that ended, until Ops say otherwise. */
  readonly resembling: ReadonlyMap<AccountId, ReadonlySet<PersonId>>;
  readonly absences: readonly Absence[];
  /** When somebody last said that they are back: what their own calendar says of that moment does not count. */
  readonly backAt: ReadonlyMap<PersonId, EpochMs>;
  /** Oldest first; where two overlap the newer one counts. */
  readonly overrides: readonly Override[];
  /** Oldest first; where two overlap the newer one counts. */
  readonly standIns: readonly StandIn[];
  readonly rulings: ReadonlyMap<AssetId, Ruling>;
  /** The instant of the newest ruling on an asset that Ops took back: none that is older counts again. */
  readonly lifted: ReadonlyMap<AssetId, EpochMs>;
  /** When the calendars of addresses were last seen, by the id of the address. */
  readonly calendarsReadAt: ReadonlyMap<string, EpochMs>;
  /** Who stood in an earlier file and does not any more: what they said and decided goes on bearing their name. */
  readonly former: ReadonlyMap<PersonId, Former>;
  /** Who stands in the file still, and of whom the directory says that they have left: they are none of `people`. */
  readonly left: ReadonlySet<PersonId>;
};

/** `team`: the one they were at home in; null when they were in none. */
export type Former = { readonly name: string; readonly team: TeamId | null };

export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly accounts: readonly AccountId[];
  readonly language?: Language;
  /** What calendars of other tools call them beside their name. */
  readonly aliases: readonly string[];
  /** Their own calendar, in which they are out of office now and then. */
  readonly away?: AwayCalendar;
};

export const SIDES = ["IT", "OT", "security", "safety", "ops", "vendor"] as const;
export type Side = (typeof SIDES)[number];

/** Where a party is addressed, by platform: a channel id as the platform writes it. */
export type Channels = { readonly [adapter in AdapterName]?: string };

/** What readers of other languages call something. */
export type Names = { readonly [language in Language]?: string };

export type Team = {
  readonly id: TeamId;
  readonly name: string;
  readonly names?: Names;
  readonly side: Side;
  readonly members: readonly PersonId[];
  readonly channel: Channels;
  /** The platform to use first where the team has channels on several. */
  readonly home?: AdapterName;
  /** What is spoken in its channel. Default: the plant's. */
  readonly language?: Language;
  /** When the team's clocks run. */
  readonly calendar: CalendarId;
  readonly onCall: Rota;
  /** Whether what somebody has taken stays theirs when their shift ends. Default: it goes to the next. */
  readonly takenStays?: boolean;
  readonly backup?: PersonId;
  readonly lead: PersonId;
  /** The team that is asked when nobody of this one can be. */
  readonly fallback?: TeamId;
  /** Of a vendor's team: who of the plant's own people looks after them. */
  readonly sponsor?: PersonId;
};

export type Asset = {
  readonly id: AssetId;
  readonly name: string;
  readonly names?: Names;
  /** What people call it, in whichever language. */
  readonly aliases: readonly string[];
  readonly kind?: string;
  readonly line?: LineId;
  readonly zone?: string;
  /** Level of the Purdue model, 0 (process) to 5 (enterprise); 3.5 is the DMZ. */
  readonly level?: number;
  /** `sis`: a safety instrumented system; `machine`: protects people at a machine. Either adds a safety step. */
  readonly safety: null | "sis" | "machine";
  readonly owner: TeamId;
  /** Split ownership: part of the asset to the team that owns that part, e.g. `vm` to `it-servers`. */
  readonly parts: Readonly<Record<string, TeamId>>;
  readonly note?: string;
};

export type Line = {
  readonly id: LineId;
  readonly name: string;
  readonly names?: Names;
  /** What people call it, in whichever language. */
  readonly aliases: readonly string[];
  /** Who leads the shift on this line; null when the plant file does not say. */
  readonly shiftLeads: Rota | null;
  /** The team that is called when the line stands and nobody can say at which machine. */
  readonly owner?: TeamId;
  /** The team whose people run the line. */
  readonly team: TeamId;
  readonly channel: Channels;
  /** What is spoken in its channel. Default: the plant's. */
  readonly language?: Language;
};

/** Time of day `HH:MM`, `24:00` for the end of a day. */
export type TimeOfDay = string;
/** ISO weekday, 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** From one time of day to another; to the next day when `to` is not after `from`. */
export type DaySpan = { readonly from: TimeOfDay; readonly to: TimeOfDay };
/** A span on certain weekdays; the weekday is the one on which it begins. */
export type WeeklySpan = DaySpan & { readonly days: readonly Weekday[] };

export type Calendar =
  | { readonly type: "always"; readonly id: CalendarId; readonly name: string }
  | {
      readonly type: "weekly";
      readonly id: CalendarId;
      readonly name: string;
      readonly spans: readonly WeeklySpan[];
      /** Whether the team works on the plant's holidays too. */
      readonly worksOnHolidays: boolean;
    };

/** `country` and `region` by ISO 3166 (`DE`, `HH`); `worked`: days (`2026-05-19`) on which the plant works all the same. */
export type PublicHolidays = {
  readonly country: string;
  readonly region: string | null;
  readonly worked: ReadonlySet<string>;
};

export type Shift = DaySpan & { readonly id: ShiftId; readonly name: string; readonly names?: Names };

/** Who is on call when. Every kind can say why it names somebody. */
export type Rota =
  | { readonly type: "weekly"; readonly turns: readonly WeeklyTurn[] }
  | RotatingRota
  | { readonly type: "byShift"; readonly people: ReadonlyMap<ShiftId, readonly PersonId[]> }
  /** Always the first who is not absent. */
  | { readonly type: "list"; readonly people: readonly PersonId[] }
  | ImportedRota;

export type WeeklyTurn = WeeklySpan & { readonly person: PersonId };

/** Crews that follow one pattern, each some days ahead, e.g. 2 days, 2 nights, 4 off. */
export type RotatingRota = {
  readonly type: "rotating";
  /** The day (`2026-01-05`) on which a crew `startsAt` 0 has the pattern's first entry. */
  readonly anchor: string;
  /** One entry a day; repeats for ever. */
  readonly pattern: readonly (ShiftId | "off")[];
  readonly crews: readonly Crew[];
};
export type Crew = { readonly name: string; readonly people: readonly PersonId[]; readonly startsAt: number };

/** Where a calendar is read again and again. `id` stands for the address, which may hold a password. */
export type CalendarAddress = {
  readonly id: string;
  readonly url: string;
  /** Whether it may lie in private networks. */
  readonly insideNetwork: boolean;
  /** What is read there: who is on call, or what counts as somebody's being away. */
  readonly holds: "turns" | AwayCounts;
};

/** What counts in a person's own calendar: what is marked as out of office or lasts whole days, or whatever keeps them busy. */
export type AwayCounts = "outOfOffice" | "busy";

/** A person's own calendar; its events are expanded when they are asked for. */
export type AwayCalendar = {
  readonly file: string;
  readonly address: CalendarAddress | null;
  /** The iCalendar text; of an address only what counts, without titles. */
  readonly text: string;
  readonly counts: AwayCounts;
};

/** A calendar of another on-call tool; its events are expanded when they are asked for. */
export type ImportedRota = {
  readonly type: "ical";
  /** What it is called: the name of its file, or the host of its address. */
  readonly file: string;
  /** Null for a file beside the plant file. */
  readonly address: CalendarAddress | null;
  /** The iCalendar text. */
  readonly text: string;
  /** Event titles to people, for titles that hold neither a name nor an e-mail address of the plant file. */
  readonly names: ReadonlyMap<string, PersonId>;
};

/** A window in which certain assets must not be touched. */
export type Freeze = {
  readonly name: string;
  /** What the plant calls it; absent where it is called so already. */
  readonly called?: string;
  readonly names?: Names;
  /** The assets and lines it covers; everything in the plant when both are empty. */
  readonly assets: readonly AssetId[];
  readonly lines: readonly LineId[];
  readonly when: FreezeWindow;
  /** When people said so in chat; absent where it stands in the file. */
  readonly saidAt?: EpochMs;
  /** Who said so; `name` is then made of it, for whoever reads the plant. */
  readonly saidBy?: string;
};
export type FreezeWindow =
  | { readonly type: "shiftChange"; readonly beforeMs: number; readonly afterMs: number }
  | { readonly type: "weekly"; readonly span: WeeklySpan }
  | { readonly type: "once"; readonly from: EpochMs; readonly to: EpochMs };

export type Ops = {
  /** Who rules on ownership, order and timing; asked in this order. */
  readonly leads: readonly PersonId[];
  readonly channel: Channels;
  readonly home?: AdapterName;
  /** What is spoken in its channel. Default: the plant's. */
  readonly language?: Language;
  readonly digestAt: readonly TimeOfDay[];
  /** The plant manager, told of a line that is down and of nothing else. */
  readonly manager: PersonId;
  readonly calendar: CalendarId | null;
};

export type Roles = {
  readonly security: TeamId;
  readonly network: TeamId;
  readonly safety: TeamId;
  readonly accountAdmin: TeamId;
  readonly dataOwner?: TeamId;
};

/** Somebody is away from `from` until `to` (excluded). `saidAt`: none where a calendar says so. */
export type Absence = {
  readonly person: PersonId;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly saidAt?: EpochMs;
};
/** Somebody is on call for a team instead of its rota, from `from` until `to` (excluded). */
export type Override = {
  readonly team: TeamId;
  readonly person: PersonId;
  readonly from: EpochMs;
  readonly to: EpochMs;
};
/** Somebody is asked for everything another would be asked for, from `from` until `to` (excluded). */
export type StandIn = {
  readonly person: PersonId;
  readonly standIn: PersonId;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly saidBy: PlantActor;
  readonly saidAt: EpochMs;
};
/** Ops ruled whose an asset is; until they take it back it counts above the plant file. `inFile`: its owner in that. */
export type Ruling = { readonly team: TeamId; readonly reason: string; readonly at: EpochMs; readonly inFile: TeamId };
