import { olga, useSlack } from "./useSlack.ts";

const open = useSlack();

test("a message that names many is heard with as many look-ups as somebody means to name, and little in the log", async () => {
  const many = Array.from({ length: 100 }, (_, n) => `<@U0X${n}>`).join(" ");
  await open().slack.as(olga).says("U0REFEREE", `hello ${many}`);
  expect(open().slack.calls.filter(({ method }) => method === "users.info")).toHaveLength(21);
  expect(JSON.stringify(open().logged).split("could not be looked up")).toHaveLength(2);
  expect(JSON.stringify(open().heard.inbound)).toContain("U0X99");
});
