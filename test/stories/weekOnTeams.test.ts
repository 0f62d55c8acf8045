import { parts } from "../fakes/teams/cards.ts";
import { useBoth } from "./useBoth.ts";
import { OT } from "./useStory.ts";

const story = useBoth({
  teams: ["line-3-operators"],
  lines: ["line-3"],
  ops: true,
  people: ["oksana", "olga", "ivan", "hanna", "lars", "leyla", "bernd", "paula", "piet", "max"],
});

/** The pictures of a card, with the text that is read in their place. */
function picturesOn(card: unknown): readonly { readonly url: string; readonly altText: string }[] {
  return [...parts(card)].flatMap((part) => {
    if (typeof part !== "object" || part === null || !("url" in part) || !("altText" in part)) return [];
    return [{ url: String(part.url), altText: String(part.altText) }];
  });
}

test("the picture of the week stands on Teams in the thread of the digest, within what Teams takes", async () => {
  await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
  await story.teams.presses("oksana", "line-3", "Fill in…", { "What is it for?": "read the counters" });
  await story.teams.presses("oksana", "line-3", "Send");
  await story.presses("otto", OT, "Take it");
  await story.until("2026-12-07T06:00:30+01:00");
  const picture = story.teams.card("ops", "The week Mon 30 Nov to Sun 6 Dec");
  const digest = story.teams.card("ops", "Mon 7 Dec 06:00");
  expect(picture.thread).toBe(digest.id);
  const [shown, ...others] = picturesOn(picture.card);
  expect(others).toEqual([]);
  expect(shown?.altText).toMatch(/^The week Mon 30 Nov to Sun 6 Dec\. Hours held, in working time: .*OT controls/);
  expect(JSON.stringify(picture.card).length).toBeLessThan(36_000);
  const png = Buffer.from(shown?.url.replace("data:image/png;base64,", "") ?? "", "base64");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBeLessThanOrEqual(1_024);
  expect(png.readUInt32BE(20)).toBeLessThanOrEqual(1_024);
});
