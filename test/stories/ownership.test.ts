import { portAsked } from "./openPort.ts";
import { LINE_3, monday, NETWORK, OPS, OT, SCADA, SECURITY, useStory } from "./useStory.ts";

const story = useStory();

describe("what nobody owns", () => {
  const contested = async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Not mine…", { "Whose is it?": "OT SCADA", "Why?": "it hangs on the SCADA" });
    await story.presses("sven", SCADA, "Not mine…", { "Whose is it?": "IT network" });
  };

  test("goes to the team that was named, with the reason and how often it moved; the old card says where", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Not mine…", { "Whose is it?": "OT SCADA", "Why?": "it hangs on the SCADA" });
    const card = story.card(SCADA, "HAM-1");
    expect(card.notifies).toEqual(["U0SVEN"]);
    expect(card.text).toContain("moved once: OT controls passed it on: “it hangs on the SCADA");
    const left = story.card(OT, "HAM-1");
    expect(left.text).toContain("This went to OT SCADA, Mon 09:00.");
    expect(left.buttons).toEqual([]);
  });

  test("goes to Ops when a second owner says so too, not round in a circle", async () => {
    await contested();
    expect(story.said(NETWORK)).toEqual([]);
    const ops = story.card(OPS, "HAM-1");
    expect(ops.notifies).toEqual(["U0PAULA"]);
    expect(ops.notice).toContain("whose is it? (OT SCADA: not ours; they named IT network)");
    expect(ops.buttons.map(({ label }) => label)).not.toContain("Decide whose…");
    expect((await story.own("paula", OPS, "HAM-1"))[0]).toBe("Decide whose…");
    expect(story.card(LINE_3, "HAM-1").text).toContain("● Ops  decides whose it is, since Mon 09:00");
  });

  test("is ruled on by Ops, and the ruling is remembered for the next request", async () => {
    await contested();
    await story.presses("paula", OPS, "Decide whose…", {
      "Whose is it?": "OT SCADA",
      "Why?": "they run that filler",
    });
    expect(await story.details("sven", SCADA)).toContain("Why you: Ops ruled: “they run that filler");
    await portAsked(story);
    const next = story.card(SCADA, "HAM-2");
    expect(next.notifies).toEqual(["U0SVEN"]);
    expect(await story.details("sven", SCADA, "HAM-2")).toContain(
      "Why you: Ops ruled that PLC-12 is theirs: “they run that filler",
    );
    expect(story.said(OT).filter((text) => text.includes("HAM-2"))).toEqual([]);
    await story.asks("oksana", "who owns PLC-12?");
    expect((await story.hears(LINE_3, "Who owns PLC-12")).text).toContain("Owner: OT SCADA.");
  });

  test("is not ruled on by those who are in dispute", async () => {
    await contested();
    await story.world.as("otto").presses(story.card(OPS, "HAM-1"), "What can I do?");
    expect(await story.told("otto", "There is nothing for you to press here")).toContain("the card says who has it");
  });
});

test("who owns a machine is answered with its owners, and who is on call there and why", async () => {
  await story.asks("oksana", "who owns the SCADA server?");
  expect((await story.hears(LINE_3, "Who owns")).text).toMatchInlineSnapshot(`
"Who owns SCADA server
Owner: OT SCADA, also of the application. Sven is on call now: weekly rota, Mon 06:00 to 18:00
Virtual machine: IT servers. Vera is on call now: first on the list"
`);
});

test("who owns a machine nobody has heard of is answered to its asker with what the plant file does know", async () => {
  await story.asks("oksana", "who owns the flux compensator?");
  expect(await story.told("oksana", "Who owns")).toContain("The plant file does not name the owner");
  expect(story.said(LINE_3)).toEqual([]);
});

const ALL = "HAM-1 Open port 502 to PLC-12: with OT controls, due Mon 17:00; with IT security, due Tue 08:00";

test("what is waiting is answered with each open request and with whom it is, to whoever asks alone", async () => {
  await portAsked(story);
  await story.asks("oksana", "what is waiting?");
  expect(await story.told("oksana", "What is waiting")).toContain(ALL);
  expect(story.world.as("oksana").ephemerals().at(-1)?.buttons).toMatchObject([
    { label: "Thread" },
    { label: "Not what I meant…" },
  ]);
  expect(story.said(LINE_3).filter((text) => text.includes("What is waiting"))).toEqual([]);
});

test("in a chat with Referee the answer stays there", async () => {
  await portAsked(story);
  await story.asks("oksana", "what is waiting?", "U0REFEREE");
  expect((await story.hears("U0OKSANA", "What is waiting")).text).toContain(ALL);
});

describe("what happened to a machine", () => {
  test("is answered with its newest requests and how they ended", async () => {
    await portAsked(story);
    await story.presses("sina", SECURITY, "Deny…", {
      "Why not?": "too wide",
      "What would make it a yes?": "one source",
    });
    await story.until(monday("09:01"));
    await portAsked(story);
    await story.asks("ivan", "what happened to PLC-12?");
    const history = (await story.hears(LINE_3, "What happened to PLC-12")).text;
    expect(history).toContain("HAM-2 Open port 502 to PLC-12: with OT controls");
    expect(history).toContain("HAM-1 Open port 502 to PLC-12: Not approved: Sina Roth for IT security");
    expect(history.indexOf("HAM-2")).toBeLessThan(history.indexOf("HAM-1"));
  });
});
