import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { friday, LINE_3, NETWORK, OPS, OT, SECURITY, useStory } from "./useStory.ts";

const story = useStory();

test("a port that nobody will be there to close is told before sending, to who decides, and to Ops when it comes so", async () => {
  await story.asks("oksana", "can we open port 502 to PLC-12 until friday 18:00?");
  await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "counters" });
  const warning =
    "IT network closes it again, and is back Mon 7 Dec 08:00: until then it stays open. With an end before Fri 17:00 it is closed in time.";
  expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain(warning);
  await story.presses("oksana", LINE_3, "Send");
  for (const channel of [OT, SECURITY]) expect(story.card(channel, "· HAM-1").text).toContain(warning);
  await story.presses("otto", OT, "Approve…", OWNER_FACTS);
  await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
  await story.presses("nils", NETWORK, "Opened…", { evidence: "rule 4711" });
  expect(story.card(OT, "· HAM-1").text).not.toContain("it stays open");
  await story.until(friday("18:00:01"));
  const ops = story.card(OPS, "· HAM-1");
  expect(ops.notice).toContain("still open past its end; IT network closes it Mon 08:00");
  expect(ops.text).toContain("Phone: Vera +49");
});
