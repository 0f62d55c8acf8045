import { buttonsFor } from "../../src/card/buttons/buttons.ts";
import type { CardAction } from "../../src/card/card.ts";
import { TeamId } from "../../src/plant/ids.ts";
import { RequestId } from "../../src/request/ids.ts";
import { OPS_PLACE, REQUESTER_PLACE } from "../../src/request/place.ts";
import { asked, called, monday, otto, press, sina } from "../request/scene.ts";
import { type Walk, wokenAt } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");
const question = { type: "ask", question: "Which registers?" } as const;
const itSecurity = TeamId.parse("it-security");

/** The buttons of a place and how each stands out, in their order. */
function pressable({ state, world }: Walk, name: string): readonly (readonly [label: string, style: string])[] {
  if (state.status !== "open") throw new Error(`The request is ${state.status}`);
  const place = [...state.places.values()].find((each) => each.name === name);
  if (place === undefined) throw new Error(`There is no place ${name}`);
  const { actions, more } = buttonsFor(request, state, place, world.plant);
  return [...actions, ...more].flatMap((action: CardAction) =>
    action.type === "press" ? [[action.label, action.style] as const] : [],
  );
}

const labels = (walk: Walk, place: string) => pressable(walk, place).map(([label]) => label);
const standOut = (walk: Walk, place: string) => pressable(walk, place).filter(([, style]) => style === "primary");

/** OT controls and IT security both have a question for Olga. */
function bothAsk(): Walk {
  const first = press(asked(), "owner", otto, monday("10:05"), question);
  return press(first, "security", sina, monday("10:06"), question);
}

/** PLC-12 turned out to be IT security's, so that both approvals are with them; nobody took either for an hour. */
function oneTeamHasBoth(): Walk {
  const passed = press(asked(), "owner", otto, monday("10:05"), {
    type: "notMine",
    whose: itSecurity,
    reason: "theirs",
  });
  return wokenAt(wokenAt(passed, monday("11:30")), monday("12:30"));
}

describe("buttons of several steps on one card", () => {
  test("two questions to the requester are told apart by who asked, and one of them stands out", () => {
    const walk = bothAsk();
    expect(labels(walk, REQUESTER_PLACE)).toEqual(
      expect.arrayContaining(["Answer OT controls…", "Answer IT security…"]),
    );
    expect(standOut(walk, REQUESTER_PLACE)).toEqual([["Answer OT controls…", "primary"]]);
  });

  test("one question is simply answered", () => {
    const walk = press(asked(), "owner", otto, monday("10:05"), question);
    expect(labels(walk, REQUESTER_PLACE)).toContain("Answer…");
  });

  test("two questions of one team are told apart by what its people do", () => {
    const passed = oneTeamHasBoth();
    const first = press(passed, "owner", sina, monday("12:35"), question);
    const walk = press(first, "security", sina, monday("12:36"), question);
    expect(labels(walk, REQUESTER_PLACE)).toEqual(
      expect.arrayContaining([
        "Answer whoever agrees that it may be reached…",
        "Answer whoever agrees to the connection…",
      ]),
    );
  });

  test("Ops nudges by team, and by what is to be done where one team has both", () => {
    const two = wokenAt(wokenAt(asked(), monday("11:30")), monday("12:30"));
    expect(labels(two, OPS_PLACE)).toEqual(expect.arrayContaining(["Nudge OT controls", "Nudge IT security"]));
    expect(labels(oneTeamHasBoth(), OPS_PLACE)).toEqual(
      expect.arrayContaining(["Nudge whoever agrees that it may be reached", "Nudge whoever agrees to the connection"]),
    );
  });
});

describe("the buttons of a line that stands", () => {
  const ot = "repair";

  test("let stand out that somebody takes it, and then that it is done", () => {
    const walk = called(monday("09:00"));
    expect(standOut(walk, ot)).toEqual([["On it", "primary"]]);
    const taken = press(walk, "repair", otto, monday("09:01"), { type: "take" });
    expect(standOut(taken, ot)).toEqual([["Done", "primary"]]);
  });
});
