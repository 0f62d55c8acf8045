import { textsIn } from "../fakes/teams/cards.ts";
import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { NETWORK, OT, SECURITY, tuesday } from "./useStory.ts";

/** The floor and Ops live in Teams; OT and IT in Slack. */
const story = useBoth({
  teams: ["line-3-operators"],
  lines: ["line-3"],
  ops: true,
  people: ["oksana", "olga", "ivan", "hanna", "lars", "leyla", "bernd", "paula", "piet"],
});

async function portAsked() {
  const asked = await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
  await story.teams.presses("oksana", "line-3", "Fill in…", {
    "What is it for?": "read the counters for the OEE report",
  });
  await story.teams.presses("oksana", "line-3", "Send");
  return asked;
}

describe("a port that is asked for in Teams, while its owners are in Slack", () => {
  test("is drafted in the thread, and nothing goes to anyone before Send", async () => {
    const asked = await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
    const draft = story.teams.card("line-3", "Nothing has been sent yet");
    expect(draft.thread).toBe(asked.id);
    expect(story.teams.buttons("oksana", "line-3", "Nothing has been sent yet")).toEqual([
      "Fill in…",
      "Something else…",
      "Discard",
    ]);
    expect([...story.said(OT), ...story.said(SECURITY)]).toEqual([]);
  });

  test("can be completed by a reply that names Referee", async () => {
    const asked = await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
    await story.teams.replies("oksana", asked, "to read the counters for the OEE report");
    expect(story.teams.buttons("oksana", "line-3", "Goes first to")).toContain("Send");
  });

  test("is answered, carried out and confirmed across both, and everybody reads the same", async () => {
    await portAsked();
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
    await story.presses("nils", NETWORK, "Opened…", {
      "Rule or ticket number": "rule 4711",
    });
    const ask = story.teams.card("line-3", "Does it work?");
    expect(ask.notified.map(({ handle }) => handle)).toEqual(["oksana"]);
    await story.teams.presses("oksana", "line-3", "It works");
    for (const [handle, channel] of [
      ["otto", OT],
      ["sina", SECURITY],
      ["nils", NETWORK],
    ] as const) {
      expect(await story.details(handle, channel)).toContain("Oksana Melnyk: it works, Mon 09:00");
    }
  });

  test("is refused with the reason in Teams, and with what would make it a yes", async () => {
    await portAsked();
    await story.presses("otto", OT, "Deny…", {
      "Why not?": "shift change",
      "What would make it a yes?": "after 14:30",
    });
    const told = story.teams.card("line-3", "shift change");
    expect(story.teams.text(told)).toContain("after 14:30");
    expect(told.notified.map(({ handle }) => handle)).toEqual(["oksana"]);
  });

  test("is withdrawn in Teams, and the cards in Slack have no buttons left", async () => {
    await portAsked();
    await story.teams.presses("oksana", "line-3", "Withdraw…", {});
    for (const channel of [OT, SECURITY]) expect(story.buttons(channel, "HAM-1")).toEqual([]);
  });

  test("brings a question from Slack to Teams, and the answer back", async () => {
    await portAsked();
    await story.presses("otto", OT, "Ask a question…", { Question: "Which function codes?" });
    const asked = story.teams.card("line-3", "Which function codes?");
    expect(textsIn(asked.card)).toContain("Otto Brandt (Slack) has a question about HAM-1.");
    await story.teams.presses("oksana", "line-3", "Answer…", { Answer: "1 to 4" });
    expect(story.card(OT, "1 to 4").text).toContain("Oksana Melnyk (Teams) answered: “1 to 4”");
  });
});

describe("what is for the requester alone", () => {
  const draft = "can we open port 502 to PLC-12 until friday noon?";
  const seen = (person: string, text: string) => story.teams.buttons(person, "line-3", text);

  test("stands on the draft in the channel for them alone to press", async () => {
    await story.teams.asks("oksana", draft, "line-3");
    expect(seen("oksana", "Nothing has been sent yet")).toContain("Discard");
    expect(seen("olga", "Nothing has been sent yet")).toEqual(["What can I do?"]);
  });

  test("stands on a question to them for them alone to answer", async () => {
    await portAsked();
    await story.presses("otto", OT, "Ask a question…", { Question: "Which function codes?" });
    expect(seen("oksana", "Which function codes?")).toEqual(["Answer…"]);
    expect(seen("olga", "Which function codes?")).toEqual(["What can I do?"]);
  });
});

describe("a line that is down", () => {
  test("has its buttons for everybody in the channel at once, before any client has asked for them", async () => {
    for (const person of ["oksana", "olga", "stranger"]) story.teams.fake.world.refreshFails.add(person);
    await story.teams.asks("oksana", "the palletizer is down", "line-3");
    const draft = ["oksana", "olga", "stranger"].map((person) =>
      story.teams.buttons(person, "line-3", "Palletizer is down"),
    );
    expect(draft.map(([first]) => first)).toEqual(["Call OT now", "Call OT now", "Call OT now"]);
    await story.teams.presses("oksana", "line-3", "Call OT now");
    for (const person of ["oksana", "olga", "stranger"])
      expect(story.teams.buttons(person, "line-3", "HAM-1")).toContain("Running again");
  });
});

describe("Ops in Teams", () => {
  test("hears there of what nobody takes in Slack, and says whose it is", async () => {
    await portAsked();
    await story.until("2026-11-30T17:00:01+01:00");
    const card = story.teams.card("ops", "nobody of OT controls has taken it yet");
    expect(card.notified.map(({ handle }) => handle)).toEqual(["paula"]);
    await story.teams.presses("paula", "ops", "Nudge OT controls");
    expect(story.card(OT, "Ops asks how it goes").notifies).not.toEqual([]);
  });

  test("reads the morning's digest there, each line with the address of its thread", async () => {
    await portAsked();
    await story.until(tuesday("06:00:05"));
    const digest = story.teams.card("ops", "Hamburg · Tue 1 Dec 06:00");
    expect(digest.notified.map(({ handle }) => handle)).toEqual(["paula"]);
    expect(story.teams.text(digest)).toContain("nobody of IT security has it, since Mon 09:00");
    expect(JSON.stringify(digest.card)).toContain("https://teams.microsoft.com/l/message/");
  });
});
