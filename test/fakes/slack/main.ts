import { z } from "zod";
import { openControl } from "./control.ts";
import { openFakeSlack } from "./fakeSlack.ts";

// The fake Slack as a process of its own, for stories in which Referee is killed and Slack is not:
// `node --import tsx test/fakes/slack/main.ts '{"port":0}'`. Prints where it is, and ends with its parent's pipe.

const Options = z.strictObject({
  port: z.int().default(0),
  /** Rates off, or Slack's own. */
  rates: z.enum(["off", "slack"]).default("slack"),
  retryAfterMs: z.array(z.int()).optional(),
});

const { port, rates, retryAfterMs } = Options.parse(JSON.parse(process.argv[2] ?? "{}"));
const slack = await openFakeSlack({
  port,
  live: true,
  ...(rates === "off" ? { rates: {} } : {}),
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});
const control = await openControl(slack);
const { apiUrl, token, appToken, signingSecret } = slack;
console.log(JSON.stringify({ apiUrl, token, appToken, signingSecret, control: control.url }));

process.stdin.resume();
process.stdin.once("end", () => process.exit(0));
