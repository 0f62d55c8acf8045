import { createSlackAdapter } from "../../../adapters/slack/slack.ts";
import { systemClock } from "../../../src/clock.ts";
import { Secret } from "../../../src/index.ts";
import { createLog } from "../../../src/log.ts";
import { givenHere } from "../../support/givenHere.ts";
import { foundByNobody, shownToNobody } from "../../support/shownToNobody.ts";
import { startSlackProcess } from "./slackProcess.ts";

test("a fake Slack in a process of its own carries a story, and outlives the app in it", async () => {
  const slack = await startSlackProcess({ rates: "off", retryAfterMs: [10, 20] });
  const start = async () => {
    const adapter = createSlackAdapter({
      token: new Secret(slack.token),
      transport: {
        type: "http",
        signingSecret: new Secret(slack.signingSecret),
        listen: { host: "127.0.0.1", port: 0 },
      },
      apiUrl: slack.apiUrl,
      now: systemClock,
      log: createLog({ level: "silent" }),
      given: givenHere(),
    });
    await adapter.start(
      async () => ({ type: "reply", message: { text: "heard", card: null, mention: [] } }),
      shownToNobody,
      foundByNobody,
    );
    await slack.ask({ do: "deliverTo", url: adapter.url() });
    return adapter;
  };
  await slack.ask({ do: "addUser", id: "U0OLGA", name: "Olga" });
  await slack.ask({ do: "addChannel", id: "C0LINE3", name: "line-3", members: ["U0OLGA", "U0REFEREE"] });

  const first = await start();
  await slack.ask({ do: "says", as: "U0OLGA", to: "C0LINE3", text: "<@U0REFEREE> one" });
  await slack.untilSaid("C0LINE3", "heard");
  await first.stop();

  const second = await start();
  await slack.ask({ do: "says", as: "U0OLGA", to: "U0REFEREE", text: "two" });
  await slack.untilSaid("U0OLGA", "heard");
  await second.stop();

  await expect(slack.ask({ do: "says", as: "U0NOBODY", to: "C0LINE3", text: "hi" })).rejects.toThrow(
    "Nobody here is called U0NOBODY",
  );
  await slack.stop();
});
