import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, OPS, OT } from "./useStory.ts";

/** IT lives in Teams, OT and the floor in Slack; Oksana has an account on both. */
const story = useBoth({
  teams: ["it-security", "it-network", "it-servers"],
  people: ["sina", "deniz", "nils", "vera"],
  both: ["oksana"],
});

const handles = (where: string, text: string) => story.teams.card(where, text).notified.map(({ handle }) => handle);

describe("where Teams lets Referee in no longer", () => {
  test("a team's card goes to its people in person, and Ops hears of the channel", async () => {
    story.teams.fake.world.installed.delete("19:it-security@thread.tacv2");
    await portAsked(story);
    expect(story.teams.said("it-security")).toEqual([]);
    expect(story.teams.text(story.teams.card("sina", "HAM-1"))).toContain("Nothing approved yet.");
    expect(story.card(OPS, "HAM-1").text).toContain("IT security cannot be reached in its channel");
    await story.teams.presses("sina", "sina", "Approve…", SECURITY_FACTS);
    expect(await story.details("otto", OT)).toContain("✓ IT security  Sina Roth approved");
  });

  test("a person who blocked it is passed over: the next in the chain is asked at once", async () => {
    story.teams.fake.world.installed.delete("19:it-security@thread.tacv2");
    story.teams.fake.world.blocked.add("sina");
    await portAsked(story);
    expect(story.card(OPS, "HAM-1").text).toContain("IT security cannot be reached in its channel");
    expect(story.card(LINE_3, "HAM-1").text).toContain("● IT security  nobody has it yet, Deniz was asked Mon 09:00");
    await story.teams.presses("deniz", "deniz", "Approve…", SECURITY_FACTS);
    expect(story.card(LINE_3, "HAM-1").text).toContain("✓ IT security  Deniz Kaya approved");
  });

  test("people asked in person are asked one after the other, each in their own chat", async () => {
    story.teams.fake.world.installed.delete("19:it-security@thread.tacv2");
    await portAsked(story);
    expect(story.teams.said("deniz")).toEqual([]);
    await story.until("2026-11-30T10:00:01+01:00");
    expect(story.teams.text(story.teams.card("deniz", "HAM-1"))).toContain("Deniz was asked Mon 10:00");
    expect(story.teams.said("sina").filter((text) => text.includes("so you are asked now"))).toEqual([]);
    await story.teams.presses("sina", "sina", "Take it");
    expect(story.card(LINE_3, "HAM-1").text).toContain("● IT security  Sina has it");
    expect(story.teams.buttons("deniz", "deniz", "HAM-1")).not.toContain("Take it");
  });

  test("whoever is handed a step in person gets its card, and can answer it", async () => {
    story.teams.fake.world.installed.delete("19:it-security@thread.tacv2");
    await portAsked(story);
    await story.teams.presses("sina", "sina", "Hand to a colleague…", { "To whom?": "Deniz Kaya" });
    await story.teams.presses("deniz", "deniz", "Approve…", SECURITY_FACTS);
    expect(story.card(LINE_3, "HAM-1").text).toContain("✓ IT security  Deniz Kaya approved");
    expect(story.teams.buttons("sina", "sina", "HAM-1")).not.toContain("Approve…");
  });

  test("a requester who blocked it is missed by Ops, while the owners go on", async () => {
    await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "oksana");
    await story.teams.presses("oksana", "oksana", "Fill in…", { "What is it for?": "read the counters" });
    await story.teams.presses("oksana", "oksana", "Send");
    story.teams.fake.world.blocked.add("oksana");
    await story.presses("otto", OT, "Ask a question…", { Question: "Which function codes?" });
    expect(story.card(OPS, "HAM-1").text).toContain("Oksana Melnyk cannot be reached where they asked");
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    expect(story.card(OT, "HAM-1").text).toContain("✓ IT security  Sina Roth approved");
  });
});

describe("while one platform is away", () => {
  test("people on the other go on, and what the first missed is said once it is back", async () => {
    await portAsked(story);
    for (const method of ["chat.postMessage", "chat.update"]) story.world.slack.faults.always(method, { status: 503 });
    const card = story.teams.card("it-security", "HAM-1");
    const sina = story.teams.fake.as("sina");
    await sina.presses(card, "Approve…");
    await sina.submits(SECURITY_FACTS);
    await story.teams.fake.until("the card in Teams to say so", () =>
      story.teams.said("it-security").some((text) => text.includes("Sina Roth approved")) ? true : undefined,
    );
    expect(story.card(LINE_3, "HAM-1").text).not.toContain("Sina Roth approved");
    story.world.slack.faults.clear();
    await story.world.settled();
    expect(story.card(LINE_3, "HAM-1").text).toContain("Sina Roth approved");
    expect(await story.details("otto", OT)).toContain("Sina Roth approved");
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    expect(handles("it-network", "HAM-1")).toEqual(["nils"]);
  });

  test("Teams limiting the rate loses nothing and says nothing twice", async () => {
    const busy = { type: "status", status: 429, retryAfterSeconds: 1 } as const;
    story.teams.fake.faults.next("send", busy, busy);
    await portAsked(story);
    expect(story.teams.said("it-security").filter((text) => text.includes("HAM-1"))).toHaveLength(1);
  });
});
