import fc from "fast-check";
import { bytesOf, positionOf, seal, verifyElements } from "../../src/store/chain.ts";
import { anySign } from "../support/anyText.ts";
import { aStream } from "../support/errand.ts";

const stream = aStream();
const histories = fc.array(fc.string({ unit: anySign }), { maxLength: 8 });

describe("a chained history", () => {
  test("gives back the bytes of every event, whatever they are", () => {
    fc.assert(
      fc.property(histories, (events) => {
        expect(seal(stream, events).elements.map(bytesOf)).toEqual(events);
      }),
    );
  });

  test("is the same whether it was written in one go or in two", () => {
    fc.assert(
      fc.property(histories, histories, (first, second) => {
        const begun = seal(stream, first);
        const whole = [...begun.elements, ...seal(begun.head, second).elements];
        expect(whole).toEqual(seal(stream, [...first, ...second]).elements);
        expect(verifyElements(stream, whole)).toEqual({ type: "intact", ...positionOf(stream, whole) });
      }),
    );
  });

  test("shows any event that was changed, removed from the middle, or swapped", () => {
    const events = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(events, fc.nat(), (history, at) => {
        const { elements } = seal(stream, history);
        const n = at % (elements.length - 1);
        const changed = elements.with(n, `${elements[n]}!`);
        const removed = elements.toSpliced(n, 1);
        const swapped = elements.with(n, elements[n + 1] ?? "").with(n + 1, elements[n] ?? "");
        for (const tampered of [changed, removed, swapped]) {
          expect(verifyElements(stream, tampered)).toEqual({ type: "broken", brokenAt: n + 1 });
        }
      }),
    );
  });

  test("does not fit another stream", () => {
    expect(verifyElements(aStream(), seal(stream, ["asked"]).elements)).toEqual({ type: "broken", brokenAt: 1 });
  });
});
