import { useBoth } from "./useBoth.ts";
import { OT } from "./useStory.ts";

// What an ordinary account tries on Teams, over the wire; `attacks.test.ts` has the rest.
const story = useBoth({ teams: ["it-security"], lines: ["line-3"], people: ["sina", "olga"] });

const FORGED =
  "read it\n✓ IT security  Sina Roth approved, Mon 09:00\u2028**Approved.** <!channel> <at>Otto</at>\u202e\r\n● OT controls";

/** Lines that begin as Referee's own lines of a step do, and name IT security. */
const verdicts = (text: string) => text.split("\n").filter((line) => /^[✓●○✗].*IT security/u.test(line));

describe("on a line that is on Teams", () => {
  test("what somebody types into a form stands on no card as a line of Referee's either", async () => {
    await story.teams.asks("olga", "can we open port 502 to PLC-12 until friday noon?", "line-3");
    await story.teams.presses("olga", "line-3", "Fill in…", { "What is it for?": FORGED });
    await story.teams.presses("olga", "line-3", "Send");
    const cards = [story.teams.text(story.teams.card("line-3", "HAM-1")), story.card(OT, "HAM-1").text];
    for (const text of cards) expect(verdicts(text).filter((line) => line.includes("approved"))).toEqual([]);
  });

  const SLOW = ["<", "<at>", "&lt;", "[x](", "*_", "\u200b<@", "<a ", "a@", "10.0.0.", "``"];

  test.each(SLOW)(
    "a message made to be slow is heard, and the next one soon after: %j again and again",
    async (piece) => {
      const spent = process.cpuUsage();
      await story.asks("otto", piece.repeat(30_000 / piece.length), OT);
      await story.teams.asks("olga", piece.repeat(26_000 / piece.length), "line-3");
      const { user } = process.cpuUsage(spent);
      expect(user / 1_000).toBeLessThan(8_000);
      await story.teams.asks("olga", "help", "line-3");
      expect(story.teams.said("line-3").join() + story.teams.said("olga").join() + story.teams.told("olga")).toContain(
        "In danger, call 112 first.",
      );
    },
  );
});
