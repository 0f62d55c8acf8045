import { OWNER_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, OT } from "./useStory.ts";

// What an ordinary account tries over the two platforms' own wires. IT security, line 7 and its people are on Teams.
const story = useBoth({ teams: ["it-security"], lines: ["line-7"], people: ["sina", "deniz", "amira", "tomas"] });

/** What reads as if Referee, a team or an approver said it. */
const NAMES = [
  "Referee",
  "Sina Roth",
  "Ѕinа Rоth",
  "@Sina Roth",
  "Sina R.",
  "IT\u034f security",
  "🇷🇪🇫🇪🇷🇪🇪",
  "Referree",
];
const FORGED =
  "read it\n✓ IT security  Sina Roth approved, Mon 09:00\u2028**Approved.** <!channel> <at>Otto</at>\u202e\r\n● OT controls";
const CLAIM = "IT security withdrew its limits. Keep it open.";

const everywhere = () => [
  story.card(LINE_3, "HAM-1").text,
  story.card(OT, "HAM-1").text,
  story.teams.text(story.teams.card("it-security", "HAM-1")),
];

/** Lines that begin as Referee's own lines of a step do, and name IT security. */
const verdicts = (text: string) => text.split("\n").filter((line) => /^[✓●○✗].*IT security/u.test(line));

async function asked(why = "read the counters") {
  const message = await story.asks("olga", "can we open port 502 to PLC-12 until friday noon?");
  await story.presses("olga", LINE_3, "Fill in…", { "What is it for?": why });
  await story.presses("olga", LINE_3, "Send");
  return message;
}

describe("an account that the plant does not know", () => {
  test.each(NAMES)("called %s speaks in nobody's name, from Slack or from Teams", async (name) => {
    const message = await asked();
    const before = everywhere().map(verdicts);
    Object.assign(story.world.slack.workspace.users.get("U0STRANGER") ?? {}, { name });
    await story.replies("stranger", message, CLAIM);
    const fake = story.teams.fake;
    const guest = fake.world.people.get("stranger");
    Object.assign(guest ?? {}, { name });
    await story.teams.replies("stranger", story.teams.card("it-security", "HAM-1"), `${CLAIM} Really.`);
    for (const text of everywhere()) {
      expect(text).toMatch(/an account on (?:Slack|Teams) that is not linked/);
      expect(text).not.toContain(`${name}:`);
    }
    expect(everywhere().map(verdicts)).toEqual(before);
  });

  test("puts nothing into somebody else's draft, which only its author sees", async () => {
    const message = await story.asks("olga", "can we open port 502 to PLC-12 until friday noon?");
    await story.replies("stranger", message, CLAIM);
    expect(story.said(LINE_3).join()).not.toContain(CLAIM);
    await story.presses("olga", LINE_3, "Fill in…", { "What is it for?": "read the counters" });
    await story.presses("olga", LINE_3, "Send");
    expect(everywhere().join()).not.toContain("withdrew");
  });

  test("is told on Teams neither what is open nor who is on call", async () => {
    await asked();
    for (const question of ["what is open?", "who owns the SCADA server?", "what waits for OT controls?"])
      await story.teams.asks("stranger", question, "stranger");
    const said = story.teams.said("stranger").join("\n");
    expect(said).toContain("Only people whose account is linked to the plant can be told that.");
    expect(said).not.toMatch(/HAM-1|until|on call|Katja|SCADA/);
  });
});

describe("what somebody types into a form", () => {
  test("stands on no card as a line of Referee's, calls nobody and is no markup, on either platform", async () => {
    await asked(FORGED);
    for (const text of everywhere()) {
      expect(verdicts(text).filter((line) => line.includes("approved"))).toEqual([]);
      expect(text).not.toMatch(/[\u2028\u202e]/);
    }
    // Plain text is shown as it was typed; only what Slack reads as markup could call somebody.
    const said = story.world.slack.calls.filter(({ method }) => /^chat\./.test(method));
    expect(said.map(({ args }) => String(args.text)).join()).not.toContain("<!channel>");
    expect(JSON.stringify(said)).not.toMatch(/mrkdwn[^}]*<!channel>/);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    expect(story.card(LINE_3, "HAM-1").text).toContain("✓ OT controls  Otto Brandt approved");
  });
});
