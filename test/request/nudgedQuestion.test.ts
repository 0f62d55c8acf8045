import { nextUp } from "../../src/card/lines/nextUp.ts";
import { pingFor } from "../../src/card/pings/pings.ts";
import type { EpochMs } from "../../src/clock.ts";
import { RequestId } from "../../src/request/ids.ts";
import type { Place } from "../../src/request/place.ts";
import { type Walk, wokenUntil } from "../workflow/walk.ts";
import { asked, last, monday, olga, open, otto, paula, press, since, typesSince } from "./scene.ts";

const request = RequestId.parse("req_0123456789ab");
const nudge = { type: "nudge" } as const;
const waits = () => press(asked(), "owner", otto, monday("10:05"), { type: "ask", question: "Why?" });
const nudgedAt = (at: EpochMs, walk = waits()) => press(walk, "owner", paula, at, nudge);
const reminders = (before: Walk, after: Walk) =>
  since(before, after).flatMap((event) =>
    event.type === "QuestionReminded" && event.step === "owner" ? [event.at] : [],
  );

function placeOf(walk: Walk, isIt: (place: Place) => boolean): Place {
  const place = [...open(walk).places.values()].find((each) => !each.left && isIt(each));
  if (place === undefined) throw new Error("There is no such place");
  return place;
}
const theirs = ({ role }: Place) => role.type === "requester";

describe("Ops nudge what waits for an answer", () => {
  test("whoever is to answer is asked again at once", () => {
    const walk = nudgedAt(monday("10:40"));
    expect(last(walk, "QuestionReminded")).toMatchObject({ by: paula, at: monday("10:40") });
    const at = { request, state: open(walk), place: placeOf(walk, theirs), world: walk.world };
    expect(pingFor(last(walk, "QuestionReminded"), at)?.card).not.toBeNull();
  });

  test("and where they were asked a moment ago, after a little time, which cards say", () => {
    const walk = nudgedAt(monday("10:06"));
    expect(last(walk, "NudgeAsked")).toMatchObject({ step: "owner", due: monday("10:20") });
    const [line] = nextUp(open(walk), placeOf(walk, theirs), walk.world);
    expect(line).toMatchObject({ text: expect.stringContaining("Next: Olga is asked Mon 10:20;") });
    const after = wokenUntil(walk, monday("13:00"));
    expect(reminders(walk, after)).toEqual([monday("10:20")]);
  });

  test("twice in a row is once", () => {
    const walk = nudgedAt(monday("10:40"));
    expect(typesSince(walk, nudgedAt(monday("10:41"), walk))).toEqual([]);
    const promised = nudgedAt(monday("10:06"));
    expect(typesSince(promised, nudgedAt(monday("10:07"), promised))).toEqual([]);
  });

  test("is moot once it is answered before: whoever has it is asked by the answer", () => {
    const walk = nudgedAt(monday("10:06"));
    const answered = press(walk, "owner", olga, monday("10:10"), { type: "answer", answer: "for the report" });
    const after = wokenUntil(answered, monday("10:30"));
    expect(typesSince(answered, after)).not.toContain("StepNudged");
    expect(reminders(answered, after)).toEqual([]);
  });
});
