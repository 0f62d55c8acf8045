import { decodeAction } from "../../src/card/action.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { MONDAY } from "../support/world.ts";
import { LINE_3, OT, SECURITY, useStory } from "./useStory.ts";

const story = useStory();
const OTTO = AccountId.parse("slack:U0OTTO");
const LOOK = "Approve together…";

/** So many requests for read-only ports of the same machine, each until another hour of Friday. */
async function portsAsked(count: number, by = "oksana", where = LINE_3): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    await story.asks(by, `can we open port 50${n} to PLC-12 read only until friday 1${n % 10}:00?`, where);
    await story.presses(by, where, "Fill in…", { "What is it for?": "counters" });
    await story.presses(by, where, "Send");
  }
}

const newest = (person: string) => {
  const found = story.world.as(person).ephemerals().at(-1);
  if (found === undefined) throw new Error(`${person} was told nothing`);
  return found;
};

/** Asks what waits for them, and looks at what is alike. */
async function looksTogether(person: string, where: string): Promise<void> {
  await story.asks(person, "what waits for me?", where);
  await story.told(person, "Several are alike, with nothing missing: Open a port, PLC-12");
  await story.world.as(person).presses(newest(person), LOOK);
  await story.told(person, "They differ in this:");
}

const approvals = () =>
  story.world.slack
    .messages(OT)
    .filter(({ text }) => text.includes("Otto Brandt approved"))
    .map(({ text }) => /HAM-\d+/.exec(text)?.[0]);

describe("equal approvals", () => {
  test("are given with one press after a list of what differs, each as a decision of its own", async () => {
    await portsAsked(3);
    await looksTogether("otto", OT);
    const shown = newest("otto");
    expect(shown.text).toContain("3 alike: Open a port, PLC-12");
    expect(shown.text).toMatch(/HAM-2 Open port 502 to PLC-12, asked by Oksana Melnyk\. .*Until: Fri 12:00.*Port: 502/);
    expect(shown.text).toContain("The same in all: Access: read only; What for: “counters”");
    await story.world.as("otto").presses(shown, "Approve all 3");
    await story.told("otto", "Approved: HAM-1, HAM-2 and HAM-3.");
    await story.world.settled();
    expect(approvals().toSorted()).toEqual(["HAM-1", "HAM-2", "HAM-3"]);
    expect(
      story.world
        .as("otto")
        .ephemerals()
        .filter(({ text }) => text.includes("3 alike")),
    ).toEqual([]);
  });

  test("are given to twenty with one line and two presses", async () => {
    await portsAsked(20);
    await looksTogether("otto", OT);
    await story.world.as("otto").presses(newest("otto"), "Approve all 20");
    await story.told("otto", "Approved: HAM-1");
    await story.world.settled();
    expect(approvals()).toHaveLength(20);
  });

  test("are shown anew, and none is given, when something has changed since they were shown", async () => {
    await portsAsked(3);
    await looksTogether("otto", OT);
    const shown = newest("otto");
    await story.presses("ole", OT, "Deny…", { "Why not?": "no", "What would make it a yes?": "a gateway" }, "HAM-2");
    await story.world.as("otto").presses(shown, "Approve all 3");
    const anew = await story.told("otto", "Something has changed since. Nothing was approved");
    expect(anew).toContain("2 alike");
    expect(anew).not.toContain("HAM-2");
    expect(approvals()).toEqual([]);
    await story.world.as("otto").presses(newest("otto"), "Approve all 2");
    await story.told("otto", "Approved: HAM-1 and HAM-3.");
  });

  test("are offered to nobody with a veto, and not while there is only one", async () => {
    await portsAsked(2);
    await story.asks("sina", "what waits for me?", SECURITY);
    expect(await story.told("sina", "HAM-2")).not.toContain("alike");
    await story.presses("ole", OT, "Approve", {}, "HAM-2");
    await story.asks("otto", "what waits for me?", OT);
    expect(await story.told("otto", "HAM-1 Open port")).not.toContain("alike");
  });

  test("delivered twice at once and again later, are given once, and answered the same", async () => {
    await portsAsked(2);
    await looksTogether("otto", OT);
    const value = newest("otto").buttons.find(({ label }) => label.startsWith("Approve all"))?.value ?? "";
    const spot = { adapter: "slack", conversation: OT, thread: null } as const;
    const press = { type: "pressed", id: "twice", account: OTTO, name: "Otto", value, spot } as const;
    const { receive, requests } = story.world.referee;
    const answers = await Promise.all([receive(press), receive(press)]);
    answers.push(await receive(press));
    for (const answer of answers) expect(answer).toMatchObject({ text: "Approved: HAM-1 and HAM-2." });
    await story.world.settled();
    for (const card of ["HAM-1", "HAM-2"]) {
      const { request } = decodeAction(story.card(LINE_3, card).buttons[0]?.value ?? "");
      const { events } = await requests.load(request);
      expect(events.filter(({ type }) => type === "StepApproved")).toHaveLength(1);
    }
  });

  test("are found behind as many of others as are shown at once", async () => {
    // No more than so many within an hour are drafted for one person.
    await portsAsked(10, "otto", OT);
    await story.until(`${MONDAY}T10:30:00+01:00`);
    await portsAsked(10, "otto", OT);
    await story.until(`${MONDAY}T10:40:00+01:00`);
    await portsAsked(2);
    await looksTogether("otto", OT);
    expect(newest("otto").text).toContain("2 alike: Open a port, PLC-12");
  });

  test("are given by nobody else, whoever presses the button of another", async () => {
    await portsAsked(2);
    await looksTogether("otto", OT);
    const value = newest("otto").buttons.find(({ label }) => label.startsWith("Approve all"))?.value ?? "";
    const press = {
      type: "pressed",
      name: "Oksana",
      value,
      spot: { adapter: "slack", conversation: OT, thread: null },
    } as const;
    const answer = await story.world.referee.receive({
      ...press,
      id: "not-theirs",
      account: AccountId.parse("slack:U0OKSANA"),
    });
    expect(answer).toMatchObject({ text: "Nothing is left here to approve together." });
    expect(approvals()).toEqual([]);
  });
});
