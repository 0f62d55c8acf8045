import { decodeAction } from "../../src/card/action.ts";
import type { RequestId } from "../../src/request/ids.ts";
import type { Shown } from "../fakes/slack/show.ts";
import { portAsked, SECURITY_FACTS } from "./openPort.ts";
import { LINE_3, OPS, OT, SECURITY, useStory } from "./useStory.ts";

const story = useStory();
/** The request behind a card's buttons. */
function requestOf({ buttons }: Shown): RequestId {
  return decodeAction(buttons[0]?.value ?? "").request;
}

const nobodyElseHeard = () => [...story.said(OT), ...story.said(SECURITY), ...story.said(OPS)];

describe("a message that asks for nothing", () => {
  test.each([
    { name: "empty", text: "" },
    { name: "emoji only", text: "🔥🚀🙃" },
    { name: "a greeting", text: "hello" },
  ])("$name: is answered with what can be asked, and opens nothing", async ({ text }) => {
    await story.asks("oksana", text);
    await story.told("oksana", "Ask in one sentence");
    expect(nobodyElseHeard()).toEqual([]);
    expect(await story.world.record.store.list("open-HAM", { limit: 1 })).toEqual([]);
  });
});

describe("thanks", () => {
  test("get a friendly line that only their author sees, and no help", async () => {
    await story.asks("oksana", "thanks!");
    expect(await story.told("oksana", "welcome")).toBe("You are welcome.");
    expect(story.said(LINE_3)).toEqual([]);
  });

  test("in a draft's thread are not what it is for", async () => {
    const asked = await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await story.replies("oksana", asked, "thanks");
    expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain("What is it for?");
  });
});

describe("a message nobody would want to read", () => {
  test("of 40,000 characters becomes a draft like any other, cut to what cards can show", async () => {
    await story.asks("oksana", `can we open port 502 to PLC-12 until friday noon? ${"please ".repeat(5_700)}`);
    const draft = story.card(LINE_3, "Nothing has been sent yet");
    expect(draft.text.length).toBeLessThan(4_000);
    expect(draft.text).toContain("To: PLC-12");
  });

  test("full of markup calls nobody and leads nowhere but to where it was asked", async () => {
    await story.asks(
      "oksana",
      "can we open port 502 to PLC-12 until friday noon? <!channel> <http://evil.example|Approve> *now*",
    );
    await story.presses("oksana", LINE_3, "Fill in…", {
      "What is it for?": "<!here> <@U0PAULA> <http://evil.example|ok>",
    });
    await story.presses("oksana", LINE_3, "Send");
    for (const message of story.world.slack.messages(OT)) {
      expect(message.notifies).toEqual(["U0OTTO"]);
      expect(message.links).toEqual([expect.stringMatching(/^https:\/\/plant\.slack\.com\/archives\/C0LINE3\/p\d+$/)]);
    }
  });

  test("with a typed password is understood without it: no card and no event holds it", async () => {
    await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon? the password is Hunter2-Hunter2");
    const { store } = story.world.record;
    const { events } = await story.world.referee.requests.load(
      requestOf(story.card(LINE_3, "Nothing has been sent yet")),
    );
    expect(JSON.stringify(events)).not.toContain("Hunter2");
    expect(story.said(LINE_3).join("\n")).not.toContain("Hunter2");
    expect(await story.told("oksana", "password")).toContain("Referee has not kept it; please change it.");
    expect(await store.list("open-HAM", { limit: 1 })).toEqual([]);
  });
});

describe("facts that cannot be", () => {
  test("port 70000 is not kept, and whoever types it is told what a port is", async () => {
    await portAsked(story);
    await story.presses("sina", SECURITY, "Approve…", { ...SECURITY_FACTS, "Which port?": "70000" });
    const port = story.world
      .as("sina")
      .form()
      ?.inputs.find(({ id }) => id === "port");
    expect(port?.error).toBe("Ports go from 1 to 65535.");
    expect(story.card(SECURITY, "· HAM-1").text).toContain("● IT security  nobody yet");
    await story.presses("otto", OT, "Not mine…", { "Whose is it?": "OT controls", "Why?": "the weekly rota is wrong" });
    const whose = story.world
      .as("otto")
      .form()
      ?.inputs.find(({ id }) => id === "team");
    expect(whose?.error).toBe("It is with OT controls already. Name another team, or none.");
  });

  test("port 70000 in a message is left out of the draft, which says so", async () => {
    await story.asks("oksana", "can we open port 70000 to PLC-12 until friday noon?");
    const draft = story.card(LINE_3, "Nothing has been sent yet").text;
    expect(draft).toContain("Ports go from 1 to 65535, so 70000 was left out.");
    expect(draft).not.toContain("Port: 70000");
  });

  test("what a reply says and the draft does not take is told to its author", async () => {
    const asked = await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await story.replies("oksana", asked, "for the OEE report, ask Otto about port 70000");
    expect(await story.told("oksana", "65535")).toContain("Ports go from 1 to 65535, so 70000 was left out.");
  });

  test("a machine named in the message is kept as it was named, though the plant file does not know it", async () => {
    await story.asks("oksana", "can we open port 502 to the frobnicator 9000 until friday noon?");
    expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain(
      "The plant file does not know “frobnicator 9000”. Ops will be asked whose it is.",
    );
  });

  test("a day that is none is asked for again", async () => {
    await story.asks("oksana", "can we open port 502 to PLC-12?");
    await story.presses("oksana", LINE_3, "Fill in…", {
      "Until when is it needed?": "soonish",
      "What is it for?": "x",
    });
    const until = story.world
      .as("oksana")
      .form()
      ?.inputs.find(({ id }) => id === "until");
    expect(until?.error).toBe("Write a day and a time, e.g. Fri 18:00.");
  });

  test("an end that has passed is refused in the form, at the question, with what was typed still there", async () => {
    await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    const form = { "Until when is it needed?": "1 Nov 2026 12:00", "What is it for?": "counters" };
    await story.presses("oksana", LINE_3, "Fill in…", form);
    const until = story.world
      .as("oksana")
      .form()
      ?.inputs.find(({ id }) => id === "until");
    expect(until?.error).toBe("The end has passed already. Choose a later one.");
    expect(nobodyElseHeard()).toEqual([]);
  });

  test("a machine the plant file does not know goes to Ops, and the requester knows that before sending", async () => {
    await story.asks("oksana", "can we open port 502 to the old press until friday noon?");
    const form = { "Which machine or system should be reached?": "the old press", "What is it for?": "counters" };
    await story.presses("oksana", LINE_3, "Fill in…", form);
    expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain(
      "The plant file does not know “the old press”. Ops will be asked whose it is.",
    );
    await story.presses("oksana", LINE_3, "Send");
    expect(story.card(OPS, "· HAM-1").notifies).toEqual(["U0PAULA"]);
    expect(story.card(OPS, "· HAM-1").notice).toContain("whose is it?");
  });
});

test("a draft belongs to whoever asked: others hear so, and it goes nowhere", async () => {
  await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
  await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "counters" });
  await story.presses("ivan", LINE_3, "Send");
  expect(await story.told("ivan", "draft")).toBe("This is Oksana Melnyk's draft. Only they can change or send it.");
  expect(nobodyElseHeard()).toEqual([]);
});

test("talk beside a draft is nobody's answer", async () => {
  const asked = await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
  await story.replies("ivan", asked, "is that the filler?");
  expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain("What is it for?");
});
