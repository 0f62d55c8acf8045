import fc from "fast-check";
import { type Earlier, matchParts } from "../../src/intake/matchParts.ts";
import type { DraftReading } from "../../src/intake/reading.ts";
import { TypeId } from "../../src/workflow/requestType.ts";

const TYPES = ["open-port", "restart", "other"].map((type) => TypeId.parse(type));
const [port, restart, other] = TYPES;
const part = (type: TypeId | undefined, text: string): DraftReading => ({
  reading: { type: type ?? null, candidates: [], because: [] },
  values: {},
  text,
});
const was = (type: TypeId | undefined, text: string): Earlier => ({ type: type ?? null, text });
const texts = ({ matched, added }: ReturnType<typeof matchParts>) => ({
  matched: matched.map((each) => each?.text ?? null),
  added: added.map(({ text }) => text),
});

describe("the parts of a message that was edited", () => {
  test.each([
    {
      name: "stay with their drafts where they say the same, in whatever order",
      earlier: [was(port, "open 502"), was(port, "open 80")],
      parts: [part(port, "open 80"), part(port, "open 503")],
      comes: { matched: ["open 503", "open 80"], added: [] },
    },
    {
      name: "stay with the draft of their kind when another is taken out",
      earlier: [was(port, "open 502"), was(restart, "restart MES")],
      parts: [part(restart, "restart the MES")],
      comes: { matched: [null, "restart the MES"], added: [] },
    },
    {
      name: "become drafts of their own when they are new",
      earlier: [was(port, "open 502")],
      parts: [part(restart, "restart MES"), part(port, "open 502 please")],
      comes: { matched: ["open 502 please"], added: ["restart MES"] },
    },
    {
      name: "take the place of what is left when their kind changed",
      earlier: [was(port, "open 502"), was(restart, "restart MES")],
      parts: [part(other, "look at PLC-12"), part(restart, "restart MES")],
      comes: { matched: ["look at PLC-12", "restart MES"], added: [] },
    },
    {
      name: "leave every draft without one when nothing is asked any more",
      earlier: [was(port, "open 502"), was(undefined, "hm")],
      parts: [],
      comes: { matched: [null, null], added: [] },
    },
  ])("$name", ({ earlier, parts, comes }) => {
    expect(texts(matchParts(earlier, parts))).toEqual(comes);
  });

  const anyType = fc.constantFrom(...TYPES, undefined);
  const words = fc.constantFrom("a", "b", "c", "d");
  const anyEarlier = fc.array(
    fc.tuple(anyType, words).map(([type, text]) => was(type, text)),
    { maxLength: 5 },
  );
  const anyParts = fc.array(
    fc.tuple(anyType, words).map(([type, text]) => part(type, text)),
    { maxLength: 5 },
  );

  test("are each of one draft and no other, and none is lost", () => {
    fc.assert(
      fc.property(anyEarlier, anyParts, (earlier, parts) => {
        const { matched, added } = matchParts(earlier, parts);
        const given = [...matched.filter((each) => each !== null), ...added];
        expect(matched).toHaveLength(earlier.length);
        expect(new Set(given)).toEqual(new Set(parts));
        expect(given).toHaveLength(parts.length);
      }),
    );
  });

  test("come out the same after any of them was recorded", () => {
    fc.assert(
      fc.property(anyEarlier, anyParts, fc.nat(), (earlier, parts, done) => {
        const first = texts(matchParts(earlier, parts)).matched;
        const half = earlier.map((each, index) => {
          const now = matchParts(earlier, parts).matched[index];
          return index > done || now === null || now === undefined
            ? each
            : was(now.reading.type ?? undefined, now.text);
        });
        // Words that stand twice are the same request, whichever of the two drafts has them.
        fc.pre(new Set(parts.map(({ text }) => text)).size === parts.length);
        fc.pre(earlier.every(({ text }, i) => earlier.findIndex((each) => each.text === text) === i));
        const again = texts(matchParts(half, parts)).matched;
        expect(again.filter((_, index) => index <= done)).toEqual(first.filter((_, index) => index <= done));
      }),
    );
  });
});
