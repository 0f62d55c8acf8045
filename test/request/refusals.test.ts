import { RefusedError } from "../../src/errors.ts";
import { AccountId } from "../../src/plant/ids.ts";
import type { RequestCommand } from "../../src/request/commands.ts";
import { decide } from "../../src/request/decide.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { drafted, then, type Walk, wokenAt } from "../workflow/walk.ts";
import {
  approve,
  approved,
  asked,
  called,
  changing,
  demo,
  FACTS,
  friday,
  lars,
  monday,
  nils,
  olga,
  open,
  opened,
  openPort,
  otto,
  paula,
  press,
  pressing,
  refusal,
  sina,
  typesSince,
} from "./scene.ts";

const at = monday("10:20");
const by = { by: olga, name: "Olga", at };
const yes = { type: "approve", limits: [], values: Values.parse(FACTS.owner) } as const;
const taken = () => press(approved(), "network", nils, monday("11:10"), { type: "take" });
const withdrawn = () => then(asked(), { ...by, type: "withdraw", reason: "solved" });
const draft = (values: Record<string, string> = {}) => drafted({ plant: demo, type: openPort, by: olga, at }, values);
const nothing = (): Walk => ({ ...asked(), state: UNSTARTED, events: [] });

type Case = readonly [string, () => Walk, (walk: Walk) => RequestCommand, string, string];

/** Who presses what when it cannot be, and what they read. */
const cases: readonly Case[] = [
  [
    "a step of a request that was never sent",
    () => draft(),
    () => ({ ...by, type: "nudge", step: StepId.parse("owner"), ask: 0 }),
    "REQUEST_UNKNOWN",
    "This request has not been sent yet.",
  ],
  [
    "a request that is over",
    withdrawn,
    (walk) => ({ ...pressing(walk, "owner", otto, monday("10:30"), yes) }),
    "REQUEST_CLOSED",
    "HAM-1 was closed on Mon 23 Nov 2026 10:20: “solved”. Nothing was changed.",
  ],
  [
    "a draft that Referee does not know",
    nothing,
    () => ({ ...by, type: "send" }),
    "REQUEST_UNKNOWN",
    "Referee does not know this draft.",
  ],
  [
    "what was sent by now",
    () => asked(),
    () => ({ ...by, type: "fill", values: {} }),
    "OUTDATED",
    "This was sent already, as HAM-1.",
  ],
  [
    "a draft that was put away",
    () => then(draft(), { ...by, type: "discard" }),
    () => ({ ...by, type: "send" }),
    "REQUEST_CLOSED",
    "This draft was put away. Ask again to start a new one.",
  ],
  [
    "somebody else's draft",
    () => draft(),
    () => ({ ...by, by: otto, type: "send" }),
    "NOT_ALLOWED",
    "This is Olga Weber's draft. Only they can change or send it.",
  ],
  [
    "somebody else's draft, from an account that the plant does not know",
    () => draft(),
    () => ({ ...by, by: AccountId.parse("web:stranger"), type: "send" }),
    "NOT_ALLOWED",
    "This is somebody else's draft. Only they can change or send it.",
  ],
  [
    "somebody else's draft that was put away, from an account that the plant does not know",
    () => then(draft(), { ...by, type: "discard" }),
    () => ({ ...by, by: AccountId.parse("web:stranger"), type: "send" }),
    "NOT_ALLOWED",
    "This is somebody else's draft. Only they can change or send it.",
  ],
  [
    "a draft in which something is missing",
    () => draft({ port: "502/tcp" }),
    () => ({ ...by, type: "send" }),
    "FIELD_MISSING",
    "Still needed: To, Until, What for.",
  ],
  [
    "an end that has passed",
    () => draft({ destination: "asset:plc-12", until: String(monday("10:00")), why: "counters" }),
    () => ({ ...by, type: "send" }),
    "FIELD_INVALID",
    "The end has passed already. Choose a later one.",
  ],
  [
    "a fact that no step and no form has",
    () => draft(),
    () => ({ ...by, type: "fill", values: Values.parse({ nonsense: "1" }) }),
    "FIELD_INVALID",
    "This request has no such field.",
  ],
  [
    "a button of an older card",
    () => press(asked(), "security", sina, at, { type: "ask", question: "Which registers?" }),
    () => ({ ...pressing(asked(), "security", sina, monday("10:30"), { ...yes, values: {} }) }),
    "OUTDATED",
    "HAM-1 has changed since this card was shown. Its newest card has the buttons.",
  ],
  [
    "an account that the plant does not know",
    () => asked(),
    (walk) => ({ ...pressing(walk, "owner", otto, at, yes), by: AccountId.parse("web:stranger") }),
    "NOT_LINKED",
    "The plant does not know this account, so it cannot decide. Write “link” to Referee to change that, or reply below the card.",
  ],
  [
    "a step that somebody else of the team has",
    () => press(asked(), "owner", otto, at, { type: "take" }),
    (walk) => pressing(walk, "owner", sina, at, yes),
    "NOT_YOUR_BALL",
    "HAM-1 is with OT controls (Otto Brandt). You can add a note for them.",
  ],
  [
    "one's own request",
    () => asked({ by: otto }),
    (walk) => pressing(walk, "owner", otto, at, yes),
    "OWN_REQUEST",
    "HAM-1 is your own request, so somebody else decides it.",
  ],
  [
    "what is for Ops to do",
    () => asked(),
    () => ({ by: otto, name: "Otto", at, type: "close", reason: "enough" }),
    "NOT_ALLOWED",
    "Only the Ops leads of the plant can do this.",
  ],
  [
    "a no without a reason",
    () => asked(),
    (walk) => pressing(walk, "owner", otto, at, { type: "deny", reason: " ", yesIf: "never" }),
    "REASON_MISSING",
    "Write the reason; a few words are enough.",
  ],
  [
    "a no that leads nowhere",
    () => asked(),
    (walk) => pressing(walk, "owner", otto, at, { type: "deny", reason: "no", yesIf: "" }),
    "REASON_MISSING",
    "Write what would make it a yes; a few words are enough.",
  ],
  [
    "a yes without what only this step knows",
    () => asked(),
    (walk) => pressing(walk, "owner", otto, at, { ...yes, values: {} }),
    "FIELD_MISSING",
    "Still needed: Access.",
  ],
  [
    "a yes where something is to be done",
    approved,
    (walk) => pressing(walk, "network", nils, monday("11:10"), yes),
    "OUTDATED",
    "This button does not belong to this step.",
  ],
  [
    "a yes after the end that was asked for",
    () => asked({ values: { until: String(monday("11:00")) } }),
    (walk) => pressing(walk, "owner", otto, monday("11:30"), yes),
    "OUTDATED",
    "The end asked for (11:00) has passed. Ask Olga Weber for a new one.",
  ],
  [
    "something done that nobody showed",
    taken,
    (walk) =>
      pressing(walk, "network", nils, monday("11:30"), {
        ...{ type: "finish", outcome: "done", evidence: "", onSite: "Nils", values: {} },
      }),
    "REASON_MISSING",
    "Still needed: Rule or ticket number; a few words are enough.",
  ],
  [
    "something that failed without what happened",
    taken,
    (walk) =>
      pressing(walk, "network", nils, monday("11:30"), {
        ...{ type: "finish", outcome: "failed", evidence: "", onSite: "Nils", values: {} },
      }),
    "REASON_MISSING",
    "Write what happened; a few words are enough.",
  ],
  [
    "that it does not work, without what does not",
    opened,
    (walk) => pressing(walk, "works", olga, monday("11:40"), { type: "confirm", outcome: "doesNotWork", note: "" }),
    "REASON_MISSING",
    "Write what does not work; a few words are enough.",
  ],
  [
    "that it does not work, before anybody said that it is done",
    () => called(monday("10:00")),
    (walk) => pressing(walk, "running", lars, at, { type: "confirm", outcome: "doesNotWork", note: "still black" }),
    "NOT_ALLOWED",
    "Nobody has said yet that it is done. Add a note for whoever has it.",
  ],
  [
    "a second question while one is open",
    () => press(asked(), "security", sina, at, { type: "ask", question: "Which registers?" }),
    (walk) => pressing(walk, "security", sina, monday("10:30"), { type: "ask", question: "And why?" }),
    "NOT_ALLOWED",
    "A question is open already. Add a note for more.",
  ],
  [
    "an empty question",
    () => asked(),
    (walk) => pressing(walk, "security", sina, at, { type: "ask", question: "" }),
    "REASON_MISSING",
    "Write the question; a few words are enough.",
  ],
  [
    "an answer to nothing",
    () => asked(),
    (walk) => pressing(walk, "security", olga, at, { type: "answer", answer: "40001" }),
    "OUTDATED",
    "This question was answered already.",
  ],
  [
    "an answer of somebody who was not asked",
    () => press(asked(), "security", sina, at, { type: "ask", question: "Which registers?" }),
    (walk) => pressing(walk, "security", otto, monday("10:30"), { type: "answer", answer: "all" }),
    "NOT_ALLOWED",
    "The question is for Olga Weber. You can add a note.",
  ],
  [
    "an empty answer",
    () => press(asked(), "security", sina, at, { type: "ask", question: "Which registers?" }),
    (walk) => pressing(walk, "security", olga, monday("10:30"), { type: "answer", answer: " " }),
    "REASON_MISSING",
    "Write an answer; a few words are enough.",
  ],
  [
    "an empty note",
    () => asked(),
    () => ({ ...by, type: "note", text: " ", place: null }),
    "REASON_MISSING",
    "Write a note; a few words are enough.",
  ],
  [
    "a note about nothing that Referee knows",
    nothing,
    () => ({ ...by, type: "note", text: "see ticket 12", place: null }),
    "REQUEST_UNKNOWN",
    "Referee does not know this request.",
  ],
  [
    "a fact that changes while it is carried out",
    taken,
    () => changing({ destination: "asset:plc-7" }, monday("11:20")),
    "NOT_ALLOWED",
    "HAM-1 is being carried out already. Add a note, or ask for something new.",
  ],
  [
    "a fact that somebody else changes",
    () => asked(),
    () => ({ ...changing({ destination: "asset:plc-7" }, at), by: otto }),
    "NOT_ALLOWED",
    "Only Olga Weber, who asked for HAM-1, can do this.",
  ],
  [
    "what stands open, taken back on paper",
    opened,
    () => ({ ...by, at: monday("12:00"), type: "withdraw", reason: "" }),
    "NOT_ALLOWED",
    'HAM-1 was opened, so it ends when it is closed again. Use "Cut off now" to have it closed again.',
  ],
  [
    "what is past its end, taken back on paper",
    () => wokenAt(opened(), friday("12:00")),
    () => ({ ...by, at: friday("12:10"), type: "withdraw", reason: "" }),
    "NOT_ALLOWED",
    "HAM-1 ends when it is shown to be closed. Add a note for those who close it.",
  ],
  [
    "what stands open, ended by Ops on paper",
    opened,
    () => ({ ...by, by: paula, at: monday("12:00"), type: "close", reason: "enough" }),
    "NOT_ALLOWED",
    'HAM-1 was opened, so it ends when it is closed again. Use "Cut off now" to have that done at once.',
  ],
  [
    "a cut where nothing is open",
    () => asked(),
    () => ({ ...by, type: "cutOff", reason: "now" }),
    "NOT_ALLOWED",
    "Nothing is open for HAM-1 yet.",
  ],
  [
    "a cut by somebody who has nothing to do with it",
    opened,
    () => ({ ...by, by: nils, at: monday("12:00"), type: "cutOff", reason: "now" }),
    "NOT_ALLOWED",
    "The owner of the machine, the shift lead, security and Ops can cut this off.",
  ],
  [
    "a freeze put aside where nothing waits for one",
    () => asked(),
    () => ({ ...by, by: paula, type: "setFreezeAside", reason: "it must be" }),
    "OUTDATED",
    "HAM-1 does not wait for a freeze any more. Nothing was changed.",
  ],
];

/** With which quotation marks a button is named is a matter of the language. */
const plain = (text: string) => text.replaceAll(/[“”]/g, '"');

test.each(cases)("%s is refused, and whoever pressed reads why", (_, walk, command, code, message) => {
  const now = walk();
  const said = refusal(now, command(now));
  expect({ ...said, message: plain(said.message) }).toEqual({ code, message: plain(message) });
});

function refusedIn(language: "de", act: () => unknown): string | null {
  try {
    act();
  } catch (error) {
    if (error instanceof RefusedError) return error.saidTo({ language });
    throw error;
  }
  return null;
}

test("a fact that cannot be is refused in the words of whoever told it", () => {
  const read = (values: Record<string, string>) => {
    const { world, state } = draft();
    try {
      decide(state, { ...by, type: "fill", values: Values.parse(values) }, world);
    } catch (error) {
      if (error instanceof RefusedError) return { en: error.message, de: error.saidTo({ language: "de" }) };
      throw error;
    }
    return null;
  };
  expect(read({ nonsense: "1" })).toEqual({
    en: "This request has no such field.",
    de: "Diese Anfrage hat kein solches Feld.",
  });
  expect(refusedIn("de", () => decide(draft({ port: "502/tcp" }).state, { ...by, type: "send" }, draft().world))).toBe(
    "Fehlt noch: Zu, Bis, Wofür.",
  );
  expect(read({ why: "a".repeat(2_500) })).toEqual({
    en: "What for: Say it in fewer words.",
    de: "Wofür: Bitte in weniger Worten.",
  });
});

describe("what was done already", () => {
  test("is done once, however often it is pressed", () => {
    const sent = asked();
    expect(typesSince(sent, then(sent, { ...by, type: "send" }))).toEqual([]);
    const away = then(draft(), { ...by, type: "discard" });
    expect(typesSince(away, then(away, { ...by, type: "discard" }))).toEqual([]);
    expect(typesSince(withdrawn(), then(withdrawn(), { ...by, type: "withdraw", reason: "" }))).toEqual([]);
    const cut = then(opened(), { ...by, at: monday("12:00"), type: "cutOff", reason: "now" });
    expect(typesSince(cut, then(cut, { ...by, at: monday("12:01"), type: "cutOff", reason: "now" }))).toEqual([]);
  });

  test("is nothing new where a fact is told as it stands", () => {
    expect(typesSince(asked(), then(asked(), changing({ port: "502/tcp" }, at)))).toEqual([]);
    const filled = then(draft(), { ...by, type: "fill", values: Values.parse({ why: "counters" }) });
    expect(
      typesSince(filled, then(filled, { ...by, type: "fill", values: Values.parse({ why: "counters" }) })),
    ).toEqual([]);
  });

  test("twice by one person with another outcome is refused, with the time of the first", () => {
    const once = approve(asked(), "owner", otto, monday("10:30"));
    expect(
      refusal(once, pressing(once, "owner", otto, monday("10:40"), { type: "deny", reason: "no", yesIf: "x" })),
    ).toEqual({
      code: "OUTDATED",
      message: "Nothing was changed: Otto Brandt already answered this for HAM-1, 10:30.",
    });
    expect(open(once).status).toBe("open");
  });
});
