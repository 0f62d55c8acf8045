import { OWNER_FACTS, portApproved, portOpened, SECURITY_FACTS } from "./openPort.ts";
import { friday, LINE_3, NETWORK, OPS, OT, SECURITY, tuesday, useStory, wednesday } from "./useStory.ts";

const story = useStory();
const BOARD = "open now";
const OPENED = { "Rule or ticket number": "rule 4711" };
const CLOSED = { "Rule number, and how you saw that it is closed": "rule 4711 removed, scanned" };
const boards = () => story.said(OPS).filter((text) => text.includes(BOARD));
const board = () => story.card(OPS, BOARD);

async function portWorks(): Promise<void> {
  await portOpened(story);
  await story.presses("oksana", LINE_3, "It works");
}

/** Another port of the same line, until an instant. */
async function another(port: number, until: string, key: string): Promise<void> {
  await story.asks("oksana", `can we open port ${port} to PLC-12 until ${until}?`);
  await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "a dashboard" });
  await story.presses("oksana", LINE_3, "Send");
  await story.presses("otto", OT, "Approve…", OWNER_FACTS, key);
  await story.presses("sina", SECURITY, "Approve…", { ...SECURITY_FACTS, "Which port?": `${port}/tcp` }, key);
  await story.presses("nils", NETWORK, "Opened…", OPENED, key);
}

describe("what is open now, in the channel of Ops", () => {
  test("stands there from the first thing that is opened, pinned, with until when and who watches, and names nobody who asked", async () => {
    await portApproved(story);
    expect(boards()).toEqual([]);
    await story.presses("nils", NETWORK, "Opened…", OPENED);
    expect(boards()).toEqual([
      "Hamburg · 1 open now\nWhat ends first stands first:\nHAM-1 Open port 502/tcp to PLC-12: open until Fri 12:00; Line 3 operators: confirms that it works\nWhat is shown to be closed leaves this list.",
    ]);
    expect(board().pinned).toBe(true);
    expect(board().notifies).toEqual([]);
    await story.presses("oksana", LINE_3, "It works");
    expect(boards()).toHaveLength(1);
    expect(board().text).toContain("open until Fri 12:00; then IT network: closes it again");
  });

  test("keeps what is past its end until it is shown to be closed, and then says that nothing is open", async () => {
    await portWorks();
    await story.until(friday("12:00:01"));
    expect(board().text).toContain(
      "HAM-1 Open port 502/tcp to PLC-12: still open past its end, since Fri 12:00; IT network: closes it again",
    );
    await story.presses("nils", NETWORK, "Closed again…", CLOSED);
    expect(boards()).toEqual(["Hamburg · nothing is open now\nNothing that was opened through Referee is open."]);
    expect(board().buttons).toEqual([]);
  });

  test("has Cut off now for those who may, and for nobody else in sight", async () => {
    await portWorks();
    expect(story.buttons(OPS, BOARD)).toEqual(["Thread", "What can I do?"]);
    expect(await story.own("paula", OPS, BOARD)).toEqual(["Cut off now…", "Thread"]);
    expect(await story.own("sina", OPS, BOARD)).toContain("Cut off now…");
    await story.presses("paula", OPS, "Cut off now…", { "Why?": "strange traffic" }, BOARD);
    expect(board().text).toContain("still open past its end, since Mon 09:00; IT network: closes it again");
    expect(story.said(LINE_3).join("\n")).toContain("strange traffic");
  });

  test("says the same as the digest, whatever has ended and whatever runs", async () => {
    await portWorks();
    await another(443, "wednesday 08:00", "HAM-2");
    await story.until(wednesday("06:00:05"));
    const digest = () => story.card(OPS, "requests open").text;
    for (const line of [
      "HAM-1 Open port 502/tcp to PLC-12: open until Fri 12:00",
      "HAM-2 Open port 443/tcp to PLC-12: open until Wed 08:00",
    ]) {
      expect(digest()).toContain(line);
      expect(board().text).toContain(line);
    }
    await story.until(wednesday("08:00:01"));
    const past = "HAM-2 Open port 443/tcp to PLC-12: still open past its end, since Wed 08:00";
    expect(board().text).toContain(past);
    expect(board().text.indexOf("HAM-2")).toBeLessThan(board().text.indexOf("HAM-1"));
    await story.asks("paula", "digest please", OPS);
    expect(await story.told("paula", "For you to decide")).toContain(past);
  });

  test("one that somebody deleted stands again with the next change, and with the next digest at the latest", async () => {
    await portWorks();
    const { slack } = story.world;
    const gone = slack.workspace.find(OPS, board().ts);
    if (gone === undefined) throw new Error("There is a board");
    gone.deleted = true;
    await story.until(tuesday("06:00:05"));
    expect(boards()).toHaveLength(1);
    expect(board().pinned).toBe(true);
    expect(board().ts).not.toBe(gone.ts);
  });

  test("is one message, also when another process goes on", async () => {
    await portOpened(story);
    await story.world.referee.work.stop(0);
    const second = await story.world.another();
    await story.world.as("oksana").presses(story.card(LINE_3, "· HAM-1"), "It works");
    await second.work.wind(1_000);
    await story.world.slack.until("the board as it is now", () => board().text.includes("then IT network: closes"));
    expect(boards()).toHaveLength(1);
  });

  test("shows what fits, and the rest to whoever presses for it", async () => {
    for (let n = 1; n <= 10; n += 1) await another(8_000 + n, `friday 1${n % 9}:0${n % 10}`, `HAM-${n}`);
    expect(board().text).toContain("Hamburg · 10 open now");
    expect(board().text.match(/HAM-\d+/g)).toHaveLength(8);
    expect(board().text).toContain("and 2 more");
    await story.world.as("nils").presses(board(), "Show them…");
    const rest = await story.told("nils", "more that is open now");
    expect(rest.match(/HAM-\d+/g)).toHaveLength(2);
  });

  test("stands unpinned where the app may not pin", async () => {
    story.world.slack.scopes.delete("pins:write");
    await portOpened(story);
    expect(boards()).toHaveLength(1);
    expect(board().pinned).toBe(false);
  });
});

describe("what is open?", () => {
  test("is answered with the board, to the asker alone and with their buttons, in their words", async () => {
    await story.asks("paula", "what is open?", OPS);
    expect(await story.told("paula", BOARD)).toContain("nothing is open now");
    await portWorks();
    await story.asks("paula", "what is open?", OPS);
    expect(await story.told("paula", "Hamburg · 1 open now")).toContain(
      "HAM-1 Open port 502/tcp to PLC-12: open until",
    );
    await story.asks("nils", "what is open right now?", NETWORK);
    expect(await story.told("nils", "Hamburg · 1 open now")).toContain("then IT network: closes it again");
    expect(
      story.world
        .as("nils")
        .ephemerals()
        .at(-1)
        ?.buttons.map(({ label }) => label),
    ).not.toContain("Cut off now…");
    expect(boards()).toHaveLength(1);
  });
});
