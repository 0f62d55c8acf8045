import { line3, olga, useSlack } from "./useSlack.ts";

const open = useSlack();

test("a reply that was taken gets a sign, once, however often it is delivered", async () => {
  const { slack, heard } = open();
  const root = await slack.as(olga).says(line3, "<@U0REFEREE> open port 502");
  heard.answers = [
    { type: "nothing", taken: "words" },
    { type: "nothing", taken: "words" },
  ];
  const reply = await slack.as(olga).says(line3, "it is for the historian", { thread: root.ts });
  await slack.until("the sign", () => slack.now(reply).reactions.length > 0);
  const [sent] = slack.sent.slice(-1);
  if (sent !== undefined) await slack.sendAgain(sent);
  expect(slack.now(reply).reactions).toEqual(["memo"]);
  expect(slack.calls.filter(({ method }) => method === "reactions.add").map(({ error }) => error)).toEqual([null]);
});
