import { noticeFor } from "../../src/card/pings/notice.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import { DAY_MS, later } from "../../src/clock.ts";
import { servedBy } from "../../src/plant/who/served.ts";
import type { EventType, RequestEvent } from "../../src/request/events.ts";
import { RequestId } from "../../src/request/ids.ts";
import { REQUESTER_PLACE } from "../../src/request/place.ts";
import { livesOf } from "../../tools/cards/lives.ts";
import {
  approve,
  asked,
  called,
  demo,
  friday,
  monday,
  nils,
  olga,
  open,
  opened,
  otto,
  paula,
  press,
  sina,
} from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import type { Walk } from "../workflow/walk.ts";
import { then, wokenAt, wokenUntil } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");

/** What the newest event of a kind says at a place, as things stand at the end of the walk. */
function said(walk: Walk, type: EventType, place: string): string | null {
  const { state, events, world } = walk;
  const isHere = (event: RequestEvent) => !("step" in event) || event.step === place || place === REQUESTER_PLACE;
  const event = events.findLast((each) => each.type === type && isHere(each));
  if (event === undefined || (state.status !== "open" && state.status !== "closed")) throw new Error(`No ${type}`);
  const shown = [...state.places.values()].find(({ name }) => name === place);
  if (shown === undefined) throw new Error(`No place ${place}`);
  return pingFor(event, { request, state, place: shown, world })?.text ?? null;
}

const question = { type: "ask", question: "Which registers?" } as const;

describe("a message beside the card", () => {
  const note = { type: "note", text: "on Thursday", by: olga, at: monday("10:05"), name: "Olga" } as const;

  test("asks the requester while the question is open, and is moot once it is answered", () => {
    const walk = press(asked(), "owner", otto, monday("10:10"), question);
    expect(said(walk, "QuestionAsked", REQUESTER_PLACE)).toBe("Otto Brandt has a question about HAM-1.");
    const answered = press(walk, "owner", olga, monday("10:20"), { type: "answer", answer: "40001" });
    expect(said(answered, "QuestionAsked", REQUESTER_PLACE)).toBeNull();
  });

  test("is moot once the request is over, whatever it was about", () => {
    const walk = press(asked(), "owner", otto, monday("10:10"), question);
    const over = then(walk, { type: "withdraw", reason: "", by: olga, at: monday("10:30"), name: "Olga" });
    expect(said(over, "QuestionAsked", REQUESTER_PLACE)).toBeNull();
  });

  test("asks the next in the chain, and is moot once somebody has it", () => {
    const hopped = wokenAt(asked(), monday("11:00"));
    expect(said(hopped, "StepPinged", "owner")).toContain("Please answer: nobody of OT controls has taken HAM-1");
    const taken = press(hopped, "owner", otto, monday("11:05"), { type: "take" });
    expect(said(taken, "StepPinged", "owner")).toBeNull();
  });

  test("is moot for a step that is answered by now", () => {
    const hopped = wokenAt(asked(), monday("11:00"));
    expect(said(approve(hopped, "owner", otto, monday("11:05")), "StepPinged", "owner")).toBeNull();
  });

  test("about one step is not said at another's place", () => {
    expect(said(wokenAt(asked(), monday("11:00")), "StepPinged", REQUESTER_PLACE)).toBeNull();
  });

  test("is not said in the place where it was written", () => {
    const walk = then(asked(), { ...note, place: REQUESTER_PLACE });
    expect(said(walk, "NoteAdded", REQUESTER_PLACE)).toBeNull();
    expect(said(walk, "NoteAdded", "owner")).toBe("Olga Weber: “on Thursday”");
  });

  test("says the platform of who wrote it to whoever reads on another one", () => {
    const walk = then(asked(), { ...note, place: REQUESTER_PLACE });
    expect(said(walk, "NoteAdded", "security")).toBe("Olga Weber (Floor chat): “on Thursday”");
  });

  test("says of the only local chat just that, not the name that one of two has", () => {
    const walk = then(asked(), { ...note, place: REQUESTER_PLACE });
    const plant = servedBy(walk.world.plant, ["web", "slack"]);
    const alone = { ...walk, world: { ...walk.world, plant } };
    expect(said(alone, "NoteAdded", "security")).toBe("Olga Weber (local chat): “on Thursday”");
  });

  test("that something is open is part of asking whether it works, not a message more", () => {
    expect(said(opened(), "GrantStarted", REQUESTER_PLACE)).toBeNull();
    const confirmed = press(opened(), "works", olga, monday("12:00"), { type: "confirm", outcome: "works", note: "" });
    expect(said(confirmed, "GrantStarted", REQUESTER_PLACE)).toContain("open until Fri 12:00");
  });

  test("tells who is on it only where help was called", () => {
    const calling = press(called(monday("03:00")), "repair", otto, monday("03:01"), { type: "take" });
    expect(said(calling, "StepTaken", REQUESTER_PLACE)).toBe("Otto Brandt is on it.");
    const reviewing = press(asked(), "owner", otto, monday("10:10"), { type: "take" });
    expect(said(reviewing, "StepTaken", REQUESTER_PLACE)).toBeNull();
  });
});

/** The end of what was opened has come. */
const ended = () =>
  wokenAt(
    press(opened(), "works", olga, monday("12:00"), { type: "confirm", outcome: "works", note: "" }),
    friday("12:00"),
  );

describe("a message about closing again", () => {
  const what = "The end of HAM-1 Open port 502/tcp to PLC-12 (IT network closes it again)";

  test("tells whoever is reminded what is to be done", () => {
    const nudged = press(ended(), "close", paula, friday("12:30"), { type: "nudge" });
    expect(said(nudged, "StepNudged", "close")).toContain(`Ops asks how it goes with t${what.slice(1)}`);
    const hopped = wokenAt(ended(), friday("13:00"));
    expect(said(hopped, "StepPinged", "close")).toContain(`Nobody of IT network has taken t${what.slice(1)} yet`);
    const taken = press(ended(), "close", nils, friday("12:10"), { type: "take" });
    const late = wokenUntil(taken, later(friday("12:00"), 4 * DAY_MS));
    expect(said(late, "StepReminded", "close")).toContain(`A reminder: t${what.slice(1)} waits for your answer`);
    expect(said(late, "StepOverdue", "close")).toBe(`${what} is overdue. Ops knows; it is still yours to answer.`);
  });
});

describe("the line of a notification", () => {
  const notice = (walk: Walk, place: string) => {
    const shown = [...open(walk).places.values()].find(({ name }) => name === place);
    if (shown === undefined) throw new Error(`No place ${place}`);
    return noticeFor({ state: open(walk), place: shown, world: walk.world });
  };

  test("asks an owner for an answer, and by when", () => {
    expect(notice(asked(), "owner")).toBe("Please answer by Mon 18:00: HAM-1 Open port 502/tcp to PLC-12");
  });

  test("asks whoever carries it out to do so", () => {
    const both = approve(approve(asked(), "owner", otto, monday("10:30")), "security", sina, monday("11:00"));
    expect(notice(both, "network")).toContain("Please carry out by ");
  });

  test("asks whoever closes it again to do that, and not what was asked for", () => {
    expect(notice(ended(), "close")).toMatch(/^To do by .+, IT network closes it again: HAM-1 Open port 502/);
  });

  test("calls for help where a line stands", () => {
    expect(notice(called(monday("03:00")), "repair")).toBe("Help is needed now: HAM-1 PLC-12 is down");
  });

  test("says where it stands to those who have nothing to do", () => {
    expect(notice(approve(asked(), "owner", otto, monday("10:30")), "owner")).toBe(
      "HAM-1 Open port 502/tcp to PLC-12. In review. 1 of 2 approvals are given.",
    );
  });
});

test("every ping to whoever has a step says what is to be done, beside the title, whatever the type and the state", () => {
  const pings = activeTypes
    .flatMap((type) => livesOf(type, demo, olga, monday("10:00")))
    .filter(({ card }) => /step .+, ping$/.test(card));
  expect(pings.length).toBeGreaterThan(40);
  const isSaid =
    /^(Please (answer|carry out|confirm|review)|Help is needed now|Your step, )|your answer|to answer|to be done|it go|run again|^The end of|the end of/;
  expect(pings.flatMap(({ card, text }) => (isSaid.test(text) ? [] : [`${card}: ${text}`]))).toEqual([]);
});
