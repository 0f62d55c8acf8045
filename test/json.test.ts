import fc from "fast-check";
import { JsonTooDeepError, readJson } from "../src/json.ts";

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("JSON from outside", () => {
  test("is read as JSON is, whatever brackets and quotes stand in its texts", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        expect(readJson(text)).toEqual(JSON.parse(text));
      }),
    );
    const text = { 'a"[{': `${"[{".repeat(500)}\\"`, "b\\": ["]", '\\"['.repeat(200)] };
    expect(readJson(JSON.stringify(text))).toEqual(text);
  });

  test("that goes a hundred deep is read, and deeper is refused before anything goes down into it", () => {
    expect(() => readJson(nested(100))).not.toThrow();
    expect(() => readJson(nested(101))).toThrow(JsonTooDeepError);
    expect(() => readJson(`{"a":${nested(100)}}`)).toThrow(JsonTooDeepError);
    expect(() => readJson(nested(500_000))).toThrow(JsonTooDeepError);
  });

  test.each(["", "{", "[", '"', "\\", "null]", '{"a":1,}'])("that is none is said to be none: %s", (text) => {
    expect(() => readJson(text)).toThrow(SyntaxError);
  });
});
