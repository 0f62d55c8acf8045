import { digestCard, digestNotice } from "../../src/card/digest/digest.ts";
import { RequestId } from "../../src/request/ids.ts";
import { called, demo, monday, open, otto, press, tuesday } from "../request/scene.ts";
import type { Walk } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");
const at = tuesday("06:00");
const finish = { type: "finish", outcome: "done", evidence: "fuse changed", onSite: "", values: {} } as const;

function digest(walk: Walk): readonly string[] {
  const listed = [{ request, state: open(walk), link: null }];
  const { blocks } = digestCard(listed, demo, at);
  const lines = blocks.flatMap((block) =>
    block.type === "list"
      ? [block.title, ...block.items.map(({ text }) => text)]
      : block.type === "text"
        ? [block.text]
        : [],
  );
  return [digestNotice(listed, demo, at), ...lines.filter((line) => !line.startsWith("Nobody on call"))];
}

describe("a digest while a line stands", () => {
  const taken = () => press(called(monday("10:00")), "repair", otto, monday("10:02"), { type: "take" });

  test("says so, though no clock runs for whoever has it", () => {
    expect(digest(taken())).toEqual([
      "1 down.",
      "Down:",
      "HAM-1 PLC-12 is down: help was called Mon 10:00, OT controls has it",
    ]);
  });

  test("says so until somebody has said that it runs", () => {
    expect(digest(press(taken(), "repair", otto, monday("10:30"), finish))).toEqual([
      "1 down.",
      "Down:",
      "HAM-1 PLC-12 is down: help was called Mon 10:00, not confirmed yet that it runs",
    ]);
  });
});
