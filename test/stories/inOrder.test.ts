import { useWorld } from "../support/world.ts";

const story = useWorld();

test("a port is asked for, decided in order, opened, confirmed, and closed again at its end", async () => {
  const { world } = story;
  const asked = await world.as("olga").says("C0LINE3", "<@U0REFEREE> can we open port 502 to PLC-12 until friday noon?");
  await world.settled();
  const draft = world.shown("C0LINE3", "Nothing has been sent yet");
  expect(draft.thread).toBe(asked.ts);
  console.log(world.slack.messages("C0LINE3").map((m) => m.text + "\n" + m.buttons.map((b) => `[${b.label}]`).join(" ")).join("\n----\n"));
});
