import { TRANSPORTS } from "../../adapters/teams/transport/names.ts";
import { instant } from "../../src/clock.ts";
import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, OT } from "./useStory.ts";

describe.each(TRANSPORTS)("a day on which both platforms answer badly, over %s", (transport) => {
  // The floor and OT are in Slack, IT on Teams.
  const story = useBoth({ teams: ["it-security", "it-network"], people: ["sina", "deniz", "nils"] }, undefined, {
    transport,
    timings: { sendTimeoutMs: 1_000 },
  });
  const slack = () => story.world.slack;
  const teams = () => story.teams.fake;

  /** How often each card, and what calls people to it, was posted: in Slack at OT and on the floor, on Teams at IT. */
  const copies = () => ({
    ot: story.said(OT).filter((text) => text.includes("· HAM-1")).length,
    floor: story.said(LINE_3).filter((text) => text.includes("· HAM-1") && !text.includes("Does it work?")).length,
    works: story.said(LINE_3).filter((text) => text.includes("Does it work?")).length,
    security: story.teams.said("it-security").length,
    network: story.teams.said("it-network").length,
  });

  async function sends(): Promise<void> {
    await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "read the counters for the OEE report" });
    slack().faults.next("chat.postMessage", { answerAfterDoing: {} });
    // Teams says 202; what stands between may make any other good answer of it.
    teams().faults.next("send", { type: "unnamed", status: 204 });
    await story.presses("oksana", LINE_3, "Send");
  }

  /** Ten minutes of the plant, in which nobody lets Referee say anything. */
  async function toldToWait(): Promise<void> {
    slack().faults.always("*", { status: 429, retryAfterS: 1 });
    const all = ["send", "update", "remove", "create", "member", "roster"] as const;
    teams().faults.always(all, { type: "status", status: 429, retryAfterSeconds: 1 });
    await story.world.as("otto").presses(story.card(OT, "· HAM-1"), "Take it");
    await teams().as("sina").presses(story.teams.card("it-security", "HAM-1"), "Approve…");
    await teams().as("sina").submits(SECURITY_FACTS);
    for (let minute = 1; minute <= 10; minute += 1) {
      const at = instant(`2026-11-30T09:${String(minute).padStart(2, "0")}:00+01:00`);
      await story.world.record.worker.set(`${story.world.record.prefix}clock`, `@${at}`);
      story.world.referee.work.kick();
    }
    const refusedInSlack = () => slack().calls.filter(({ status }) => status === 429).length;
    await slack().until("Slack to be asked again and again", () => refusedInSlack() > 2);
    expect(copies()).toMatchObject({ ot: 1, floor: 1, security: 1, network: 0 });
    slack().faults.clear();
    teams().faults.clear();
    await story.world.settled();
  }

  test("everything is said: once where it can be known, and a lost answer of Teams makes one copy", async () => {
    await sends();
    expect(copies()).toMatchObject({ ot: 1, floor: 1, security: 1, network: 0 });

    await toldToWait();
    expect(copies()).toMatchObject({ ot: 1, floor: 1, security: 1, network: 0 });
    expect(story.card(OT, "· HAM-1").text).toContain("Otto has it since Mon 09:00");
    expect(story.card(LINE_3, "· HAM-1").text).toContain("✓ IT security  Sina Roth approved");
    expect(story.teams.text(story.teams.card("it-security", "HAM-1"))).toContain("Sina Roth approved");

    teams().faults.next("send", { type: "silence" });
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    expect(copies()).toMatchObject({ ot: 1, floor: 1, security: 1, network: 2 });

    slack().faults.next("chat.postMessage", "reset after doing");
    const [first, second] = teams()
      .messages("it-network")
      .filter(({ from }) => from === null);
    if (first === undefined || second === undefined) throw new Error("There are two copies");
    const facts = { "Rule or ticket number": "rule 4711" };
    await teams().as("nils").presses(first, "Opened…");
    await teams().as("nils").submits(facts);
    await story.world.settled();
    expect(copies()).toEqual({ ot: 1, floor: 1, works: 1, security: 1, network: 2 });

    await story.presses("oksana", LINE_3, "It works");
    expect(story.card(LINE_3, "· HAM-1").text).toContain("Oksana Melnyk: it works");
    expect(story.world.times("Oksana Melnyk: it works.")).toBe(1);
  });
});
