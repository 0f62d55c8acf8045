import fc from "fast-check";
import { type Action, decodeAction, encodeAction, Verb } from "../../src/card/action.ts";
import { RequestId } from "../../src/request/ids.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { anySign, anySignOrHalf } from "../support/anyText.ts";

const ids = fc.stringMatching(/^req_[0-9a-f]{12}$/).map((id) => RequestId.parse(id));
const parts = {
  verb: fc.constantFrom(...Verb.options),
  request: ids,
  step: fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/).map((id) => StepId.parse(id))),
  ask: fc.nat({ max: 999_999_999 }),
  arg: fc.string({ unit: anySign, maxLength: 12 }),
};
const actions: fc.Arbitrary<Action> = fc.oneof(fc.record(parts), fc.record({ ...parts, words: ids }));

describe("what a button carries", () => {
  test("comes back as it was made", () => {
    fc.assert(fc.property(actions, (action) => expect(decodeAction(encodeAction(action))).toEqual(action)));
  });

  test("is refused when it was not made here, whatever it is", () => {
    const foreign = fc.string({ unit: anySignOrHalf }).filter((text) => !text.startsWith("r1|"));
    fc.assert(
      fc.property(foreign, (value) => {
        expect(() => decodeAction(value)).toThrow(expect.objectContaining({ code: "ACTION_UNREADABLE" }));
      }),
    );
  });

  test.each([
    { name: "a verb nobody knows", value: "r1|own|req_0123456789ab||1|" },
    { name: "a request that is none", value: "r1|take|req_1||1|" },
    { name: "an ask that is no number", value: "r1|take|req_0123456789ab|owner|-1|" },
    { name: "one part too many", value: "r1|take|req_0123456789ab|owner|1||" },
    { name: "words that are kept nowhere", value: "r1|both|req_0123456789ab|owner|1|line.2|x" },
    { name: "a broken escape", value: "r1|read|req_0123456789ab||1|%E0%A4%A" },
  ])("is refused with $name", ({ value }) => {
    expect(() => decodeAction(value)).toThrow(expect.objectContaining({ code: "ACTION_UNREADABLE" }));
  });
});
