import { decodeAction } from "../../src/card/action.ts";
import { recorded } from "../support/recorded.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, OPS, OT, type Story } from "./useStory.ts";

const story = useBoth({ teams: ["it-security", "it-network"], people: ["sina", "deniz", "nils", "vera"] });

const RIGHTS = {
  "What may they do there?": "look and operate",
  "Who watches the whole time, and can stop it?": "Otto, 110",
};
const WAY_IN = {
  "Through which jump host?": "historian",
  "Do they log in with a second factor?": "yes",
  "Are their sessions recorded?": "yes",
};

/** PackTec is to reach the palletizer from 10:00 to 12:00, and somebody looks after it. */
async function asksFor(words: string): Promise<void> {
  const what = "PackTec needs remote access to the palletizer from 10:00 to 12:00, Elena Ruiz, adjust the gripper";
  await story.asks("oksana", `${what}${words}`);
}

async function agreedTo(): Promise<void> {
  await story.presses("oksana", LINE_3, "Send");
  await story.presses("otto", OT, "Approve…", RIGHTS);
  await story.teams.presses("sina", "it-security", "Approve…", {
    "Through which jump host?": "historian",
    "Do they log in with a second factor?": "yes",
    "Is the session recorded?": "yes",
  });
}

/** IT network opens the way at 10:00; at 12:00 its time is over. */
async function openedUntilNoon(): Promise<void> {
  await story.until("2026-11-30T10:00:01+01:00");
  await story.teams.presses("nils", "it-network", "Opened…", {
    "Session or ticket number": "session 12",
  });
  await story.until("2026-11-30T12:00:01+01:00");
}

const NAME = "HAM-1 Remote access to Palletizer for “Elena Ruiz (PackTec)”";
const BEGAN = `${NAME}: open until Mon 12:00.`;
const ENDED = `${NAME}: its time is over, and it is being closed.`;

describe("somebody from a vendor is looked after by somebody of ours", () => {
  test("who reads in their own chat what it is, and when it begins and ends", async () => {
    await asksFor(", Karin looks after them");
    await agreedTo();
    const [card, ...told] = story.said("U0KARIN");
    expect(card).toContain("Karin Vogt looks after this, and hears here when it begins and when it ends.");
    expect(told).toEqual([]);
    await openedUntilNoon();
    expect(story.said("U0KARIN").slice(1)).toEqual([`@U0KARIN ${BEGAN}`, `@U0KARIN ${ENDED}`]);
    expect(story.card("U0KARIN", "looks after this").buttons).toEqual([]);
  });

  test("on Teams as well", async () => {
    await asksFor(", Vera looks after them");
    await agreedTo();
    await openedUntilNoon();
    const told = story.teams.said("vera").join("\n");
    expect(told).toContain("Vera Lang looks after this");
    expect(told).toContain(BEGAN);
    expect(told).toContain(ENDED);
  });

  test("whom the plant file has for that vendor, where nobody is named", async () => {
    await asksFor("");
    expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain("Looked after by: “Otto Brandt”");
  });

  test("and a draft says so where the name is nobody's of ours", async () => {
    await asksFor("");
    await story.presses("oksana", LINE_3, "Change…", { "Who of us looks after them?": "Elena Ruiz (PackTec)" });
    expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain(
      "“Elena Ruiz (PackTec)” names nobody of ours, so nobody is told when it begins and ends.",
    );
  });
});

test("people of a vendor read what they asked for, and nothing of the plant's", async () => {
  await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
  await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "counters" });
  await story.presses("oksana", LINE_3, "Send");
  await story.asks("elena", "what is open?", "C0PACKTEC");
  const refused = await story.told("elena", "La gente de un proveedor lee");
  expect(refused).not.toContain("HAM-1");
});

/** The way in for PackTec is agreed on until the middle of January, and set up. */
async function agreementStands(): Promise<void> {
  await story.asks("oksana", "we need an agreement with a vendor, PackTec, for the palletizer until 15 january 12:00");
  await story.presses("oksana", LINE_3, "Fill in…", {
    "What will they do?": "service",
  });
  await story.presses("oksana", LINE_3, "Send");
  await story.presses("otto", OT, "Approve", undefined, "HAM-1");
  await story.teams.presses("sina", "it-security", "Approve…", WAY_IN, "HAM-1");
  await story.teams.presses("nils", "it-network", "Set up…", {
    "Account or ticket number": "account 12",
  });
}

const AGREED = "IT security is not asked: agreed on as HAM-1 until Fri 15 Jan 2027 12:00.";

describe("what was agreed on with a vendor", () => {
  test("leaves one answer of the owner a session, on both platforms", async () => {
    await agreementStands();
    const before = story.teams.said("it-security").length;
    await asksFor("");
    const draft = story.card(LINE_3, "Nothing has been sent yet").text;
    expect(draft).toContain(AGREED);
    expect(draft).not.toContain("IT security, answer due");
    await story.presses("oksana", LINE_3, "Send");
    expect(story.card(OT, "HAM-2").text).toContain(AGREED);
    await story.presses("otto", OT, "Approve…", RIGHTS, "HAM-2");
    await story.until("2026-11-30T10:00:01+01:00");
    const toDo = story.teams.text(story.teams.card("it-network", AGREED));
    expect(toDo).toContain("Elena Ruiz");
    expect(toDo).toMatch(/Through\s+Historian/);
    expect(story.teams.said("it-security")).toHaveLength(before);
  });

  test("is asked anew once somebody had it cut off", async () => {
    await agreementStands();
    await story.presses("otto", OT, "Cut off now…", { "Why?": "they left" }, "HAM-1");
    await asksFor("");
    const draft = story.card(LINE_3, "Nothing has been sent yet").text;
    expect(draft).not.toContain("agreed on");
    await story.presses("oksana", LINE_3, "Send");
    expect(story.teams.text(story.teams.card("it-security", "HAM-2"))).toContain("Elena Ruiz");
  });

  test("asks security after all where it was cut off meanwhile, on both platforms", async () => {
    await agreementStands();
    await asksFor("");
    await story.presses("oksana", LINE_3, "Send");
    await story.presses("otto", OT, "Approve…", RIGHTS, "HAM-2");
    await story.presses("otto", OT, "Cut off now…", { "Why?": "they left" }, "HAM-1");
    const asked = story.teams.text(story.teams.card("it-security", "HAM-2"));
    expect(asked).toContain("Elena Ruiz");
    expect(story.card(OT, "HAM-2").text).not.toContain(AGREED);
    await story.until("2026-11-30T10:00:01+01:00");
    const toDo = story.teams.text(story.teams.card("it-network", "HAM-2"));
    expect(toDo).toContain("This waits again for an answer that comes before it");
    expect(toDo).not.toContain("Please carry out");
  });

  test("is before whoever may cut it off, in one press, where it was cut off while somebody is there, on both platforms", async () => {
    await agreementStands();
    await asksFor("");
    await story.presses("oksana", LINE_3, "Send");
    await story.presses("otto", OT, "Approve…", RIGHTS, "HAM-2");
    await story.until("2026-11-30T10:00:01+01:00");
    const number = { "Session or ticket number": "session 12" };
    await story.teams.presses("nils", "it-network", "Opened…", number, "HAM-2");
    await story.presses("otto", OT, "Cut off now…", { "Why?": "they left" }, "Agreement with “PackTec");
    const told = story
      .said(OPS)
      .find((text) => text.includes("HAM-1, by which it was agreed on beforehand, holds no more"));
    expect(told).toContain("HAM-2");
    const gone = "agreement HAM-1 holds no more since Mon 10:00";
    for (const place of [OPS, OT, LINE_3]) {
      const asked = story.card(place, "It stays open until its end, or until it is cut off.");
      expect(asked.buttons.map(({ label }) => label)).toContain("Cut off now");
    }
    expect(story.card(OT, "Agreement HAM-1 holds no more since Mon 10:00").text).toContain("Elena Ruiz");
    const board = story.card(OPS, "open now");
    expect(board.text).toContain(gone);
    // Otto looks after the visitor.
    expect(story.said("U0OTTO").join("\n")).toContain(gone);
    await story.presses("otto", OT, "Cut off now", undefined, "It stays open until its end");
    expect(story.card(OT, "To be cut off").text).toContain("Elena Ruiz");
    expect(story.teams.text(story.teams.card("it-network", "HAM-2"))).toContain("cut off");
  });

  test("is cut off with why, where whoever is offered the one press wrote it in the thread", async () => {
    await agreementStands();
    await asksFor("");
    await story.presses("oksana", LINE_3, "Send");
    await story.presses("otto", OT, "Approve…", RIGHTS, "HAM-2");
    await story.until("2026-11-30T10:00:01+01:00");
    const number = { "Session or ticket number": "session 12" };
    await story.teams.presses("nils", "it-network", "Opened…", number, "HAM-2");
    await story.presses("otto", OT, "Cut off now…", { "Why?": "they left" }, "Agreement with “PackTec");
    const mine = () => story.world.as("otto").ephemerals();
    const before = mine().length;
    await story.replies("otto", story.card(OT, "HAM-2"), "cut it off now, the vendor floods the line");
    const offer = await story.world.slack.until("the offer", () => mine().slice(before).at(-1));
    await story.world.as("otto").presses(offer, "Cut off now");
    await story.world.settled();
    const kept = Object.values(await recorded(story.world)).flat();
    const ended = kept.filter((event) => event.includes('"GrantEnded"'));
    expect(ended.join()).toContain('"reason":"the vendor floods the line"');
  });

  test("is asked of security also where it was cut off between the look at it and Send", async () => {
    await agreementStands();
    const { requests, plants } = story.world.referee;
    const idOn = ({ buttons }: ReturnType<Story["card"]>, label: string) =>
      decodeAction(buttons.find((button) => button.label === label)?.value ?? "").request;
    const { state: agreement } = await requests.load(idOn(story.card(OT, "HAM-1"), "Cut off now…"));
    await asksFor("");
    await story.presses("otto", OT, "Cut off now…", { "Why?": "they left" }, "HAM-1");
    const request = idOn(story.card(LINE_3, "Nothing has been sent yet"), "Send");
    const { state: draft } = await requests.load(request);
    if (agreement.status !== "open" || draft.status !== "draft") throw new Error("One stands, the other is a draft");
    const { plant, requester: by } = draft.asked;
    const sent = await requests.send(request, "late", await plants.world(plant), (_, at) => ({
      type: "command",
      command: { type: "send", agreements: [agreement], by, name: "Oksana", at },
      answer: null,
    }));
    expect(sent).toMatchObject({ type: "accepted" });
    await story.world.settled();
    expect(story.teams.text(story.teams.card("it-security", "HAM-2"))).toContain("Elena Ruiz");
    expect(story.card(OT, "HAM-2").text).not.toContain(AGREED);
  });
});
