import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { phrasesTool } from "../../tools/learning/phrasesTool.ts";
import { LINE_3, useStory } from "../stories/useStory.ts";

const story = useStory();
const SAID = "move the panel of line 3 over to the other switch, port 502";

// Few enough to be learned at once; with a comment, which an administrator wrote and wants to keep.
const FEW = {
  "open-port":
    "phrases:\n  en:\n    - open port 502 to PLC-12\n    - please open 4840\n  de:\n    - bitte port 502 freischalten\n",
  "network-change":
    "# asked at the switch\nphrases:\n  en:\n    - move it to the other vlan\n    - new ip for the hmi\n  de:\n    - neue ip bitte\n",
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "phrases-"));
  for (const [label, phrases] of Object.entries(FEW)) writeFileSync(join(folder, `${label}.yaml`), phrases);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What an administrator reads. */
async function phrases(...args: readonly string[]): Promise<string> {
  const lines: string[] = [];
  await phrasesTool(args, {
    record: {
      redis: story.world.record.worker,
      prefix: story.world.record.prefix,
      store: story.world.record.store,
      archives: null,
    },
    folder,
    types: { folder, areOwn: false },
    modelPath: join(folder, "modelData.ts"),
    sentences: [{ text: "please move the printer to the other switch", means: "network-change" }],
    print: (line) => lines.push(line),
  });
  return lines.join("\n");
}

const file = (name: string) => readFileSync(join(folder, name), "utf8");

/** Oksana asks for something, and says that it is about the network. */
async function corrected(text = SAID): Promise<void> {
  await story.asks("oksana", text);
  await story.presses("oksana", LINE_3, "Something else…", { "It is about": "network-change" });
}

describe("what people correct", () => {
  test("is listed with what was read and what they chose, and without who they are", async () => {
    await corrected("can you open port 502 to PLC-12 please, password: Sommer2026!");
    const listed = await phrases();
    expect(listed).toMatch(/^ {2}1 {2}HAM {2}2026-11-30 {2}“can you open port 502 to PLC-12 please, /);
    expect(listed).toContain("read as open-port; the person chose network-change");
    expect(listed).not.toMatch(/oksana|melnyk|Sommer2026/i);
  });

  test("holds facts that were read from the text and changed, but none that were added", async () => {
    await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await story.presses("oksana", LINE_3, "Fill in…", {
      "Until when is it needed?": "Sat 12:00",
      "What is it for?": "read the counters",
    });
    const listed = await phrases();
    expect(listed).toContain("read as open-port, rightly");
    expect(listed).toContain("until: read 2026-12-04T11:00Z, now 2026-12-05T11:00Z");
    expect(listed).not.toContain("read the counters");
    expect(await phrases("accept", "1")).toContain("only its facts were corrected");
  });

  test("is told of the words a message had when it was corrected", async () => {
    const message = await story.asks("oksana", "please restart the MES client");
    await story.world.as("oksana").edits(message, `<@U0REFEREE> ${SAID}`);
    await story.world.settled();
    expect(await phrases()).not.toContain("restart the MES client");
    await story.presses("oksana", LINE_3, "Something else…", { "It is about": "restart" });
    const listed = await phrases();
    expect(listed).toContain(SAID);
    expect(listed).not.toContain("restart the MES client");
  });

  test("is nothing when a draft is sent as it was read", async () => {
    await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "read the counters" });
    expect(await phrases()).toBe("Nobody corrected anything that has not been dealt with.");
  });
});

describe("an administrator", () => {
  test("sees what would be read otherwise, and nothing is written", async () => {
    await corrected();
    const before = file("network-change.yaml");
    const review = await phrases("accept", "1");
    expect(review).toContain(`“${SAID}” to network-change: read as `);
    expect(review).toMatch(/Of \d+ known phrases, /);
    expect(review).toMatch(/Of 1 other sentences, /);
    expect(review).toContain("Nothing was written.");
    expect(file("network-change.yaml")).toBe(before);
    expect(await phrases()).toContain(SAID);
  });

  test("makes a phrase of it with --write: at the end of its language's list, and into the model", async () => {
    await corrected();
    const before = file("network-change.yaml");
    await phrases("accept", "1", "--write");
    const after = file("network-change.yaml");
    expect(after).toContain(`    - ${SAID}\n  de:`);
    expect(after.replace(`    - ${SAID}\n`, "")).toBe(before);
    expect(file("modelData.ts")).toContain("export const MODEL");
    expect(await phrases()).toBe("Nobody corrected anything that has not been dealt with.");
  });

  test("has words for a type without phrases kept in the type's own file, and trains nothing", async () => {
    const [path, before] = [join(folder, "other.yaml"), "# ours\ntype: other\nname: Something else\n"];
    writeFileSync(path, before);
    await story.asks("oksana", SAID);
    await story.presses("oksana", LINE_3, "Something else…", { "It is about": "other" });
    expect(await phrases("accept", "1")).toContain(`“${SAID}” to the words of other`);
    expect(file("other.yaml")).toBe(before);
    await phrases("accept", "1", "--write");
    expect(file("other.yaml")).toBe(`${before}words:\n  - ${SAID}\n`);
    expect(() => file("modelData.ts")).toThrow("ENOENT");
    expect(await phrases()).toBe("Nobody corrected anything that has not been dealt with.");
  });

  test("is not shown again what they ignored", async () => {
    await corrected();
    await phrases("ignore", "1");
    expect(await phrases()).toBe("Nobody corrected anything that has not been dealt with.");
  });

  test.each([
    { words: ["accept", "9"], says: "There is no 9 in the list; it has 0." },
    { words: ["accept"], says: "Say which: accept 3 7." },
    { words: ["learn", "1"], says: "“learn” is not known. Say nothing, accept 3 7, or ignore 4." },
  ])("is told what is wrong with $words", async ({ words, says }) => {
    await expect(phrases(...words)).rejects.toMatchObject({ code: "CONFIG_INVALID", message: says });
  });
});
