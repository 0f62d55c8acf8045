import { pingFor } from "../../src/card/pings/pings.ts";
import { MINUTE_MS } from "../../src/clock.ts";
import { evolve } from "../../src/request/evolve.ts";
import { RequestId } from "../../src/request/ids.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { then, type Walk, wokenAt, wokenUntil } from "../workflow/walk.ts";
import {
  asked,
  askedOf,
  called,
  friday,
  last,
  monday,
  nils,
  olga,
  open,
  opened,
  otto,
  press,
  sina,
  since,
  stepOf,
  tuesday,
  typesSince,
  works,
} from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");

/** What Ops read of the last event of a kind, where they see the request. */
function toldOps(walk: Walk, type: "QuestionReminded"): string | null {
  const place = [...open(walk).places.values()].find(({ role, left }) => role.type === "ops" && !left);
  if (place === undefined) return null;
  return pingFor(last(walk, type), { request, state: open(walk), place, world: walk.world })?.text ?? null;
}

test("a question that keeps what cannot wait is asked again and again, until it is answered", () => {
  const called = askedOf(typeNamed("line-down"), { cyber: "yes" });
  const asked = press(called, "attack", sina, monday("10:02"), { type: "ask", question: "Which screen shows it?" });
  const { events } = wokenUntil(asked, monday("18:00"));
  const reminded = events.flatMap(({ type, at }) => (type === "QuestionReminded" ? [at] : []));
  expect(reminded.length).toBeGreaterThan(3);
  const gaps = reminded.slice(1).map((at, index) => (at - (reminded[index] ?? at)) / MINUTE_MS);
  expect(new Set(gaps)).toEqual(new Set([30]));
});

describe("while a line stands and whoever has it waits for an answer", () => {
  const taken = press(called(monday("10:00")), "repair", otto, monday("10:01"), { type: "take" });
  const waits = press(taken, "repair", otto, monday("10:02"), { type: "ask", question: "Which screen?" });

  test("whoever called is asked again, and Ops are told, by the clock of the call", () => {
    const before = wokenUntil(waits, monday("10:32"));
    expect(typesSince(waits, before)).toEqual([]);
    const after = wokenUntil(waits, monday("10:33"));
    expect(typesSince(waits, after)).toEqual(["PlaceOpened", "QuestionReminded"]);
    expect(toldOps(after, "QuestionReminded")).toContain("has not answered a question");
  });

  test("Ops are told each time", () => {
    const later = wokenUntil(waits, monday("11:33"));
    expect(typesSince(waits, later)).toEqual(["PlaceOpened", ...Array.from({ length: 3 }, () => "QuestionReminded")]);
    expect(toldOps(later, "QuestionReminded")).not.toBeNull();
  });

  test("so it is where a release before wrote down a later reminder", () => {
    const written = waits.events.map((event) =>
      event.type === "QuestionAsked" ? { ...event, remindAt: monday("14:02") } : event,
    );
    const old = { ...waits, state: written.reduce(evolve, UNSTARTED), events: written };
    expect(typesSince(old, wokenUntil(old, monday("10:33")))).toEqual(["PlaceOpened", "QuestionReminded"]);
  });
});

test("a question about what can wait is asked again once after four hours, and Ops are not called with it", () => {
  const waits = press(asked(), "owner", otto, monday("10:05"), { type: "ask", question: "Why?" });
  const reminded = wokenUntil(waits, tuesday("14:05"));
  const asking = since(waits, reminded).filter(({ type }) => type === "QuestionReminded");
  expect(asking.map(({ at }) => at)).toEqual([monday("14:05")]);
  expect(typesSince(waits, reminded)).toContain("PlaceOpened");
  expect(toldOps(reminded, "QuestionReminded")).toBeNull();
});

describe("what is to be closed again waits for an answer", () => {
  const running = press(opened(), "works", olga, monday("12:00"), works);
  const ended = wokenUntil(running, friday("12:01"));
  const waits = press(ended, "close", nils, friday("12:05"), { type: "ask", question: "May it stay until two?" });
  const cut = then(waits, { type: "cutOff", reason: "strange traffic", by: otto, at: friday("12:10"), name: "Otto" });

  test("once it is cut off now it waits no more: whoever closes it is rung at once", () => {
    expect(stepOf(cut, "close")).toMatchObject({ status: "open", ball: { clocks: { hopAt: friday("12:15") } } });
    expect(typesSince(cut, wokenAt(cut, friday("12:15")))).toContain("StepPinged");
  });

  test("a question asked after that is asked again by the clock of minutes, and Ops are told", () => {
    const again = press(cut, "close", nils, friday("12:11"), { type: "ask", question: "Which rule?" });
    const after = wokenUntil(again, friday("12:42"));
    expect(typesSince(again, after)).toContain("QuestionReminded");
    expect(toldOps(after, "QuestionReminded")).not.toBeNull();
  });
});
