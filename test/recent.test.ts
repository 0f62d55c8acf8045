import { readOnce } from "../src/recent.ts";

/** A reader that notes what it was given. */
function noting() {
  const given: string[] = [];
  const read = (bytes: string) => {
    given.push(bytes);
    return { bytes };
  };
  return { given, read };
}

test("what was read once is not read again", () => {
  const { given, read } = noting();
  const reader = readOnce(read, 10);
  expect([reader("a"), reader("b"), reader("a")]).toEqual([{ bytes: "a" }, { bytes: "b" }, { bytes: "a" }]);
  expect(given).toEqual(["a", "b"]);
});

test("what was not asked for the longest is forgotten first", () => {
  const { given, read } = noting();
  const reader = readOnce(read, 2);
  for (const bytes of ["a", "b", "a", "c", "a", "b"]) reader(bytes);
  expect(given).toEqual(["a", "b", "c", "b"]);
});

test("what cannot be read is refused every time", () => {
  const reader = readOnce((bytes: string) => JSON.parse(bytes), 2);
  expect(() => reader("{")).toThrow(SyntaxError);
  expect(() => reader("{")).toThrow(SyntaxError);
});
