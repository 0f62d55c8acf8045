import { AccountId } from "../../src/plant/ids.ts";
import type { Shown } from "../fakes/slack/show.ts";
import type { TeamsMessage } from "../fakes/teams/world.ts";
import { recorded } from "../support/recorded.ts";
import { OWNER_FACTS, portAsked, portOpened, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, OPS, OT, SECURITY, useStory } from "./useStory.ts";

const DECIDE = "Decide who agrees to the connection…";
const CODES = "Which function codes?";

describe("a button in Slack that is pressed twice at once, and again once it is answered", () => {
  const story = useStory();
  /** From clients that show it as it was. */
  const twice = (person: string, on: Shown, label: string) =>
    Promise.all([1, 2].map(() => story.world.as(person).presses(on, label, on)));

  test("does what it says once: on a ping that loses its buttons", async () => {
    await portOpened(story);
    const ping = story.card(LINE_3, "Does it work?");
    await twice("oksana", ping, "It works");
    await story.world.settled();
    expect(story.world.times("Oksana Melnyk: it works.")).toBe(1);
    expect(story.card(LINE_3, "Oksana Melnyk: it works.").buttons).toEqual([]);
    const before = await recorded(story.world);
    await twice("oksana", ping, "It works");
    await twice("oksana", ping, "It does not work…");
    await story.world.settled();
    expect(story.world.as("oksana").form()).toBeNull();
    expect(await recorded(story.world)).toEqual(before);
  });

  test("does what it says once, though Referee was started anew between the presses, and in two processes at once", async () => {
    await portOpened(story);
    const ping = story.card(LINE_3, "Does it work?");
    const value = ping.buttons.find(({ label }) => label === "It works")?.value ?? "";
    const spot = { adapter: "slack", conversation: LINE_3, thread: ping.thread ?? ping.ts } as const;
    const press = { type: "pressed", account: AccountId.parse("slack:U0OKSANA"), name: "Oksana", value, spot } as const;
    const anew = await story.world.another();
    const [, first] = await Promise.all([
      story.world.as("oksana").presses(ping, "It works"),
      anew.receive({ ...press, id: "in the other process" }),
    ]);
    await story.world.settled();
    expect(first.type).not.toBe("formErrors");
    expect(story.world.times("Oksana Melnyk: it works.")).toBe(1);
    const before = await recorded(story.world);
    const started = await story.world.another();
    const again = await started.receive({ ...press, id: "after the restart" });
    const same = await started.receive({ ...press, id: "in the other process" });
    await story.world.settled();
    expect([again.type, same]).toEqual(["nothing", first]);
    expect(await recorded(story.world)).toEqual(before);
    expect(story.world.times("Oksana Melnyk: it works.")).toBe(1);
  });

  test("does what it says once: on a card that one person alone was shown", async () => {
    await portAsked(story);
    await story.presses("sina", SECURITY, "Not mine…", {});
    const asks = story.card(OPS, "whose is it?");
    const before = story.world.as("paula").ephemerals().length;
    await twice("paula", asks, "What can I do?");
    await story.world.settled();
    const own = story.world.as("paula").ephemerals().slice(before);
    expect(own).toHaveLength(2);
    const [first, second] = own;
    if (first === undefined || second === undefined) throw new Error("Both presses are answered");
    await story.world.as("paula").presses(first, DECIDE);
    await story.world.as("paula").fills({ "Whose is it?": "IT security", "Why?": "it is" });
    await story.world.settled();
    const events = await recorded(story.world);
    await twice("paula", second, DECIDE);
    await story.world.settled();
    const form = story.world.as("paula").form();
    if (form !== null) await story.world.as("paula").fills({ "Whose is it?": "OT controls", "Why?": "again" });
    await story.world.settled();
    expect((await recorded(story.world)).length).toBe(events.length);
  });
});

describe("a button on Teams that is pressed twice at once, and again once it is answered", () => {
  const story = useBoth({ teams: ["line-3-operators"], lines: ["line-3"], people: ["oksana", "olga", "ivan"] });
  const oksana = () => story.teams.fake.as("oksana");
  const twice = (on: TeamsMessage, shown: unknown, label: string, client: "new" | "old") =>
    Promise.all([1, 2].map(() => oksana().presses(on, label, { client, still: shown })));

  test("does what it says once, in either kind of client", async () => {
    await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
    await story.teams.presses("oksana", "line-3", "Fill in…", { "What is it for?": "read the counters" });
    await story.teams.presses("oksana", "line-3", "Send");
    await story.presses("otto", OT, "Ask a question…", { Question: CODES });
    await story.teams.presses("oksana", "line-3", "Answer…", { Answer: "1 to 4" }, CODES);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
    const done = { "Rule or ticket number": "rule 4711" };
    await story.presses("nils", "C0ITNET", "Opened…", done);
    const ping = story.teams.card("line-3", "Does it work?");
    const shown = structuredClone(oksana().view(ping));
    await twice(ping, shown, "It works", "new");
    await story.world.settled();
    const said = story.teams.said("line-3").filter((text) => text.includes("Oksana Melnyk: it works."));
    expect(said).toHaveLength(1);
    const before = await recorded(story.world);
    await twice(ping, shown, "It works", "old");
    await twice(ping, shown, "It does not work…", "old");
    await story.world.settled();
    expect(await recorded(story.world)).toEqual(before);
  });
});
