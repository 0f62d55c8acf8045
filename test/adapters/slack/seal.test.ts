import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { readAddress, writeAddress } from "../../../adapters/slack/address.ts";
import { createSeal } from "../../../adapters/slack/seal.ts";
import { Secret } from "../../../src/index.ts";

const key = () => new Secret(randomBytes(32).toString("base64"));
const old = key();
const seal = createSeal([old]);

describe("a token that is locked away", () => {
  test("comes out as it went in, whatever it is, and is locked otherwise each time", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, about) => {
        const sealed = seal.close(text, about);
        expect(seal.open(sealed, about)).toBe(text);
        expect(seal.close(text, about)).not.toBe(sealed);
      }),
      { numRuns: 100 },
    );
  });

  test("does not open for another workspace, nor when one sign of it was changed", () => {
    const sealed = seal.close("xoxb-1", "T0PLANT");
    expect(sealed).not.toContain("xoxb");
    expect(() => seal.open(sealed, "T0OTHER")).toThrow("changed since");
    const at = sealed.length - 2;
    const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
    expect(() => seal.open(changed, "T0PLANT")).toThrow("changed since");
    for (const nonsense of ["", "v1", "v1.0.0.0.0", "v2.a.b.c.d"]) expect(() => seal.open(nonsense, "T")).toThrow();
  });

  test("opens with an old key behind the new one, and with the new one alone no more", () => {
    const sealed = seal.close("xoxb-1", "T0PLANT");
    const fresh = key();
    const both = createSeal([fresh, old]);
    expect(both.open(sealed, "T0PLANT")).toBe("xoxb-1");
    expect([both.isFresh(sealed), both.isFresh(both.close("xoxb-1", "T0PLANT"))]).toEqual([false, true]);
    expect(() => createSeal([fresh]).open(sealed, "T0PLANT")).toThrow("SLACK_TOKEN_KEY");
  });

  test("needs a key of 32 bytes", () => {
    expect(() => createSeal([new Secret("c2hvcnQ=")])).toThrow("32 bytes");
    expect(() => createSeal([])).toThrow("no key");
  });
});

test("an address is read as it was written, and one of the home workspace stands alone", () => {
  const id = fc.stringMatching(/^[A-Z][A-Z0-9]{1,12}$/);
  fc.assert(
    fc.property(fc.option(id), id, (tenant, local) => {
      expect(readAddress(writeAddress({ tenant, id: local }))).toEqual({ tenant, id: local });
    }),
    { numRuns: 100 },
  );
  expect(writeAddress({ tenant: null, id: "C0LINE3" })).toBe("C0LINE3");
});
