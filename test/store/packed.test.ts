import { createHash } from "node:crypto";
import fc from "fast-check";
import { seal, verifyElements } from "../../src/store/chain.ts";
import {
  elementsIn,
  eventsIn,
  type Packed,
  pack,
  placesIn,
  readPacked,
  type Unpacked,
  verifyPacked,
} from "../../src/store/packed.ts";
import { DICTIONARY } from "../../src/store/packedWords.ts";
import { sharedText, withoutShared } from "../../src/store/shared.ts";
import { placeId } from "../../src/store/types.ts";
import { aStream } from "../support/errand.ts";

const stream = aStream();
const RULES = '{"stages":["approve","do"]}';

/** What comes back from Redis is text: no half of a letter. */
const text = fc.string({ unit: "binary", maxLength: 40 }).map((each) => Buffer.from(each).toString());
const events = fc.array(
  fc.tuple(text, fc.constantFrom("", RULES), text).map((parts) => parts.join("")),
  { minLength: 1, maxLength: 12 },
);
const fields = fc.dictionary(fc.constantFrom("lane", "spot", "card", "shown", "cursor"), text);
const command = fc.stringMatching(/^[\w-]{16}$/);
const history = fc.record({
  events,
  fields: fc.array(fields, { maxLength: 4 }),
  commands: fc.array(command, { maxLength: 4 }),
});

function unpackedOf(written: readonly string[], shares: boolean): Unpacked {
  const texts = shares ? [sharedText(RULES)] : [];
  return {
    elements: seal(stream, written).elements.map((element) => withoutShared(element, texts)),
    places: [],
    commands: [],
  };
}

function read(element: Buffer): Packed {
  const packed = readPacked(stream, element);
  if (packed === null) throw new Error("It reads as an event");
  return packed;
}

const textsOf = ({ texts }: Packed) => texts.map(() => RULES);

describe("a packed history", () => {
  test("has every event, hash, place and command that was packed, whatever letters they have", () => {
    fc.assert(
      fc.property(history, fc.boolean(), ({ events: written, fields: each, commands }, shares) => {
        const places = each.map((kept, n) => ({ place: placeId(stream, `owner-${n}`), fields: kept }));
        const unpacked = { ...unpackedOf(written, shares), places, commands };
        const packed = read(pack(unpacked));
        const { elements, head } = seal(stream, written);
        expect(eventsIn(packed, textsOf(packed))).toEqual(written);
        expect(elementsIn(packed, textsOf(packed))).toEqual(unpacked.elements);
        expect(placesIn(packed)).toEqual(places);
        expect(packed).toMatchObject({ version: written.length, head, commands });
        expect(verifyPacked(packed, textsOf(packed))).toEqual(verifyElements(stream, elements));
      }),
    );
  });

  test("is the same, byte by byte, when the same is packed again", () => {
    fc.assert(
      fc.property(events, (written) => {
        expect(pack(unpackedOf(written, true))).toEqual(pack(unpackedOf(written, true)));
      }),
    );
  });

  test("of which one event is another says which, and is not unpacked as if it had been written so", () => {
    fc.assert(
      fc.property(events, fc.nat(), (written, which) => {
        const at = which % written.length;
        const { elements } = unpackedOf(written, false);
        const changed = elements.map((element, n) => (n === at ? `${element}!` : element));
        const packed = read(pack({ elements: changed, places: [], commands: [] }));
        expect(verifyPacked(packed, [])).toEqual({ type: "broken", brokenAt: at + 1 });
        expect(() => elementsIn(packed, [])).toThrow(expect.objectContaining({ code: "CHAIN_BROKEN" }));
      }),
    );
  });

  test("of which any byte is another is broken, says so when it is read, or still has the events that were written", () => {
    const written = ['{"type":"asked","n":1}', `{"rules":${RULES}}`, '{"type":"finished"}'];
    const element = pack(unpackedOf(written, true));
    for (let at = 0; at < element.length; at += 1) {
      const changed = Buffer.from(element);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([null, written]).toContainEqual(intactEventsOf(changed));
    }
  });

  test.each([0, 1, 5, 40])("that was cut by %s bytes more than two is broken, or says so when it is read", (more) => {
    const element = pack(unpackedOf(['{"type":"asked"}', '{"type":"finished"}'], false));
    expect(intactEventsOf(element.subarray(0, element.length - 2 - more))).toBeNull();
  });

  test("whose shared text is gone is broken", () => {
    const packed = read(pack(unpackedOf(["before", `x${RULES}`], true)));
    expect(verifyPacked(packed, [""])).toEqual({ type: "broken", brokenAt: 2 });
  });

  test("in a form that this release does not know is refused with what to do, not read", () => {
    const element = pack(unpackedOf(["one"], false));
    const newer = Buffer.from(element.toString("latin1").replace("~1 ", "~2 "), "latin1");
    expect(() => readPacked(stream, newer)).toThrow(
      expect.objectContaining({ code: "STREAM_UNREADABLE", message: expect.stringContaining("form 2") }),
    );
  });

  test("is told from an event, whatever the event says", () => {
    fc.assert(
      fc.property(text, (bytes) => {
        const [element = ""] = seal(stream, [`~1 1 0 0 ${bytes}`]).elements;
        expect(readPacked(stream, Buffer.from(element))).toBeNull();
      }),
    );
  });

  test("is deflated against words that never change: what was packed in form 1 is read by every release after", () => {
    expect(createHash("sha256").update(DICTIONARY).digest("hex")).toBe(
      "fa7f896b6de173d2ae34c8204945427e46e9c939daa9cc031db9f6c8c3556599",
    );
  });
});

/** Its events; null for what is broken or cannot be read. */
function intactEventsOf(element: Buffer): readonly string[] | null {
  try {
    const packed = read(element);
    return verifyPacked(packed, textsOf(packed)).type === "intact" ? eventsIn(packed, textsOf(packed)) : null;
  } catch {
    return null;
  }
}
