import { existsSync, readFileSync } from "node:fs";
import { circlesIn } from "./support/circles.ts";
import { type Import, importsOf, readersOf, sourcesUnder } from "./support/sources.ts";

/** The order in which src/ is read. Each part may import itself and parts before it, never one after it. */
const READING_ORDER = [
  "plainText",
  "words",
  "errors",
  "secret",
  "clock",
  "json",
  "platforms",
  "recent",
  "log",
  "config",
  "release",
  "storedEvent",
  "outgoing",
  "redis",
  "plant",
  "workflow",
  "request",
  "understand",
  "secondReader",
  "card",
  "picture",
  "adapter",
  "intake",
  "store",
  "work",
  "referee",
  "index",
];

/** The parts that have rooms, and the files that stand before them: what the part is for, and what all its rooms share. */
const ROOMS: readonly (readonly [part: string, doors: readonly string[]])[] = [
  ["plant", "applyEvents build events ids party person plant problem remember source stored storedIds".split(" ")],
  ["understand", "danger labels output portsMeant reading reasons secrets shown slots understand".split(" ")],
  ["card", "action answers card changedMessage heldBack people plainCard requestCard threadCard words".split(" ")],
];

/** Which adapter alone may know a platform's packages. */
const SDKS = [
  { adapter: "slack", packages: /^@slack\// },
  { adapter: "teams", packages: /^(botbuilder|botframework-|@microsoft\/|jose|@azure\/)/ },
  { adapter: "web", packages: /^(preact|adaptivecards)/ },
];

/** What speaks to Teams: each in a folder of its own, which is loaded where it was chosen. */
const TRANSPORTS = [
  { folder: "adapters/teams/transport/botbuilder/", packages: /^(botbuilder|botframework-)/ },
  { folder: "adapters/teams/transport/rest/", packages: /^jose/ },
];

/** Draws cards for every platform that shows Adaptive Cards. */
const SHARED_DRAWING = "adapters/adaptive/";

const core = sourcesUnder("src");
const adapters = sourcesUnder("adapters");
// The page runs in a browser, where the only clock is the browser's.
const host = sourcesUnder("host");
const program = ["main.ts", ...host, ...core, ...adapters.filter((file) => !file.startsWith("adapters/web/page/"))];

/** "src/plant/rota.ts" and "src/plant.ts" both belong to the part "plant". */
function partOf(file: string): string {
  return file.split("/")[1]?.replace(/\.ts$/, "") ?? "";
}

function adapterOf(file: string): string {
  return file.split("/").slice(0, 2).join("/");
}

describe("the core", () => {
  test("consists of parts that have their place in the reading order", () => {
    expect(core.filter((file) => !READING_ORDER.includes(partOf(file)))).toEqual([]);
  });

  test("can be read from top to bottom: no part imports one that comes after it", () => {
    const rank = (file: string) => READING_ORDER.indexOf(partOf(file));
    const within = importsOf(core).filter(({ to }) => to.startsWith("src/"));
    expect(within.length).toBeGreaterThan(0);
    expect(within.filter(({ from, to }) => rank(to) > rank(from))).toEqual([]);
  });

  test.each(ROOMS)("shows its rooms: %s has no file beside those that open it", (part, doors) => {
    const beside = core.filter((file) => partOf(file) === part && file.split("/").length === 3);
    expect(beside.map((file) => file.replace(/^.*\/|\.ts$/g, "")).filter((name) => !doors.includes(name))).toEqual([]);
  });

  test.each(ROOMS)("has no circle of rooms in %s", (part) => {
    const roomOf = (file: string) => (file.split("/").length > 3 ? file.split("/").slice(0, 3).join("/") : null);
    const rooms = importsOf(core.filter((file) => partOf(file) === part)).flatMap(({ from, to }): readonly Import[] => {
      const [here, there] = [roomOf(from), roomOf(to)];
      return here === null || there === null || here === there || partOf(to) !== part
        ? []
        : [{ from: here, to: there }];
    });
    expect(circlesIn(rooms)).toEqual([]);
  });

  test("imports nothing of what is said and asked where it is drawn: cards know no intake", () => {
    const drawn = importsOf(core.filter((file) => partOf(file) === "card"));
    expect(drawn.filter(({ to }) => to.startsWith("src/intake/"))).toEqual([]);
  });

  test("knows nothing outside itself", () => {
    expect(importsOf(core).filter(({ to }) => /^(\.\.|host|adapters|test|tools|bench|main\.ts)/.test(to))).toEqual([]);
  });

  test.each(SDKS)("knows no package of the $adapter adapter", ({ packages }) => {
    expect(importsOf(core).filter(({ to }) => packages.test(to))).toEqual([]);
  });
});

describe("every file", () => {
  test("stands in no circle of imports", () => {
    const all = importsOf([...program, ...sourcesUnder("tools", "bench", "adapters/web/page")]);
    expect(all.length).toBeGreaterThan(1000);
    expect(circlesIn(all)).toEqual([]);
  });

  test("of the tools does without the measurements", () => {
    expect(importsOf(sourcesUnder("tools")).filter(({ to }) => to.startsWith("bench/"))).toEqual([]);
  });
});

describe("an adapter", () => {
  test("sees of the core only what src/index.ts offers", () => {
    expect(importsOf(adapters).filter(({ to }) => to.startsWith("src/") && to !== "src/index.ts")).toEqual([]);
  });

  test("sees nothing of another adapter", () => {
    const foreign = importsOf(adapters).filter(
      ({ from, to }) =>
        to.startsWith("adapters/") && adapterOf(to) !== adapterOf(from) && !to.startsWith(SHARED_DRAWING),
    );
    expect(foreign).toEqual([]);
  });

  test.each(SDKS)("that is not $adapter does not use its packages", ({ adapter, packages }) => {
    const used = importsOf(adapters).filter(({ to }) => packages.test(to));
    expect(used.filter(({ from }) => adapterOf(from) !== `adapters/${adapter}`)).toEqual([]);
  });
});

describe("a transport to Teams", () => {
  test.each(TRANSPORTS)("alone knows its packages: $folder", ({ folder, packages }) => {
    const using = importsOf(program).filter(({ to }) => packages.test(to));
    expect(using.length).toBeGreaterThan(0);
    expect(using.filter(({ from }) => !from.startsWith(folder))).toEqual([]);
  });

  test.each(TRANSPORTS)("is reached through the one file that chooses: $folder", ({ folder }) => {
    const outside = importsOf(program).filter(({ from, to }) => to.startsWith(folder) && !from.startsWith(folder));
    expect(outside.map(({ from }) => from)).toEqual(["adapters/teams/transport/open.ts"]);
  });
});

describe("the present", () => {
  test("is read in src/clock.ts and nowhere else", () => {
    expect(readersOf(program, "Date.now", "new Date", "Temporal.Now")).toEqual(["src/clock.ts"]);
  });
});

describe("the environment", () => {
  test("is read in main.ts and nowhere else", () => {
    expect(readersOf(program, "process.env")).toEqual(["main.ts"]);
  });
});

describe("the tree in README.md", () => {
  test("names only what exists", () => {
    expect(namesInTree().filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
  });
});

/** The paths a reader sees in README's picture of the folders; none while there is no such picture. */
function namesInTree(): readonly string[] {
  const file = new URL("../README.md", import.meta.url);
  const readme = existsSync(file) ? readFileSync(file, "utf8") : "";
  const blocks = readme.split("```").filter((_, index) => index % 2 === 1);
  const tree = blocks.find((block) => /^main\.ts\b/m.test(block) && /^src\/(\s|$)/m.test(block)) ?? "";
  let folder = "";
  return tree.split("\n").flatMap((line) => {
    const [, indent = "", name = ""] = /^(\s*)([\w.-]+\/?)(?:\s|$)/.exec(line) ?? [];
    if (!/[/.]/.test(name)) return [];
    if (indent === "") folder = name;
    return [indent === "" ? name : `${folder}${name}`];
  });
}
