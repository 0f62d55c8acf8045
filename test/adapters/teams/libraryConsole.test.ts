import { runInThisContext } from "node:vm";
import { z } from "zod";
import { createLibraryConsole } from "../../../adapters/teams/transport/botbuilder/libraryConsole.ts";

/** Prints from a file at this place. */
function printAs(filename: string, text: string): void {
  const print = z.custom<(to: Console, said: string) => void>((value) => typeof value === "function");
  print.parse(runInThisContext("(console, said) => console.error(said)", { filename }))(console, text);
}

const LIBRARY = "/opt/referee/node_modules/botframework-connector/lib/auth/jwtTokenExtractor.js";

let printed: unknown[] = [];
beforeEach(() => {
  printed = [];
  jest.spyOn(console, "error").mockImplementation((...said) => {
    printed.push(...said);
  });
});
afterEach(() => jest.restoreAllMocks());

describe("while Microsoft's library checks a token", () => {
  test.each([
    LIBRARY,
    "C:\\referee\\node_modules\\botframework-connector\\lib\\auth\\jwtTokenExtractor.js",
    "/opt/referee/node_modules/botbuilder/lib/cloudAdapter.js",
  ])("what it prints is dropped: %s", async (file) => {
    await createLibraryConsole().muted(async () => printAs(file, "a token"));
    expect(printed).toEqual([]);
  });

  test.each(["/opt/referee/host/main.js", "/opt/referee/node_modules/botbuilder-dialogs/lib/index.js"])(
    "what others print is printed: %s",
    async (file) => {
      await createLibraryConsole().muted(async () => printAs(file, "something else"));
      expect(printed).toEqual(["something else"]);
    },
  );

  test("what others print is printed, though the library called them", async () => {
    const call = z
      .custom<(inner: () => void) => void>((value) => typeof value === "function")
      .parse(runInThisContext("(inner) => inner()", { filename: LIBRARY }));
    await createLibraryConsole().muted(async () => call(() => console.error("an act went wrong")));
    expect(printed).toEqual(["an act went wrong"]);
  });
});

test("when two checks overlap, the console is as it was after the last", async () => {
  const { muted } = createLibraryConsole();
  const before = console.error;
  let end: () => void = () => undefined;
  const long = muted(() => new Promise<void>((resolve) => (end = resolve)));
  await muted(async () => undefined);
  printAs(LIBRARY, "a token");
  end();
  await long;
  expect({ printed, same: console.error === before }).toEqual({ printed: [], same: true });
});
