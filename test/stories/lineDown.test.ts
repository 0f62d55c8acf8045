import { LINE_3, LINE_7, OPS, OT, tuesday, useStory } from "./useStory.ts";

// Three in the morning on Tuesday: crew D has the night shift of line 3, Hanna and Tomas; Ole is on call for OT by phone.
const story = useStory({ from: tuesday("03:00") });

const called = async () => {
  const message = await story.asks("hanna", "the palletizer is down");
  await story.presses("hanna", LINE_3, "Call OT now");
  return message;
};

describe("a line that stands at three in the morning", () => {
  test("is called for in one tap: the emergency number first, and no question but the place", async () => {
    await story.asks("hanna", "the palletizer is down");
    const draft = story.card(LINE_3, "Palletizer is down");
    expect(draft.text).toContain("If anybody is in danger, call 112 first.");
    expect(draft.buttons[0]?.label).toBe("Call OT now");
    expect(story.said(OT)).toEqual([]);
    await story.presses("hanna", LINE_3, "Call OT now");
    const call = story.card(OT, "· HAM-1");
    expect(call.notifies).toEqual(["U0OLE"]);
    expect(call.notice).toBe("<@U0OLE> Help is needed now: HAM-1 Palletizer is down");
    expect(call.buttons.slice(0, 2).map(({ label }) => label)).toEqual(["On it", "Done"]);
  });

  test("is known by the line's name too, and goes to whoever looks after the line", async () => {
    await story.asks("hanna", "line 3 is down");
    await story.presses("hanna", LINE_3, "Call OT now");
    expect(story.card(OT, "Line 3 is down · HAM-1").notifies).toEqual(["U0OLE"]);
  });

  test("is asked about after a minute, when nobody pressed: is help still needed?", async () => {
    await story.asks("hanna", "the palletizer is down");
    await story.until(tuesday("03:01:05"));
    const again = story.card(LINE_3, "Is help still needed?");
    expect(again.notifies).toEqual(["U0HANNA"]);
    expect(again.text).toContain("Nobody has been called yet.");
    await story.presses("hanna", LINE_3, "Call OT now", undefined, "Is help still needed?");
    expect(story.said(OT)).toHaveLength(1);
  });

  test("rings by minutes: backup, lead, Ops and the plant manager, each in a message of their own", async () => {
    await called();
    const ringing = (time: string) => story.until(tuesday(time));
    await ringing("03:05:05");
    expect(story.card(OT, "so you are asked now").notifies).toEqual(["U0KARIN"]); // Ole is on call and backup in one
    await ringing("03:20:05");
    expect(story.card(OPS, "· HAM-1").notice).toBe(
      "<@U0PAULA> <@U0PIET> HAM-1 Palletizer is down: nobody of OT controls has taken it yet.",
    );
    await ringing("03:40:05");
    expect(story.card("U0MAX", "HAM-1 Palletizer is down").notifies).toEqual(["U0MAX"]);
  });

  test("is told to the shift lead from the first minute, who is not chased", async () => {
    await called();
    const shift = story.card(LINE_3, "For you to know");
    expect(shift.notifies).toEqual(["U0TOMAS"]);
    await story.until(tuesday("05:00"));
    expect(story.said(LINE_3).filter((text) => text.includes("A reminder"))).toEqual([]);
  });

  test("ends with On it and Running again, and everybody knows who and when", async () => {
    await called();
    await story.presses("ole", OT, "On it");
    expect(story.card(LINE_3, "Ole Petersen is on it.").notifies).toEqual(["U0HANNA"]);
    expect(story.card(LINE_3, "· HAM-1").text).toContain("Ole Petersen is on it, since Tue 03:00.");
    await story.until(tuesday("03:25"));
    await story.presses("tomas", LINE_3, "Running again");
    expect(story.card(LINE_3, "HAM-1 Palletizer is down. Running again, Tue 03:25.").notifies).toEqual(["U0HANNA"]);
    expect(story.buttons(OT, "· HAM-1")).toEqual([]);
  });

  test("shows the phone numbers of those who were asked, and lets Ops say On it once they are rung", async () => {
    await called();
    expect(story.card(OT, "· HAM-1").text).toContain("Phone: Ole +49\u00a040\u00a05550\u00a0102");
    await story.until(tuesday("03:40"));
    await story.presses("paula", OPS, "On it");
    expect(story.card(LINE_3, "Paula Stein is on it.").notifies).toEqual(["U0HANNA"]);
  });

  test("stops ringing once somebody is on it", async () => {
    await called();
    await story.presses("ole", OT, "On it");
    await story.until(tuesday("03:29"));
    expect(story.said(OPS)).toEqual([]);
    expect(story.said("U0MAX")).toEqual([]);
  });

  test("is not forgotten by whoever is on it: they are asked how it goes every half hour, and Ops hear of it", async () => {
    await called();
    await story.presses("ole", OT, "On it");
    await story.until(tuesday("04:05"));
    const asked = story.said(OT).filter((text) => text.includes("How does it go?"));
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain("You have HAM-1 Palletizer is down since Tue 03:00. How does it go?");
    expect(story.said(OPS)[0]).toContain("still stands; OT controls has it, and was asked how it goes");
    expect(story.said("U0MAX")).toEqual([]);
  });

  test("can be called from the channel of the line, whichever line it is about", async () => {
    await story.asks("pia", "plc-7 is down", LINE_7);
    await story.presses("pia", LINE_7, "Call OT now");
    expect(story.card(OT, "PLC-7 is down").notifies).toEqual(["U0OLE"]);
    expect(story.card(LINE_7, "For you to know").notifies).toEqual(["U0LARS"]);
  });
});
