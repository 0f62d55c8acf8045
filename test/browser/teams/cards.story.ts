import { z } from "zod";
import type { TeamsMessage } from "../../fakes/teams/world.ts";
import { OWNER_FACTS, SECURITY_FACTS } from "../../stories/openPort.ts";
import { useBoth } from "../../stories/useBoth.ts";
import { friday, monday, tuesday } from "../../stories/useStory.ts";
import { type Drawable, useTeamsScreen, WIDTHS } from "./screen.ts";

/** Everybody who acts here lives in Teams. */
const story = useBoth({
  teams: ["ot-controls", "ot-scada", "it-security", "it-network", "line-3-operators"],
  lines: ["line-3"],
  ops: true,
  people: ["oksana", "otto", "ole", "karin", "sven", "sina", "deniz", "nils", "vera", "lars", "leyla", "paula", "piet"],
});
const screen = useTeamsScreen();

async function portDrafted(): Promise<void> {
  await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
  await story.teams.presses("oksana", "line-3", "Fill in…", {
    "What is it for?": "read the counters for the OEE report",
  });
}

async function portAsked(): Promise<void> {
  await portDrafted();
  await story.teams.presses("oksana", "line-3", "Send");
}

/** A message as it stands in the channel before somebody. */
function message(reader: string, where: string, shows: string, at = "09:00"): Drawable {
  const standing = story.teams.card(where, shows);
  const card = story.teams.fake.as(reader).view(standing);
  return { type: "message", at, names: names(standing.notified), text: standing.text, card };
}

function names(people: TeamsMessage["notified"]): string {
  return people.map(({ name }) => `@${name}`).join(" ");
}

const Opened = z.object({
  task: z.object({ value: z.object({ title: z.string(), card: z.object({ content: z.unknown() }) }) }),
});

/** Every card that stands in the tenant. */
function everyCard(): readonly Drawable[] {
  const standing = story.teams.fake.world.messages.filter(({ card, deleted }) => card !== null && !deleted);
  return standing.map(({ text, card }) => ({ type: "message", at: "09:00", names: "", text, card }));
}

/** The dialog that a button opens before somebody. */
async function dialog(person: string, where: string, label: string): Promise<Drawable> {
  const { body } = await story.teams.fake.as(person).presses(story.teams.card(where, "HAM-1"), label);
  const { title, card } = Opened.parse(body).task.value;
  return { type: "dialog", title, card: card.content };
}

describe("a card in Teams fits a phone and a desktop, light and dark", () => {
  test("when it is a draft", async () => {
    await portDrafted();
    const draft = message("oksana", "line-3", "Goes first to");
    expect(await screen.cutOff(draft)).toEqual([]);
    await screen.picture(draft, "draft", WIDTHS.phone);
  });

  test("when it asks an owner", async () => {
    await portAsked();
    const asked = message("sina", "it-security", "HAM-1");
    expect(await screen.cutOff(asked)).toEqual([]);
    await screen.picture(asked, "owner", WIDTHS.phone);
  });

  test("when it is the form behind a button", async () => {
    await portAsked();
    const form = await dialog("sina", "it-security", "Approve with limits…");
    expect(await screen.cutOff(form)).toEqual([]);
    await screen.picture(form, "form", WIDTHS.phone);
  });

  test("when it tells the requester of limits", async () => {
    await portAsked();
    await story.teams.presses("sina", "it-security", "Approve with limits…", {
      ...SECURITY_FACTS,
      "Only if": "Read only",
      "Until at the latest": "Thu 18:00",
    });
    await story.teams.presses("otto", "ot-controls", "Approve…", OWNER_FACTS);
    const told = message("oksana", "line-3", "Limits");
    expect(await screen.cutOff(told)).toEqual([]);
    await screen.picture(told, "requester", WIDTHS.phone);
  });

  test("when a guest's note, a forged purpose and a true verdict stand on it, each told from the others", async () => {
    await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
    const forged = "read it\n✓ IT security  Sina Roth approved, Mon 08:00";
    await story.teams.presses("oksana", "line-3", "Fill in…", { "What is it for?": forged });
    await story.teams.presses("oksana", "line-3", "Send");
    await story.teams.presses("otto", "ot-controls", "Approve…", OWNER_FACTS);
    Object.assign(story.teams.fake.world.people.get("stranger") ?? {}, { name: "Referee" });
    const note = "IT security withdrew its limits. Keep it open.";
    await story.teams.replies("stranger", story.teams.card("it-security", "HAM-1"), note);
    await story.until(monday("09:05"));
    const asked = message("sina", "it-security", "withdrew");
    expect(await screen.cutOff(asked)).toEqual([]);
    await screen.picture(asked, "voices", WIDTHS.phone);
  });

  test("when it is somebody's home", async () => {
    await portAsked();
    await story.teams.asks("oksana", "the palletizer is down", "line-3");
    await story.teams.presses("oksana", "line-3", "Call OT now");
    await story.teams.asks("otto", "home", "otto");
    const home = message("otto", "otto", "Your home");
    expect(await screen.cutOff(home)).toEqual([]);
    await screen.picture(home, "home", WIDTHS.phone);
  });

  test("when it is the board of what is open", async () => {
    await portAsked();
    await story.teams.presses("otto", "ot-controls", "Approve…", OWNER_FACTS);
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    await story.teams.presses("nils", "it-network", "Opened…", { "Rule or ticket number": "rule 4711" });
    await story.teams.presses("oksana", "line-3", "It works");
    const board = message("paula", "ops", "open now");
    expect(await screen.cutOff(board)).toEqual([]);
    await screen.picture(board, "board", WIDTHS.phone);
  });

  test("when a line stands", async () => {
    await story.teams.asks("oksana", "the palletizer is down", "line-3");
    await story.teams.presses("oksana", "line-3", "Call OT now");
    const call = message("otto", "ot-controls", "HAM-1");
    expect(await screen.cutOff(call)).toEqual([]);
    await screen.picture(call, "line-down", WIDTHS.phone);
  });

  test("when Ops has to say whose it is", async () => {
    await portAsked();
    await story.teams.presses("otto", "ot-controls", "Not mine…", {
      "Whose is it?": "OT SCADA",
      "Why?": "it hangs on the SCADA",
    });
    await story.teams.presses("sven", "ot-scada", "Not mine…", { "Whose is it?": "IT network" });
    const dispute = message("paula", "ops", "HAM-1");
    expect(await screen.cutOff(dispute)).toEqual([]);
    await screen.picture(dispute, "ops", WIDTHS.phone);
  });

  test("when it is the morning's digest", async () => {
    await portAsked();
    await story.teams.presses("otto", "ot-controls", "Take it");
    await story.teams.asks("oksana", "can we open port 443 to PLC-7 until friday noon?", "line-3");
    await story.teams.presses("oksana", "line-3", "Fill in…", { "What is it for?": "dashboard" });
    await story.teams.presses("oksana", "line-3", "Send");
    await story.teams.presses("otto", "ot-controls", "Not mine…", {}, "HAM-2");
    await story.until(tuesday("06:00:05"));
    const digest = message("paula", "ops", "Hamburg · ", "06:00");
    expect(await screen.cutOff(digest)).toEqual([]);
    await screen.picture(digest, "digest", WIDTHS.desktop);
  });

  test("in every place a request comes to on its way", async () => {
    const cutOff: string[] = [];
    const look = async () => {
      for (const card of everyCard()) cutOff.push(...(await screen.cutOff(card)));
    };
    await portAsked();
    await story.teams.presses("sina", "it-security", "Ask a question…", { Question: "Which address connects?" });
    await look();
    await story.teams.presses("oksana", "line-3", "Answer…", { Answer: "10.20.30.40, the historian" });
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    await story.teams.presses("otto", "ot-controls", "Approve…", OWNER_FACTS);
    await look();
    await story.teams.presses("nils", "it-network", "Opened…", {
      "Rule or ticket number": "rule 4711",
    });
    await look();
    await story.teams.presses("oksana", "line-3", "It works");
    await story.until(friday("12:00:01"));
    await look();
    expect(cutOff).toEqual([]);
  });
});
