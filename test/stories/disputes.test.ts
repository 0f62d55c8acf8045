import { recorded } from "../support/recorded.ts";
import { portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, NETWORK, OPS, OT, SCADA, useStory } from "./useStory.ts";

const NO = { "Why not?": "no login on Modbus", "What would make it a yes?": "a jump host" };
const NEWS = { "What was not known before?": "the historian stands behind the jump host now" };
const APPEAL = "Ask again with new facts…";
const RISK = "Take the risk…";
const WHY = { "Why is it worth the risk?": "the batch is lost else" };
/** Without the port, which whoever asked has named. */
const OWED = {
  "Which machine or address connects?": "historian",
  "Which side opens the connection?": "the source",
};

describe("a no of IT security on Teams to what was asked in Slack", () => {
  const story = useBoth({ teams: ["it-security"], people: ["sina"], both: ["deniz", "max"] });
  const denied = async () => {
    const message = await portAsked(story);
    await story.teams.presses("sina", "it-security", "Deny…", NO);
    return message;
  };
  const security = () => story.teams.text(story.teams.card("it-security", "HAM-1"));

  test("is asked about once more with new facts, of somebody else of the team, and their no is final", async () => {
    await denied();
    await story.presses("oksana", LINE_3, APPEAL, NEWS);
    expect(security()).toContain("Asked again with new facts. Sina Roth had said no, Mon 09:00: “no login on Modbus”.");
    expect(security()).toContain("the historian stands behind the jump host now");
    const asks = story.teams.card("it-security", "Please answer");
    expect(asks.notified.map(({ handle }) => handle).sort()).toEqual(["deniz", "sina"]);
    expect(story.card(OT, "🔌 Open port 502").text).toContain("Asked again with new facts.");
    expect(story.card(OT, "asks again for HAM-1").notifies).toEqual(["U0OTTO"]);

    await story.teams.presses("sina", "it-security", "Deny…");
    expect(story.teams.told("sina")).toContain("a second no is for somebody else of IT security");
    await story.teams.presses("deniz", "it-security", "Deny…", NO);
    expect(story.card(LINE_3, "Not approved: Deniz Kaya").text).toContain(
      "It was asked again with new facts, so this is final.",
    );
    expect(story.buttons(LINE_3, "Not approved: Deniz Kaya")).not.toContain(APPEAL);
  });

  test("is asked about once, however often and from wherever it is pressed, and goes on with a yes", async () => {
    await denied();
    const card = story.card(LINE_3, "🔌 Open port 502");
    expect(card.notifies).toEqual(["U0OKSANA"]);
    const oksana = story.world.as("oksana");
    await oksana.presses(card, APPEAL);
    await oksana.fills(NEWS);
    await story.world.settled();
    const before = await recorded(story.world);
    await oksana.presses(card, APPEAL, card);
    await story.world.settled();
    expect(await recorded(story.world)).toEqual(before);
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    expect(security()).toContain("Sina Roth approved");
  });

  test("is asked about once more, or has its risk taken, where both are said at the same moment twice each", async () => {
    await denied();
    const [oksana, max] = [story.world.as("oksana"), story.world.as("max")];
    await oksana.presses(story.card(LINE_3, "🔌 Open port 502"), APPEAL);
    await max.presses(story.card("U0MAX", "HAM-1"), RISK);
    const risk = { ...OWED, ...WHY };
    await Promise.all([oksana.fills(NEWS), max.fills(risk), oksana.fills(NEWS), max.fills(risk)]);
    await story.world.settled();
    const all = Object.values(await recorded(story.world)).flat();
    const events = all.filter((event) => /"type":"(DenialAppealed|RiskTaken)"/.test(event));
    expect(events).toHaveLength(1);
    const said = events[0]?.includes("RiskTaken") ? "Max Lindner takes the risk" : "Asked again with new facts.";
    for (const where of [LINE_3, OT]) expect(story.said(where).join("\n")).toContain(said);
  });

  test("yields to the risk owner alone, whose name and reason everybody reads in both chats", async () => {
    await denied();
    expect(story.card(LINE_3, "Only Max Lindner may take the risk of it").text).toContain("Not approved: Sina Roth");
    expect(story.buttons(OT, "HAM-1")).not.toContain(RISK);
    expect(story.teams.buttons("deniz", "it-security", "HAM-1")).not.toContain(RISK);
    await story.presses("max", "U0MAX", RISK, { ...OWED, ...WHY });
    const said =
      "Max Lindner takes the risk, Mon 09:00: “the batch is lost else” (Sina Roth had said no: “no login on Modbus”)";
    expect(story.card(LINE_3, "In review").text).toContain(said);
    expect(story.card(OT, "🔌 Open port 502").text).toContain(said);
    expect(story.teams.text(story.teams.card("it-security", "In review"))).toContain(said);
    expect(story.teams.said("it-security").at(-1)).toContain("@Sina Roth Max Lindner takes the risk of HAM-1");
    expect(story.said(NETWORK)).toEqual([]);
    await story.presses("otto", OT, "Approve…", { "May it only read, or also write?": "read only" });
    expect(story.card(NETWORK, "🔌 Open port 502").text).toContain(said);
  });

  test("stands again when the risk owner takes the risk back, which words lead them to, and everybody reads why", async () => {
    await denied();
    await story
      .presses("otto", OT, "Approve…", { "May it only read, or also write?": "read only" })
      .catch(() => undefined);
    await story.presses("max", "U0MAX", RISK, { ...OWED, ...WHY });
    const card = story.card("U0MAX", "HAM-1");
    expect(card.buttons.map(({ label }) => label)).toContain("Take it back…");
    await story.replies("max", card, "I no longer take the risk, the batch is done");
    expect(await story.told("max", "changes nothing until you press")).toContain("I no longer take the risk");
    await story.presses("max", "U0MAX", "Take it back…", { "Why?": "the batch is done" });
    const told = "Max Lindner no longer takes the risk of HAM-1 Open port 502 to PLC-12, and the no stands again";
    expect(story.said(LINE_3).join("\n")).toContain(told);
    expect(story.teams.said("it-security").join("\n")).toContain(told);
    expect(story.card(LINE_3, "No longer takes the risk: the batch is done").text).toContain("Not approved: Sina Roth");
    expect(story.buttons(LINE_3, "Not approved: Sina Roth")).toContain(APPEAL);
  });
});

describe("the risk owner on Teams", () => {
  const story = useBoth({ teams: ["it-security"], people: ["sina", "max"], both: ["deniz"] });

  test("takes the risk in their own chat, once, however often it is pressed", async () => {
    await portAsked(story);
    await story.teams.presses("sina", "it-security", "Deny…", NO);
    const late = story.teams.laggard("max", "max", "HAM-1");
    await story.teams.presses("max", "max", RISK, { ...OWED, ...WHY });
    expect(story.card(LINE_3, "In review").text).toContain("Max Lindner takes the risk, Mon 09:00");
    const before = await recorded(story.world);
    await late.presses(RISK);
    await story.world.settled();
    expect(await recorded(story.world)).toEqual(before);
    expect(story.teams.buttonsOf("max", story.teams.card("max", "HAM-1"))).not.toContain(RISK);

    await story.teams.presses("max", "max", "Take it back…", { "Why?": "the batch is done" });
    expect(story.card(LINE_3, "No longer takes the risk: the batch is done").text).toContain("Not approved: Sina Roth");
    expect(story.teams.buttonsOf("max", story.teams.card("max", "HAM-1"))).toContain(RISK);
  });
});

describe("a ruling of Ops", () => {
  const story = useStory();
  const UNDO = "Take the ruling back…";

  test("says that it is remembered and until when, and is taken back by Ops: the next request goes by the plant file", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Not mine…", {});
    await story.presses("paula", OPS, "Decide whose…", { "Whose is it?": "OT SCADA", "Why?": "they run that filler" });
    const remembered =
      "Paula Stein ruled, Mon 09:00, that OT SCADA owns PLC-12: “they run that filler”. It is remembered and holds for every later request, until Ops take it back or rule otherwise.";
    expect(story.card(SCADA, "HAM-1").text).toContain(remembered);
    expect(story.card(OPS, "🔌 Open port 502").text).toContain(remembered);

    expect(await story.own("otto", OT, "HAM-1").catch(() => [])).not.toContain(UNDO);
    await story.presses("piet", OPS, UNDO, { "Why?": "it was handed over" });
    expect(story.said(OPS).at(-1)).toContain(
      "Piet Jansen took back the ruling that OT SCADA owns PLC-12: “it was handed over”. From now on the plant file counts.",
    );
    expect(story.card(OT, "🔌 Open port 502").text).toContain("OT controls");
    expect(story.card(SCADA, "This went to OT controls").buttons).toEqual([]);
    await portAsked(story);
    expect(story.card(OT, "HAM-2").notifies).toEqual(["U0OTTO"]);
    await story.asks("oksana", "who owns PLC-12?");
    expect((await story.hears(LINE_3, "Who owns PLC-12")).text).toContain("Owner: OT controls.");
  });

  test("leaves what was decided by it when it is taken back, and says so to whoever decided", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Not mine…", {});
    await story.presses("paula", OPS, "Decide whose…", { "Whose is it?": "OT SCADA", "Why?": "they run that filler" });
    await story.presses("sven", SCADA, "Approve…", { "May it only read, or also write?": "read only" });
    await story.presses("piet", OPS, UNDO, { "Why?": "it was handed over" });
    expect(story.said(SCADA).at(-1)).toContain("What you decided stays.");
    expect(story.card(SCADA, "🔌 Open port 502").text).toContain("Sven");
    expect(story.said(OT).filter((text) => text.includes("took back the ruling"))).toEqual([]);
  });
});
