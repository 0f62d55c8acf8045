import { Duration, durationMs } from "../../src/workflow/duration.ts";

describe("a duration", () => {
  test.each([
    { text: "30 min", ms: 1_800_000 },
    { text: "8 h", ms: 28_800_000 },
    { text: "92 d", ms: 7_948_800_000 },
  ])("of $text is $ms ms", ({ text, ms }) => {
    expect(durationMs(Duration.parse(text))).toBe(ms);
  });

  test.each([
    { text: "0 min", says: "a duration is a whole number from 1 to 9999 and s, min, h or d, e.g. 30 min" },
    { text: "1.5 h", says: "a duration is a whole number from 1 to 9999" },
    { text: "900 d", says: "a duration is 92 d at most; was another unit meant?" },
    { text: "2300 h", says: "a duration is 92 d at most" },
  ])("of $text is refused: $says", ({ text, says }) => {
    const reading = Duration.safeParse(text);
    expect(reading.error?.issues.map(({ message }) => message).join()).toContain(says);
  });
});
