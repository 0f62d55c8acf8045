import type { EpochMs } from "../../src/clock.ts";
import { AssetId, TeamId } from "../../src/plant/ids.ts";
import { THE_CLOCK, THE_RULES, THE_SECOND_READER } from "../../src/request/actor.ts";
import type { EventOf, EventType, FrozenType } from "../../src/request/events.ts";
import { RequestKey } from "../../src/request/ids.ts";
import { PlaceName } from "../../src/request/place.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { asked, demo, friday, karin, last, monday, oksana, ole, olga, otto, sina } from "./scene.ts";

// One of each event, with every key it can have, as they follow each other in Olga's request to open a port to PLC-12.

const step = StepId.parse("owner");
const place = PlaceName.parse("owner");
const rules: FrozenType = last(asked(), "RequestSent").rules;
const files = [{ name: "plate.jpg", link: "https://plant.slack.com/files/U0OLGA/F1/plate.jpg" }];
const message = "web:said:line-3:2";
const ot = { type: "team", team: TeamId.parse("ot-controls") } as const;
const scada = { type: "team", team: TeamId.parse("ot-scada") } as const;
const ping = {
  rank: "onCall",
  people: [otto],
  because: "weekly rota, Mon 06:00 to 14:00",
  at: monday("10:00"),
} as const;
const clocks = { hopAt: monday("11:00"), remindAt: monday("16:00"), dueAt: monday("17:00") };
const reading = { type: rules.type, candidates: [rules.type], because: ["open", "port"] };
const values = Values.parse({ destination: "asset:plc-12", port: "502/tcp", until: String(friday("12:00")) });

const by = (who: typeof olga, time: string): { by: typeof olga; at: EpochMs } => ({ by: who, at: monday(time) });
const clock = (time: string) => ({ by: THE_CLOCK, at: monday(time) });
const followed = (time: string) => ({ by: THE_RULES, at: monday(time) });

const longerRules: FrozenType = {
  ...rules,
  stages: [
    ...rules.stages.slice(0, 3),
    {
      opens: "next",
      steps: (rules.stages[0]?.steps ?? [])
        .slice(0, 1)
        .map((rule) => ({ ...rule, id: StepId.parse("owner-longer-1") })),
    },
    ...rules.stages.slice(3),
  ],
};

export const everyEvent: { readonly [T in EventType]: EventOf<T> } = {
  DraftStarted: {
    type: "DraftStarted",
    plant: demo.code,
    name: "Olga Weber",
    spot: { adapter: "web", conversation: "line-3", thread: "1" },
    text: "can we open port 502 to plc-12?",
    reading,
    values,
    quoted: "the counters are missing again",
    remindAt: monday("10:30"),
    files,
    edition: 1,
    ...by(olga, "09:58"),
  },
  DraftRead: { type: "DraftRead", reading, values, remindAt: monday("10:30"), message, ...by(olga, "09:59") },
  DraftFilled: { type: "DraftFilled", values: Values.parse({ why: "counters" }), message, ...by(olga, "09:59") },
  DraftRevised: {
    type: "DraftRevised",
    text: "can we open port 503 to plc-12?",
    reading,
    values: Values.parse({ ...values, port: "503/tcp" }),
    remindAt: monday("10:31"),
    files,
    edition: 2,
    ...by(olga, "09:59"),
  },
  ReadingProposed: {
    type: "ReadingProposed",
    proposed: rules.type,
    values: Values.parse({ source: "asset:historian" }),
    reader: "qwen3:8b",
    prompt: "9f2c41ab7d03aa10",
    by: THE_SECOND_READER,
    at: monday("09:58"),
  },
  DraftReminded: { type: "DraftReminded", ...clock("10:30") },
  DraftDiscarded: { type: "DraftDiscarded", because: "deleted", edition: 3, ...by(olga, "10:31") },
  MessageDeleted: { type: "MessageDeleted", edition: 3, ...by(olga, "09:57") },
  RequestSent: {
    type: "RequestSent",
    key: RequestKey.parse("HAM-142"),
    rules,
    plantVersion: "9f2c41ab7d03",
    same: { key: RequestKey.parse("HAM-131"), was: "allowed", at: monday("09:00"), values },
    agreed: {
      key: RequestKey.parse("HAM-120"),
      until: friday("18:00"),
      steps: [{ step: StepId.parse("security"), party: { type: "team", team: TeamId.parse("it-security") }, by: sina }],
      values: Values.parse({ source: "asset:historian" }),
      limits: [{ text: "Look only", until: null }],
    },
    ...by(olga, "10:00"),
  },
  RequestJoined: {
    type: "RequestJoined",
    place: PlaceName.parse("joined"),
    name: "Oksana Melnyk",
    spot: { adapter: "web", conversation: "line-7", thread: "4" },
    sponsor: oksana,
    ...by(oksana, "10:20"),
  },
  PlaceOpened: {
    type: "PlaceOpened",
    place: {
      name: place,
      spot: { adapter: "web", conversation: "ot-controls", thread: null },
      role: { type: "step", step },
    },
    ...followed("10:00"),
  },
  PlaceLeft: { type: "PlaceLeft", place, ...followed("12:00") },
  PlaceUnreachable: { type: "PlaceUnreachable", place, why: "the channel is archived", ...followed("10:01") },
  StepOpened: {
    type: "StepOpened",
    step,
    party: ot,
    because: "PLC-12 is theirs",
    ping: { ...ping, people: [...ping.people] },
    clocks,
    frozenFrom: friday("14:00"),
    reliefAt: monday("14:00"),
    plantVersion: "9f2c41ab7d03",
    ...followed("10:00"),
  },
  StepHeld: {
    type: "StepHeld",
    step,
    party: ot,
    because: "frozen: inventory",
    until: monday("18:00"),
    freeze: "inventory",
    plantVersion: "9f2c41ab7d03",
    ...followed("10:00"),
  },
  StepPinged: {
    type: "StepPinged",
    step,
    ping: { rank: "backup", people: [ole], because: "backup of OT controls", at: monday("11:00") },
    hopAt: monday("12:00"),
    reliefAt: monday("14:00"),
    ...clock("11:00"),
  },
  ReliefPassed: { type: "ReliefPassed", step, reliefAt: monday("22:00"), ...clock("14:00") },
  StepReminded: { type: "StepReminded", step, people: [otto], ...clock("16:00") },
  StepOverdue: {
    type: "StepOverdue",
    step,
    clock: "take",
    againAt: monday("13:30"),
    reliefAt: monday("14:00"),
    ...clock("13:00"),
  },
  ProgressAsked: { type: "ProgressAsked", step, people: [otto], ...clock("12:30") },
  NudgeAsked: { type: "NudgeAsked", step, due: monday("12:15"), ...by(karin, "12:00") },
  StepNudged: { type: "StepNudged", step, people: [karin], ...by(karin, "12:00") },
  StepTaken: { type: "StepTaken", step, ...by(otto, "10:05") },
  StepReleased: {
    type: "StepReleased",
    step,
    person: otto,
    reason: "is no longer in the plant file",
    ...followed("11:00"),
  },
  StepHandedOver: {
    type: "StepHandedOver",
    step,
    to: ole,
    because: "handed over by Otto Brandt",
    hopAt: monday("12:30"),
    ...by(otto, "11:30"),
  },
  StepMoved: {
    type: "StepMoved",
    step,
    party: scada,
    because: "Otto says that it is theirs",
    reason: "it is their network",
    ...by(otto, "10:10"),
  },
  StepDisputed: { type: "StepDisputed", step, reason: "nobody wants it", ...by(otto, "10:10") },
  StepReopened: { type: "StepReopened", step, reason: "it does not work yet", ...followed("12:00") },
  OwnerRuled: {
    type: "OwnerRuled",
    step,
    team: TeamId.parse("ot-scada"),
    asset: AssetId.parse("plc-12"),
    also: [AssetId.parse("historian")],
    reason: "they commissioned it",
    ...by(karin, "10:20"),
  },
  RulingUndone: {
    type: "RulingUndone",
    step,
    team: TeamId.parse("ot-scada"),
    assets: [AssetId.parse("plc-12"), AssetId.parse("historian")],
    ruledAt: monday("10:20"),
    reason: "it was handed over since",
    ...by(karin, "10:30"),
  },
  RequesterLeft: { type: "RequesterLeft", to: karin, because: "they lead the shift on line 3", ...followed("11:00") },
  RequesterRuledOut: { type: "RequesterRuledOut", people: [sina], reason: "another Sina", ...by(karin, "10:20") },
  FreezeSetAside: { type: "FreezeSetAside", reason: "the line stands", until: friday("20:00"), ...by(karin, "10:20") },
  FreezePassed: { type: "FreezePassed", step, next: friday("16:00"), ...clock("14:00") },
  DeadlineNears: { type: "DeadlineNears", deadline: friday("12:00"), what: "ends", ...clock("14:00") },
  QuestionAsked: {
    type: "QuestionAsked",
    step,
    question: "Which function codes?",
    leftMs: 25_200_000,
    remindAt: monday("12:00"),
    via: "web",
    asker: otto,
    ...followed("10:06"),
  },
  QuestionReminded: { type: "QuestionReminded", step, ...clock("12:00") },
  QuestionAnswered: {
    type: "QuestionAnswered",
    step,
    answer: "only 3 and 4",
    clocks,
    via: "web",
    message,
    files,
    ...by(olga, "10:15"),
  },
  NoteAdded: {
    type: "NoteAdded",
    text: "the vendor waits",
    name: "Olga Weber",
    place,
    via: "web",
    message,
    files,
    ...by(olga, "10:16"),
  },
  AgreementLost: { type: "AgreementLost", key: RequestKey.parse("HAM-120"), rules, ...followed("10:18") },
  FactsGiven: { type: "FactsGiven", step, values: Values.parse({ access: "read" }), ...by(otto, "10:17") },
  FactsChanged: {
    type: "FactsChanged",
    values: Values.parse({ port: "44818/tcp" }),
    rules,
    ...by(olga, "10:18"),
  },
  StepApproved: {
    type: "StepApproved",
    step,
    ask: 3,
    limits: [{ text: "read only", until: friday("10:00") }],
    ...by(otto, "10:30"),
  },
  StepDenied: {
    type: "StepDenied",
    step,
    reason: "no login on Modbus",
    yesIf: "through the jump host",
    ask: 3,
    ...by(otto, "10:30"),
  },
  StepTakenBack: {
    type: "StepTakenBack",
    step,
    verdict: "approved",
    reason: "it was the other PLC",
    ...by(otto, "10:35"),
  },
  DenialAppealed: {
    type: "DenialAppealed",
    step,
    news: "the historian is behind the jump host now",
    values: {},
    rules: null,
    ...by(olga, "10:50"),
  },
  RiskTaken: { type: "RiskTaken", step, reason: "the batch is lost else", ...by(karin, "10:50") },
  RiskTakenBack: { type: "RiskTakenBack", step, reason: "the batch is done", ...by(karin, "10:55") },
  HaltAsked: { type: "HaltAsked", step, reason: "it was the other PLC", ...by(otto, "11:25") },
  DenialStands: { type: "DenialStands", ...clock("12:00") },
  StepDone: {
    type: "StepDone",
    step,
    outcome: "done",
    evidence: "rule 4711",
    onSite: "Nils",
    files,
    ...by(otto, "11:30"),
  },
  StepConfirmed: {
    type: "StepConfirmed",
    step,
    outcome: "doesNotWork",
    note: "no answer on 502",
    again: StepId.parse("network"),
    ...by(olga, "11:40"),
  },
  StepSettled: { type: "StepSettled", step, through: StepId.parse("security"), ...followed("10:31") },
  GrantStarted: { type: "GrantStarted", until: friday("12:00"), ...followed("11:30") },
  EndNears: { type: "EndNears", until: friday("12:00"), ...clock("16:00") },
  ExtensionAsked: {
    type: "ExtensionAsked",
    until: friday("18:00"),
    reason: "the vendor comes later",
    steps: [{ step: StepId.parse("owner-longer-1"), of: step }],
    rules: longerRules,
    ...by(olga, "16:10"),
  },
  ExtensionGranted: {
    type: "ExtensionGranted",
    until: friday("18:00"),
    clocks: [{ step, remindAt: friday("16:30"), dueAt: friday("18:00"), leftMs: 3_600_000 }],
    ...followed("16:30"),
  },
  ExtensionRefused: {
    type: "ExtensionRefused",
    until: friday("18:00"),
    reason: "the freeze begins",
    ...by(otto, "16:30"),
  },
  GrantEnded: { type: "GrantEnded", because: "cutOff", reason: "the vendor is gone", ...by(karin, "15:00") },
  RequestWithdrawn: { type: "RequestWithdrawn", reason: "not needed", ...by(olga, "10:40") },
  RequestClosed: { type: "RequestClosed", outcome: "withdrawn", reason: "not needed", ...followed("10:40") },
};
