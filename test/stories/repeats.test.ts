import type { Answer, Said } from "../../src/adapter.ts";
import { RefereeError } from "../../src/errors.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { demoText } from "../support/plantText.ts";
import { answersForgotten, keysOf, recorded } from "../support/recorded.ts";
import { portAsked, portOpened } from "./openPort.ts";
import { LINE_3, monday, OPS, OT, SCADA, type Story, tuesday, useStory } from "./useStory.ts";

const story = useStory();

const drafted = () => story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");

/** How far a request has come when everything that led there is delivered again. */
const MOMENTS: Readonly<Record<string, (story: Story) => Promise<unknown>>> = {
  "at once": drafted,
  "after Send": portAsked,
  "after Discard": async () => {
    await drafted();
    await story.presses("oksana", LINE_3, "Discard");
  },
  "in the middle of a question": async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Ask a question…", { Question: "Which registers?" });
  },
  "once the question was answered": async () => {
    const asked = await portAsked(story);
    await story.presses("otto", OT, "Ask a question…", { Question: "Which registers?" });
    await story.replies("oksana", asked, "40001 to 40020");
  },
  "once it is open": portOpened,
  "once it is closed, with a note under it": async () => {
    const asked = await portAsked(story);
    await story.presses("oksana", LINE_3, "Withdraw…", { "Why?": "not needed" });
    await story.replies("oksana", asked, "thanks anyway, we use the historian now");
  },
  "once Ops have ruled": async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Not mine…", { "Whose is it?": "OT SCADA", "Why?": "it hangs on the SCADA" });
    await story.presses("sven", SCADA, "Not mine…", { "Whose is it?": "IT network" });
    await story.presses("paula", OPS, "Decide whose…", { "Whose is it?": "OT SCADA", "Why?": "they run that filler" });
  },
  "beside others who talk in the thread": async () => {
    const root = await story.world.as("ole").says(LINE_3, "morning all");
    await story.replies("otto", root, "port 44818 until saturday 12:00, to read counters");
    await story.world.as("oksana").says(LINE_3, "<@U0REFEREE> can we open port 502 to PLC-12?", { thread: root.ts });
    await story.world.settled();
  },
  "after a question of who owns what": async () => {
    await story.asks("oksana", "who owns the historian?");
    await story.hears(LINE_3, "Who owns Historian");
  },
  "after a plea for help": async () => {
    await story.asks("oksana", "hello");
    await story.told("oksana", "Referee");
  },
};

/** Everything people read, wherever it stands. */
const read = () => story.world.slack.workspace.messages.map(({ ts, text }) => `${ts} ${text}`);

async function everythingAgain(how: "retried" | "replayed"): Promise<void> {
  const { slack, settled } = story.world;
  const first = slack.sent.map((sent) => sent.first);
  const again = await Promise.all(slack.sent.map((sent) => slack.sendAgain(sent, how)));
  await settled();
  expect(again.map(({ status, body }) => ({ status, body }))).toEqual(
    first.map(({ status, body }) => ({ status, body })),
  );
}

describe("what is delivered again changes nothing", () => {
  test.each(Object.keys(MOMENTS))("%s", async (moment) => {
    await MOMENTS[moment]?.(story);
    const before = { record: await recorded(story.world), read: read() };
    await everythingAgain("replayed");
    await everythingAgain("retried");
    expect({ record: await recorded(story.world), read: read() }).toEqual(before);
  });

  test.each(Object.keys(MOMENTS))("not even days later, when its answer is no longer kept: %s", async (moment) => {
    await MOMENTS[moment]?.(story);
    await story.until(tuesday("12:00"));
    const before = await recorded(story.world);
    await answersForgotten(story.world);
    await Promise.all(story.world.slack.sent.map((sent) => story.world.slack.sendAgain(sent)));
    await story.world.settled();
    expect(await recorded(story.world)).toEqual(before);
  });
});

const TWO = "open 502 to PLC-12 until friday noon and please restart the MES client tomorrow 08:00";
const said = (text: string, id = "slack:said:C0LINE3:1.000001", thread = "1.000001"): Said => ({
  type: "said",
  id,
  account: AccountId.parse("slack:U0OKSANA"),
  name: "Oksana",
  text,
  spot: { adapter: "slack", conversation: LINE_3, thread },
  isReply: false,
  via: "mention",
  quoted: null,
  files: [],
});

const requests = async () => Object.keys(await recorded(story.world)).filter((stream) => stream.startsWith("req_"));
const values = async () =>
  Object.entries(await recorded(story.world))
    .filter(([stream]) => stream.startsWith("req_"))
    .map(([, [first = ""]]) => JSON.parse(first.slice(65)).values);

/** The process dies, or Redis goes, once so many commands of a delivery were recorded. */
function breaksAfter(commands: number): void {
  const { store } = story.world.record;
  const real = store.handle;
  const spy = jest.spyOn(store, "handle");
  for (let i = 0; i < commands; i += 1) spy.mockImplementationOnce(real);
  spy.mockImplementationOnce(() => Promise.reject(new RefereeError("STORE_AWAY", "Redis is away.")));
}

describe("a message that asks for two things", () => {
  test.each([0, 1])(
    "becomes two drafts when whoever took it in died after %i of them, and never three",
    async (made) => {
      const { referee } = story.world;
      breaksAfter(made);
      await expect(referee.receive(said(TWO))).rejects.toThrow("Redis is away");
      expect(await requests()).toHaveLength(made);
      // Read anew, "tomorrow 08:00" would be another day by now.
      await story.until(tuesday("07:00"));
      const another = await story.world.another(emptied);
      const answers = await Promise.all([another, referee, another].map((each) => each.receive(said(TWO))));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      await story.world.settled();
      expect(await requests()).toHaveLength(2);
      expect(JSON.stringify(await values())).toContain(String(Date.parse(tuesday("08:00"))));
      expect(JSON.stringify(await values())).toContain("asset:plc-12");
      expect(JSON.stringify(await values())).toContain("asset:plc-12");
    },
  );

  test("becomes two drafts when several processes take it in at the same moment", async () => {
    const processes = [story.world.referee, await story.world.another(), await story.world.another()];
    const answers = await Promise.all([...processes, ...processes].map(({ receive }) => receive(said(TWO))));
    expect(answers).toEqual(answers.map(() => ({ type: "nothing" })));
    await story.world.settled();
    expect(await requests()).toHaveLength(2);
    const started = Object.values(await recorded(story.world))
      .flat()
      .filter((event) => event.includes("DraftStarted"));
    expect(started).toHaveLength(2);
  });
});

/** The plant file was changed: it names no machine any more. */
const emptied = [
  demoText((text) => text.replace(/^assets:\n(?:[ #].*\n|\n)*/m, "").replace("assets: [mes]", "lines: [line-7]")),
];

describe("the first answer is given again", () => {
  const again = async (inbound: Said): Promise<readonly Answer[]> => {
    const first = await story.world.referee.receive(inbound);
    await story.until(monday("14:00"));
    const another = await story.world.another(emptied);
    return [first, await another.receive(inbound)];
  };

  test.each([
    "who owns the historian?",
    "what is waiting?",
    "hello",
    "thanks!",
    "please bypass the light curtain on the filler",
    "my password is Sommer2026! can we open port 502 to PLC-12?",
    "somebody is hurt at the filler, please open port 502 to PLC-12",
  ])("word for word, whatever it would be by now: %s", async (text) => {
    const [first, second] = await again(said(text));
    expect(second).toEqual(first);
  });

  test("though by now there is more to tell", async () => {
    const { referee } = story.world;
    const first = await referee.receive(said("what is waiting?", "slack:said:C0LINE3:9.000001", "9.000001"));
    await portAsked(story);
    expect(await referee.receive(said("what is waiting?", "slack:said:C0LINE3:9.000001", "9.000001"))).toEqual(first);
  });
});

test("a code to link accounts is told once and kept nowhere; the same message again makes no other", async () => {
  const { referee, record } = story.world;
  const link: Said = { ...said("link"), account: AccountId.parse("slack:U0STRANGER"), name: "Somebody Else" };
  const first = await referee.receive(link);
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(JSON.stringify(first))?.[0] ?? "no code";
  const again = await referee.receive(link);
  expect(again).toMatchObject({ type: "private", text: expect.stringContaining("You were given a code") });
  expect(await referee.receive(link)).toEqual(again);
  const kept = await Promise.all((await keysOf(story.world, "c:")).map((key) => record.worker.get(key)));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.join()).not.toContain(code);
  expect(await keysOf(story.world, "link:")).toHaveLength(1);
});
