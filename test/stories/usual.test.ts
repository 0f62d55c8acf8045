import { useBoth } from "./useBoth.ts";
import { LINE_3, OT, type Story, tuesday } from "./useStory.ts";

const story = useBoth({ teams: ["it-security"], people: ["sina", "deniz"] });
const WHY = { "What is it for?": "counters" };
const NO = { "Why not?": "no", "What would make it a yes?": "a gateway" };

const ANSWERING = ["otto", "ole", "karin"] as const;

/** So many ports that Oksana asks for on Slack, from 10:00 on; OT controls answer one of them each five minutes. */
async function answered(count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1)
    await sends(story, `can we open port 50${n} to PLC-12 until friday 1${n % 10}:00?`);
  for (let n = 1; n <= count; n += 1) {
    const minutes = String(n * 5).padStart(2, "0");
    await story.until(`2026-11-30T09:${minutes}:01+01:00`);
    await story.presses(ANSWERING[n % 3] ?? "otto", OT, "Deny…", NO, `HAM-${n} `);
  }
}

async function sends({ asks, presses }: Story, text: string): Promise<void> {
  await asks("oksana", text);
  await presses("oksana", LINE_3, "Fill in…", WHY);
  await presses("oksana", LINE_3, "Send");
}

/** The same is asked for once more, and lacks nothing. */
async function asksOnceMore(day: string): Promise<string> {
  await story.asks("oksana", `can we open port 102 to PLC-12 until ${day} noon?`);
  await story.presses("oksana", LINE_3, "Fill in…", WHY);
  return story.card(LINE_3, "Nothing has been sent yet").text;
}

test("a complete draft says how long those it goes to took for the last ones, on both platforms and in each process", async () => {
  await answered(9);
  expect(await asksOnceMore("thursday")).not.toContain("like this");
  await story.presses("oksana", LINE_3, "Send");
  await story.presses("otto", OT, "Deny…", NO, "HAM-10");
  await story.until(tuesday("09:00:01"));

  // Nine after 5 to 45 minutes, in steps of five; the last within a minute. Of IT security nothing is known.
  const usual = "OT controls answered half of the last 10 like this within 25 min, nine of ten within 45 min";
  const onSlack = await asksOnceMore("friday");
  expect(onSlack.split("\n")).toContain(`${usual} of its working time (Mon 30 Nov).`);
  expect(onSlack).not.toContain("IT security answered");
  const draft = story.card(LINE_3, "Nothing has been sent yet");
  await story.replies("oksana", draft, "how long will this take?");
  expect(await story.told("oksana", usual)).toContain("OT controls");
  expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain("counters");

  await story.presses("oksana", LINE_3, "Send");
  await story.replies("oksana", story.card(LINE_3, "HAM-11"), "how long will this take?");
  expect(await story.told("oksana", usual)).toContain("HAM-11");

  await story.teams.asks("sina", "can we open port 104 to PLC-12 until friday noon?", "it-security");
  await story.teams.presses("sina", "it-security", "Fill in…", WHY);
  expect(story.teams.text(story.teams.card("it-security", "Nothing has been sent yet"))).toContain(usual);

  await asksOnceMore("wednesday");
  await story.world.another();
  await story.world.referee.work.stop(0);
  const oksana = story.world.as("oksana");
  await oksana.presses(story.card(LINE_3, "Nothing has been sent yet"), "Change…");
  await oksana.fills({ "What is it for?": "the dashboard" });
  const byTheOther = await story.world.slack.untilSaid(LINE_3, "What for: “the dashboard”");
  expect(byTheOther.text).toContain(usual);
});
