import { AccountId } from "../../src/plant/ids.ts";
import type { Actor } from "../../src/request/actor.ts";
import { type Hand, isTheirs, mayPress } from "../../src/request/rules/mayPress.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { drafted, then, type Walk } from "../workflow/walk.ts";
import {
  asked,
  called,
  demo,
  lars,
  monday,
  nils,
  olga,
  opened,
  openPort,
  otto,
  paula,
  press,
  sina,
  stepOf,
} from "./scene.ts";

const at = monday("12:00");
const stranger = AccountId.parse("web:stranger");
const draft = () => drafted({ plant: demo, type: openPort, by: olga, at }, {});

function about(walk: Walk, step: string | null) {
  return step === null ? { step: null, ask: 0 } : { step: StepId.parse(step), ask: stepOf(walk, step).ask };
}

/** Why the form behind a button does not open, by code; null where it does. */
function refused(walk: Walk, hand: Hand, step: string | null, by: Actor, ask?: number): string | null {
  try {
    const which = about(walk, step);
    mayPress(walk.state, hand, { ...which, ask: ask ?? which.ask }, { by, at, name: by }, walk.world);
    return null;
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
}

const theirs = (walk: Walk, hand: Hand, step: string | null, by: Actor, ask?: number) => {
  const which = about(walk, step);
  return isTheirs(walk.state, hand, { ...which, ask: ask ?? which.ask }, { by, at }, walk.world);
};

type Case = readonly [Hand, string | null, Actor, () => Walk, string | null];

/** Whose button, about which step, who presses, on what; and why not. */
const cases: readonly Case[] = [
  ["draft", null, olga, draft, null],
  ["draft", null, otto, draft, "NOT_ALLOWED"],
  ["draft", null, olga, () => asked(), "OUTDATED"],
  ["draft", null, olga, () => then(draft(), { type: "discard", by: olga, name: "Olga", at }), "REQUEST_CLOSED"],
  ["holder", "owner", otto, () => asked(), null],
  ["holder", "owner", sina, () => asked(), "NOT_YOUR_BALL"],
  ["holder", "owner", stranger, () => asked(), "NOT_LINKED"],
  ["holder", "owner", otto, () => asked({ by: otto }), "OWN_REQUEST"],
  ["holder", "works", olga, opened, null],
  ["holder", "works", nils, opened, "NOT_YOUR_BALL"],
  ["holder", "owner", otto, draft, "REQUEST_UNKNOWN"],
  ["requester", null, olga, () => asked(), null],
  ["requester", null, otto, () => asked(), "NOT_ALLOWED"],
  ["requester", null, stranger, () => asked(), "NOT_LINKED"],
  ["cutter", null, sina, opened, null],
  ["cutter", null, otto, opened, null],
  ["cutter", null, lars, opened, null],
  ["cutter", null, olga, opened, null],
  ["cutter", null, nils, opened, "NOT_ALLOWED"],
  ["cutter", null, stranger, opened, "NOT_LINKED"],
  ["ops", null, paula, () => asked(), null],
  ["ops", null, otto, () => asked(), "NOT_ALLOWED"],
  ["opsForOthers", null, paula, () => asked(), null],
  ["opsForOthers", null, paula, () => asked({ by: paula }), "OWN_REQUEST"],
  ["opsForOthers", null, otto, () => asked(), "NOT_ALLOWED"],
];

describe("a form opens only for whoever may fill it in, and the button is theirs alone", () => {
  test.each(cases.filter(([, step, , walk]) => step === null || walk().state.status === "open"))(
    "%s, about %s, for %s",
    (hand, step, by, walk, code) => {
      expect(refused(walk(), hand, step, by)).toBe(code);
      expect(theirs(walk(), hand, step, by)).toBe(code === null);
    },
  );
});

test("a button of an older card opens no form and is nobody's", () => {
  const now = asked();
  expect(refused(now, "holder", "owner", otto, 1)).toBe("OUTDATED");
  expect(theirs(now, "holder", "owner", otto, 1)).toBe(false);
});

test("a button that is about no step is no holder's", () => {
  expect(refused(asked(), "holder", null, otto)).toBe("OUTDATED");
  expect(theirs(asked(), "holder", null, otto)).toBe(false);
});

test("what was answered is nobody's any more, and what has not begun is nobody's yet", () => {
  expect(theirs(asked(), "holder", "network", nils)).toBe(false);
  const done = press(called(monday("10:00")), "running", lars, monday("10:20"), {
    ...{ type: "confirm", outcome: "works", note: "" },
  });
  expect(theirs(done, "holder", "repair", otto)).toBe(false);
  expect(refused(done, "holder", "repair", otto)).toBe("REQUEST_CLOSED");
});

test("a note is theirs to write who may know of what was sent, and the button is nobody's own", () => {
  expect(refused(asked(), "anybody", null, otto)).toBeNull();
  expect(refused(asked(), "anybody", null, stranger)).toBe("NOT_ALLOWED");
  expect(refused({ ...asked(), state: UNSTARTED }, "anybody", null, stranger)).toBe("REQUEST_UNKNOWN");
  expect(theirs(asked(), "anybody", null, otto)).toBe(false);
});
