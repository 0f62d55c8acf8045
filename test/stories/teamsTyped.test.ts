import { answersForgotten, keysOf, recorded } from "../support/recorded.ts";
import { useBoth } from "./useBoth.ts";
import { OT } from "./useStory.ts";

/** The floor lives on Teams, OT and IT in Slack. */
const story = useBoth({
  teams: ["line-3-operators"],
  lines: ["line-3"],
  people: ["oksana", "olga", "ivan", "hanna", "lars", "leyla", "bernd"],
});
const PORT = "can we open port 502 to PLC-12 until friday noon?";
const WHY = "to read the counters for the OEE report";
const writes = (text: string) => story.teams.asks("oksana", text, "oksana");
const chat = () => story.teams.said("oksana");
/** Three days have passed for what Redis keeps for a time. */
async function forgotten(): Promise<void> {
  await answersForgotten(story.world);
  const { worker: redis } = story.world.record;
  for (const key of await keysOf(story.world, "routed:")) if ((await redis.pttl(key)) >= 0) await redis.unlink(key);
}
const newest = () => chat().at(-1) ?? "";

describe("in the chat of one person with Referee, which has no threads", () => {
  test("what is typed next completes the draft that waits for it", async () => {
    await writes(PORT);
    expect(newest()).toContain("Still needed; write it here, or fill in:");
    await writes(WHY);
    expect(chat()).toHaveLength(1);
    expect(story.teams.buttons("oksana", "oksana", "Goes first to")).toContain("Send");
  });

  test("what is typed next answers the question that waits for it", async () => {
    await writes(PORT);
    await writes(WHY);
    await story.teams.presses("oksana", "oksana", "Send");
    await story.presses("otto", OT, "Ask a question…", { Question: "Which function codes?" });
    expect(newest()).toContain("Write it here, or with the button. Until then it waits for you.");
    await writes("only 1 to 4");
    expect(story.card(OT, "only 1 to 4").text).toContain("Oksana Melnyk (Teams) answered: “only 1 to 4");
  });

  test("sent again by Teams, it is not taken for something new", async () => {
    await writes(PORT);
    await writes(WHY);
    const before = chat();
    await story.teams.fake.deliver(
      story.teams.fake.deliveries.findLast(({ activity }) => Object(activity).text === WHY)?.activity,
    );
    await story.world.settled();
    expect(chat()).toEqual(before);
  });

  test("sent again when days have passed and another draft waits, it still is for the first", async () => {
    await writes(PORT);
    await writes(WHY);
    await story.teams.presses("oksana", "oksana", "Send");
    await writes("can you open port 443 to the historian until monday?");
    const before = await recorded(story.world);
    await forgotten();
    await story.teams.fake.deliver(
      story.teams.fake.deliveries.findLast(({ activity }) => Object(activity).text === WHY)?.activity,
    );
    await story.world.settled();
    expect(await recorded(story.world)).toEqual(before);
  });

  test.each(["It is the answer", "Something new"])(
    "what was said to be the answer is so once: nothing comes of pressing “%s” after it",
    async (label) => {
      await writes(PORT);
      await writes(WHY);
      await story.teams.presses("oksana", "oksana", "Send");
      await story.presses("otto", OT, "Ask a question…", { Question: "Anything else for it?" });
      await writes("yes, can you also open port 443 to PLC-12?");
      const old = story.teams.laggard("oksana", "oksana", "HAM-1 waits for your answer.");
      await story.teams.presses("oksana", "oksana", "It is the answer");
      const before = await recorded(story.world);
      await old.presses(label);
      expect(await recorded(story.world)).toEqual(before);
    },
  );

  test("what was said to be something new is no answer any more", async () => {
    await writes(PORT);
    await writes(WHY);
    await story.teams.presses("oksana", "oksana", "Send");
    await story.presses("otto", OT, "Ask a question…", { Question: "Anything else for it?" });
    await writes("yes, can you also open port 443 to PLC-12?");
    const old = story.teams.laggard("oksana", "oksana", "HAM-1 waits for your answer.");
    await story.teams.presses("oksana", "oksana", "Something new");
    const before = await recorded(story.world);
    await old.presses("It is the answer");
    expect(await recorded(story.world)).toEqual(before);
    expect(story.teams.told("oksana")).toContain("You have said already what this message is for.");
  });

  test("what could be a request of its own is asked about: it is the answer with one press", async () => {
    await writes(PORT);
    await writes(WHY);
    await story.teams.presses("oksana", "oksana", "Send");
    await story.presses("otto", OT, "Ask a question…", { Question: "Anything else for it?" });
    await writes("yes, can you also open port 443 to PLC-12?");
    expect(newest()).toContain("HAM-1 waits for your answer.");
    await story.teams.presses("oksana", "oksana", "It is the answer");
    expect(story.card(OT, "also open port 443").text).toContain("Oksana Melnyk (Teams) answered");
  });

  test("and something new with one press, too", async () => {
    await writes(PORT);
    await writes("can you open port 443 to the historian until monday?");
    expect(newest()).toContain("Your draft here still needs an answer.");
    await story.teams.presses("oksana", "oksana", "Something new");
    expect(chat().filter((text) => text.includes("Nothing has been sent yet"))).toHaveLength(2);
  });

  test("a question to Referee is answered, and thanks are thanks", async () => {
    await writes(PORT);
    await writes("who owns PLC-12?");
    expect(newest()).toContain("Who owns");
    await writes("thanks");
    expect(newest()).toContain("You are welcome.");
  });
});

describe("in a channel of which Referee does not read the threads", () => {
  test("it says that it has to be mentioned", async () => {
    await story.teams.asks("oksana", PORT, "line-3");
    expect(story.teams.said("line-3").at(-1)).toContain(
      "Still needed; answer here in the thread and mention me, or fill in:",
    );
  });
});
