import { readFileSync } from "node:fs";
import { z } from "zod";
import { RefereeError } from "../src/errors.ts";
import { RELEASE } from "../src/release.ts";
import { eventCodec, type Versions } from "../src/storedEvent.ts";

const Rang = z.object({ type: z.literal("Rang"), bell: z.string() });
/** The first release wrote how often; now it is who heard it. */
const HeardV1 = z.object({ type: z.literal("Heard"), times: z.int() });
const Heard = z.object({ type: z.literal("Heard"), by: z.array(z.string()) });
type BellEvent = z.infer<typeof Rang> | z.infer<typeof Heard>;

const bells = eventCodec<BellEvent>(
  new Map<string, Versions<BellEvent>>([
    ["Rang", [Rang]],
    [
      "Heard",
      [HeardV1.transform(({ type, times }) => ({ type, by: Array.from({ length: times }, () => "?") })), Heard],
    ],
  ]),
  10,
);

function refusal(bytes: string): string {
  try {
    bells.read(bytes);
  } catch (error) {
    if (error instanceof RefereeError && error.code === "STREAM_UNREADABLE") return error.message;
    throw error;
  }
  throw new Error("It was read");
}

test("the release in stored events is the one in package.json", () => {
  expect(RELEASE).toBe(
    z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8"))).version,
  );
});

describe("a stored event", () => {
  test("carries its version and the release that wrote it", () => {
    expect(JSON.parse(bells.write({ type: "Heard", by: ["Olga"] }))).toEqual({
      type: "Heard",
      by: ["Olga"],
      v: 2,
      release: RELEASE,
    });
  });

  test("is read back as it was before it was written", () => {
    expect(bells.read(bells.write({ type: "Rang", bell: "gate" }))).toEqual({ type: "Rang", bell: "gate" });
  });

  test("is read when a newer release has added what this one can do without", () => {
    const newer = { type: "Rang", bell: "gate", pitch: "A", v: 1, release: "9.0.0" };
    expect(bells.read(JSON.stringify(newer))).toEqual({ type: "Rang", bell: "gate" });
  });

  test("of an earlier form is read as what it means today", () => {
    expect(bells.read('{"type":"Heard","times":2}')).toEqual({ type: "Heard", by: ["?", "?"] });
  });

  test("is not written when nobody could read it again", () => {
    const broken = { type: "Rang", bell: z.any().parse(null) } as const;
    expect(() => bells.write(broken)).toThrow(expect.objectContaining({ code: "STREAM_UNREADABLE" }));
  });
});

describe("a stored event that this release must not act on is refused", () => {
  test.each([
    {
      name: "of an unknown name",
      stored: { type: "Melted", v: 1, release: "9.0.0" },
      said: "The stored event Melted (version 1, written by release 9.0.0) cannot be read",
    },
    {
      name: "of a version that means something else",
      stored: { type: "Rang", bell: "gate", v: 2, release: "9.0.0" },
      said: "The stored event Rang (version 2, written by release 9.0.0) cannot be read",
    },
    {
      name: "without what it has to say",
      stored: { type: "Rang" },
      said: "The stored event Rang (version 1, written by an early release) cannot be read",
    },
  ])("$name: by its name, its version and the release that wrote it", ({ stored, said }) => {
    expect(refusal(JSON.stringify(stored))).toContain(said);
    expect(refusal(JSON.stringify(stored))).toContain("Start the release that wrote it, or a newer one");
  });

  test("with the place that is wrong, and nothing of what people typed", () => {
    const typed = { type: "Rang", bell: ["my secret"], v: 1, release: "9.0.0" };
    expect(refusal(JSON.stringify(typed))).toContain("at bell.");
    expect(refusal(JSON.stringify(typed))).not.toContain("secret");
  });

  test.each(["", "{", "null", "7", "[]", '{"type":""}', '{"type":"Rang","bell":"gate","v":0}', '{"__proto__":1}'])(
    "when it is none at all: %s",
    (bytes) => {
      expect(refusal(bytes)).toContain("A stored event cannot be read");
    },
  );

  test.each(["constructor", "toString", "__proto__"])("when it is called %s", (type) => {
    expect(refusal(JSON.stringify({ type }))).toContain("no event of that name is known");
  });
});
