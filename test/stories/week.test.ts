import { OWNER_FACTS, portAsked } from "./openPort.ts";
import { LINE_3, OPS, OT, SECURITY, tuesday, useStory } from "./useStory.ts";

const decemberThe = (day: number, time: string) => `2026-12-${String(day).padStart(2, "0")}T${time}+01:00`;
const story = useStory();
const pictures = () => story.said(OPS).filter((text) => text.includes("[picture]"));
const inWords = () => story.said(OPS).filter((text) => text.includes("Hours held"));

/** Otto has it for two hours and a half; IT security says no on the next day, after nine hours of theirs. */
async function portDenied(): Promise<void> {
  await portAsked(story);
  await story.presses("otto", OT, "Take it");
  await story.until("2026-11-30T11:30:01+01:00");
  await story.presses("otto", OT, "Approve…", OWNER_FACTS);
  await story.until(tuesday("09:00:01"));
  await story.presses("sina", SECURITY, "Deny…", { "Why not?": "no", "What would make it a yes?": "a gateway" });
}

/** A question of Otto's that is answered an hour later, and a request that stays where it is. */
async function anotherAsked(): Promise<void> {
  await story.asks("oksana", "can we open port 443 to PLC-7 until 18 december?");
  await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "dashboard" });
  await story.presses("oksana", LINE_3, "Send");
  await story.until(decemberThe(8, "10:00:01"));
  await story.presses("otto", OT, "Ask a question…", { Question: "which dashboard?" }, "HAM-2");
  await story.until(decemberThe(8, "11:00:01"));
  await story.presses("oksana", LINE_3, "Answer…", { Answer: "the one of line 3" }, "HAM-2");
}

describe("the week as a picture", () => {
  test("stands in the thread of the first digest of the week, and says in words all that it shows", async () => {
    await portDenied();
    await story.until(decemberThe(7, "06:00:30"));
    expect(pictures()).toEqual([
      "Hamburg · The week Mon 30 Nov to Sun 6 Dec\n[picture] The week Mon 30 Nov to Sun 6 Dec. Hours held, in working time: IT security 9 h; OT controls 2.5 h. Nothing is open. Time to a decision (median): Open a port (1) 24 h.",
    ]);
    expect(story.card(OPS, "[picture]").thread).toBe(story.card(OPS, "Mon 7 Dec 06:00").ts);
    await story.until(decemberThe(8, "09:00:01"));
    await anotherAsked();
    await story.until(decemberThe(14, "06:00:30"));
    expect(pictures()).toHaveLength(2);
    expect(pictures()[1]).toBe(
      "Hamburg · The week Mon 7 Dec to Sun 13 Dec\n[picture] The week Mon 7 Dec to Sun 13 Dec. Hours held, in working time: OT controls 44 h (2.5 h the week before); IT security 35 h (9 h the week before); Requesters 1 h (0 min the week before). Age of what is open: 3 to 7 days 1.",
    );
  });

  test("names no person", async () => {
    await portDenied();
    await story.until(decemberThe(7, "06:00:30"));
    for (const { name } of [...story.world.slack.workspace.users.values()].filter(({ isBot }) => !isBot))
      expect(pictures()[0]).not.toContain(name.split(" ")[0]);
  });

  test("is tried again while Slack does not show its file yet, and uploaded once", async () => {
    story.world.slack.workspace.slowness.files = 2;
    await portDenied();
    await story.until(decemberThe(7, "06:00:30"));
    await story.world.slack.until("the picture", () => pictures().length === 1);
    expect(story.world.slack.workspace.files.size).toBe(1);
  });

  test("is said in words where the app may not upload", async () => {
    story.world.slack.scopes.delete("files:write");
    await portDenied();
    await story.until(decemberThe(7, "06:00:30"));
    expect(pictures()).toHaveLength(0);
    expect(inWords()).toHaveLength(1);
    expect(story.world.slack.calls.filter(({ method }) => method === "files.completeUploadExternal")).toEqual([]);
  });

  test("is not drawn of a week in which nothing was asked", async () => {
    await story.until(decemberThe(7, "06:00:30"));
    expect(story.card(OPS, "Mon 7 Dec 06:00").text).toContain("0 requests open");
    expect(inWords()).toHaveLength(0);
  });

  test("comes once, also when two processes run and one of them dies before it", async () => {
    const second = await story.world.another();
    await portDenied();
    await story.until(decemberThe(7, "05:59:00"));
    await story.world.referee.work.stop(0);
    await second.work.wind(120_000);
    await story.world.slack.until("the picture", () => pictures().length > 0);
    expect(pictures()).toHaveLength(1);
  });
});
