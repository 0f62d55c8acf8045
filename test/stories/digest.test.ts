import { portAsked, portOpened } from "./openPort.ts";
import { friday, LINE_3, OPS, OT, tuesday, useStory, wednesday } from "./useStory.ts";

const story = useStory();
const digests = () => story.said(OPS).filter((text) => text.includes("Hamburg · "));

const endsOnFriday = async (where: string) => {
  await story.asks("oksana", `can we open port ${where} until friday noon?`);
  await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "counters" });
  await story.presses("oksana", LINE_3, "Send");
};
/** What a digest says to have ended on Friday. */
const keysOver = (text: string) => [...text.matchAll(/^(HAM-\d).*: over Fri 12:00/gm)].map(([, key]) => key);

describe("the morning's digest", () => {
  test("leads with what only Ops can decide, each request once and with its thread", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Take it");
    await story.asks("oksana", "can we open port 443 to PLC-7 until friday noon?");
    await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "dashboard" });
    await story.presses("oksana", LINE_3, "Send");
    await story.presses("otto", OT, "Not mine…", {}, "HAM-2");
    await story.until(tuesday("06:00:05"));
    expect(digests()).toHaveLength(1);
    expect(digests()[0]).toMatchInlineSnapshot(`
"@U0PAULA 2 for you to decide.
Hamburg · Tue 1 Dec 06:00 · 2 requests open
For you to decide:
HAM-2 Open port 443 to PLC-7: nobody owns it, since Mon 09:00
HAM-1 Open port 502 to PLC-12: nobody of IT security has it, since Mon 09:00"
`);
    expect(story.buttons(OPS, "Hamburg · ").filter((label) => label !== "Thread")).toEqual(["What can I do?"]);
    expect(await story.own("paula", OPS, "Hamburg · ")).toMatchInlineSnapshot(`
[
  "Thread",
  "Decide whose…",
  "Thread",
  "Nudge",
]
`);
  });

  test("names no person of the requests, and ranks nobody", async () => {
    await portAsked(story);
    await story.until(tuesday("06:00:05"));
    const [, ...lines] = (digests()[0] ?? "").split("\n"); // the first names the Ops lead who is called
    for (const { name } of [...story.world.slack.workspace.users.values()].filter(({ isBot }) => !isBot)) {
      expect(lines.join("\n")).not.toContain(name.split(" ")[0]);
    }
  });

  test("says what stands open, until when, and that nothing waits when nothing does", async () => {
    await portOpened(story);
    await story.presses("oksana", LINE_3, "It works");
    await story.until(tuesday("06:00:05"));
    expect(story.card(OPS, "Hamburg · ").text).toContain(
      "Ends this week:\nHAM-1 Open port 502/tcp to PLC-12: open until Fri 12:00",
    );
    expect(story.card(OPS, "Hamburg · ").notice).toBe("<@U0PAULA> Nothing waits for Ops.");
  });

  test("lets Ops act from its lines, shows what they decided, and is told again whenever they ask for it", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Not mine…", {});
    await story.until(tuesday("06:00:05"));
    await story.presses("paula", OPS, "Decide whose…", { "Whose is it?": "OT SCADA", "Why?": "theirs" }, "Hamburg · ");
    expect(story.card(LINE_3, "· HAM-1").text).toContain("● OT SCADA");
    const after = story.card(OPS, "Hamburg · ").text;
    expect(after).toContain("Hamburg · Tue 1 Dec 06:00 · 1 request open");
    expect(after).toMatch(/HAM-1 Open port 502 to PLC-12: nobody of IT security has it.*Decided since: with OT SCADA/);
    expect(after).not.toContain("nobody owns it");
    expect(digests()).toHaveLength(1);

    await story.asks("paula", "digest for OT SCADA, please", OPS);
    expect(await story.told("paula", "Hamburg · OT SCADA · Tue 1 Dec 06:00")).toContain("HAM-1 Open port 502");
    await story.asks("paula", "digest for OT controls", OPS);
    expect(await story.told("paula", "Hamburg · OT controls · ")).toContain("0 requests open");
    await story.asks("oksana", "show me the digest");
    await story.told("oksana", "The digest is for Ops.");
    expect(digests()).toHaveLength(1);

    await story.until(wednesday("06:00:05"));
    await story.asks("paula", "yesterday's digest", OPS);
    expect(await story.told("paula", "As it was said then.")).toContain(
      "HAM-1 Open port 502 to PLC-12: nobody owns it",
    );
    await story.asks("paula", "yesterday's digest for IT security", OPS);
    const ofSecurity = await story.told("paula", "Hamburg · IT security · Tue 1 Dec 06:00");
    expect(ofSecurity).toContain("HAM-1 Open port 502 to PLC-12: nobody owns it");
    await story.asks("paula", "yesterday's digest for Safety", OPS);
    await story.told("paula", "Nothing of Safety stood in yesterday's digest.");
  });

  test("shows that Ops asked after something since", async () => {
    await portAsked(story);
    await story.until(tuesday("09:40:01"));
    await story.presses("paula", OPS, "Nudge", undefined, "Hamburg · ");
    expect(story.card(OPS, "Hamburg · ").text).toMatch(
      /HAM-1 Open port 502 to PLC-12: .*\. Asked after since, Tue 09:40/,
    );
  });

  test("comes once, also when two processes run", async () => {
    await story.world.another();
    await portAsked(story);
    await story.until(tuesday("06:00:05"));
    await story.world.settled();
    expect(digests()).toHaveLength(1);
  });

  test("comes once, also when the process that was to say it is gone and another goes on", async () => {
    await portAsked(story);
    await story.until(tuesday("05:59:00"));
    await story.world.referee.work.stop(0);
    const second = await story.world.another();
    await second.work.wind(120_000);
    expect(digests()).toHaveLength(1);
  });

  test("comes once, also when its hour is looked at again and again", async () => {
    await portAsked(story);
    await story.until(tuesday("06:00:05"));
    const { plants } = story.world.referee;
    for (const { code } of plants.latest())
      for (const time of ["once", "twice"]) await plants.wake(code, `look-${time}`);
    await story.world.settled();
    expect(digests()).toHaveLength(1);
  });

  test("that could not be said for days tells of everything that ended in them, and opens what it cannot hold", async () => {
    const { channels } = story.world.slack.workspace;
    for (const where of [
      "502 to PLC-7",
      "443 to PLC-7",
      "102 to PLC-7",
      "80 to PLC-7",
      "502 to PLC-12",
      "443 to PLC-12",
    ])
      await endsOnFriday(where);
    await endsOnFriday("102 to PLC-12");
    await story.until(friday("06:00:05"));
    channels.get(OPS)?.members.delete(story.world.slack.bot.userId);
    await story.until("2026-12-07T05:59:01+01:00");
    channels.get(OPS)?.members.add(story.world.slack.bot.userId);
    await story.until("2026-12-07T06:00:05+01:00");
    const { text } = story.card(OPS, "Hamburg · Mon 7 Dec 06:00");
    const shown = keysOver(text);
    expect(shown).toHaveLength(6);
    expect(text).toContain("… and 1 more");

    await story.presses("paula", OPS, "Show them…", undefined, "Hamburg · Mon 7 Dec 06:00");
    const rest = keysOver(await story.told("paula", "Hamburg · Ended undecided"));
    expect([...shown, ...rest].toSorted()).toEqual(["HAM-1", "HAM-2", "HAM-3", "HAM-4", "HAM-5", "HAM-6", "HAM-7"]);

    await story.until("2026-12-08T06:00:05+01:00");
    expect(story.card(OPS, "Hamburg · Tue 8 Dec 06:00").text).not.toContain("Ended undecided");
    await story.asks("paula", "yesterday's digest", OPS);
    const asSaid = await story.world.slack.until("as it was said", () =>
      story.world
        .as("paula")
        .ephemerals()
        .findLast(({ text: says }) => says.includes("As it was said then.")),
    );
    await story.world.as("paula").presses(asSaid, "Show them…");
    expect(keysOver(await story.told("paula", "Hamburg · Ended undecided"))).toEqual(rest);
  }, 60_000);

  test("of the day before opens what it could not hold, as it stands now, page by page", async () => {
    for (const port of [502, 443, 102, 80, 22, 21, 25]) await endsOnFriday(`${port} to PLC-12`);
    await story.until(tuesday("06:00:05"));
    const { text } = story.card(OPS, "Hamburg · Tue 1 Dec 06:00");
    expect(text).toContain("… and 2 more");
    const keysIn = (said: string) => [...said.matchAll(/^(HAM-\d+) /gm)].map(([, key]) => key);
    const shown = keysIn(text);
    const ALL = ["HAM-1", "HAM-2", "HAM-3", "HAM-4", "HAM-5", "HAM-6", "HAM-7"];
    const [left] = ALL.filter((key) => !shown.includes(key));
    await story.until(wednesday("06:00:05"));
    // What it held then is told, also what is over by now.
    await story.presses("oksana", LINE_3, "Withdraw…", {}, `${left}`);
    await story.asks("paula", "yesterday's digest", OPS);
    const asSaid = await story.world.slack.until("as it was said", () =>
      story.world
        .as("paula")
        .ephemerals()
        .findLast(({ text: says }) => says.includes("As it was said then.")),
    );
    await story.world.as("paula").presses(asSaid, "Show them…");
    const rest = await story.told("paula", "As they stand now");
    expect([...shown, ...keysIn(rest)].toSorted()).toEqual(ALL);
    expect(rest).toMatch(new RegExp(`${left} .*: withdrawn, Wed`));
  }, 60_000);

  test("says so when nothing waits", async () => {
    await story.until(tuesday("06:00:05"));
    expect(digests()[0]).toContain(
      "0 requests open\nNothing waits for Ops, nothing is overdue and nothing falls due today.",
    );
  });
});
