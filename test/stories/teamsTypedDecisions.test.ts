import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { OT } from "./useStory.ts";

/** The floor and IT security live on Teams, OT in Slack. Oksana asks in her own chat, which has no threads. */
const story = useBoth({
  teams: ["line-3-operators", "it-security", "it-network"],
  lines: ["line-3"],
  people: ["oksana", "olga", "ivan", "hanna", "lars", "leyla", "bernd", "sina", "deniz", "nils"],
});

const { teams } = story;
const chat = (person: string) => teams.said(person);

async function asked(): Promise<void> {
  await teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "oksana");
  await teams.asks("oksana", "to read the counters for the OEE report", "oksana");
  await teams.presses("oksana", "oksana", "Send");
}

/** Writes where somebody would, and gives the first button of what stands in their own chat then; null for none. */
async function offersTo(person: string, lines: readonly string[], write: (text: string) => Promise<unknown>) {
  const first: Record<string, string | null> = {};
  for (const line of lines) {
    const before = chat(person).length;
    await write(line);
    const told = chat(person).slice(before).at(-1) ?? "nothing";
    first[line] = told === "nothing" ? told : (teams.buttons(person, person, told.split("\n")[0] ?? "")[0] ?? null);
  }
  return first;
}

describe("on Teams, where nothing is said to one person in a channel", () => {
  test("whoever has to answer reads in their own chat that their words are no decision, with the button", async () => {
    await asked();
    const card = teams.card("it-security", "HAM-1");
    const said = teams.said("it-security");
    const offers = {
      approved: "Approve…",
      "ok from me": "Approve…",
      "👍": "Approve…",
      "ok but only until Thursday": "Approve with limits…",
      "no way, too risky": "Deny…",
      "not ours": "Not mine…",
      "why do you need this?": "Ask a question…",
    };
    const found = await offersTo("sina", Object.keys(offers), (text) => teams.replies("sina", card, text));
    expect(found).toEqual(offers);
    expect(teams.said("it-security")).toEqual(said);
    expect(story.said(OT)).toHaveLength(1);
    await teams.presses("sina", "sina", "Approve…", SECURITY_FACTS, "“approved” changes nothing");
    expect(await story.details("otto", OT)).toContain("✓ IT security  Sina Roth approved, Mon 09:00");
    expect(chat("sina").filter((text) => text.includes("“approved” changes nothing"))).toEqual([]);
    // Another offer of the same day is over by now: pressed, it says so in its own place.
    await teams.presses("sina", "sina", "Deny…", undefined, "too risky");
    expect(chat("sina").filter((text) => text.includes("too risky"))).toEqual([]);
    expect(chat("sina")).toContainEqual("Nothing was changed: Sina Roth already answered this for HAM-1, 09:00.");
  });

  test("by anybody else they stay comments, and whoever named Referee hears that they were taken as such", async () => {
    await asked();
    await teams.replies("nils", teams.card("it-security", "HAM-1"), "approved");
    expect(story.said(OT).at(-1)).toBe("Nils Hagen (Teams) (comment, decides nothing): “approved”");
    expect(chat("nils").at(-1)).toContain("Added to HAM-1 as a comment, which decides nothing.");
  });

  test("something else that is asked in the thread becomes a draft beside it", async () => {
    await asked();
    await teams.replies("sina", teams.card("it-security", "HAM-1"), "line 3 is down");
    expect(teams.buttons("sina", "it-security", "Line 3 is down")).toContain("Call OT now");
  });
});

describe("in the chat of one person with Referee", () => {
  test("what they want of what they asked there is answered with the button that does it", async () => {
    await asked();
    const offers = {
      "forget it": "Withdraw…",
      "please withdraw this": "Withdraw…",
      "until friday 14:00 please": "Change a fact…",
      "wrong port, i meant 503": "Change a fact…",
      "cancel HAM-1": "Withdraw…",
    };
    const write = (text: string) => teams.asks("oksana", text, "oksana");
    expect(await offersTo("oksana", Object.keys(offers), write)).toEqual(offers);
    await teams.presses("oksana", "oksana", "Withdraw…", {}, "“cancel HAM-1” changes nothing");
    expect(story.buttons(OT, "Withdrawn by Oksana Melnyk")).toEqual([]);
  });

  test("the same thing asked for once more, in a whole sentence, is a request of its own beside those there", async () => {
    await asked();
    const again = "until 15:30 we need port 502 open to PLC-12, can we?";
    await teams.asks("oksana", again, "oksana");
    expect(chat("oksana").at(-1)).toContain("I read this as “Open a port”");
    await teams.asks("oksana", "to read the counters for the OEE report", "oksana");
    await teams.presses("oksana", "oksana", "Send");
    expect(story.card(OT, "HAM-2").text).toContain("15:30");
    await teams.asks("oksana", again.replace("15:30", "15:00"), "oksana");
    expect(chat("oksana").at(-1)).toContain("I read this as “Open a port”");
  });

  test("that it works is confirmed with one press", async () => {
    await asked();
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    await teams.presses("nils", "it-network", "Opened…", {
      "Rule or ticket number": "rule 4711",
    });
    await teams.asks("oksana", "works now, thanks", "oksana");
    await teams.presses("oksana", "oksana", "It works", undefined, "“works now, thanks” changes nothing");
    expect(story.card(OT, "HAM-1").text).toContain("Oksana Melnyk");
  });
});
