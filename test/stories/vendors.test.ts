import { useBoth } from "./useBoth.ts";
import { LINE_3, OT } from "./useStory.ts";

const story = useBoth({ teams: ["it-security", "it-network"], people: ["sina", "deniz", "nils", "vera"] });

/** PackTec is to reach the palletizer from 10:00 to 12:00, and somebody looks after it. */
async function asksFor(words: string): Promise<void> {
  const what = "PackTec needs remote access to the palletizer from 10:00 to 12:00, Elena Ruiz, adjust the gripper";
  await story.asks("oksana", `${what}${words}`);
}

async function agreedTo(): Promise<void> {
  await story.presses("oksana", LINE_3, "Send");
  await story.presses("otto", OT, "Approve…", {
    "What may they do there?": "look and operate",
    "Who watches the whole time, and can stop it?": "Otto, 110",
  });
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
    "Who was on site and checked before?": "Nils",
    "Session or ticket number": "session 12",
  });
  await story.until("2026-11-30T12:00:01+01:00");
}

const NAME = "HAM-1 Remote access to Palletizer for Elena Ruiz (PackTec)";
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
    expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain("Looked after by: Otto Brandt");
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
