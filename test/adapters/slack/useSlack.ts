import { createSlackAdapter, type SlackAdapter, type SlackOptions } from "../../../adapters/slack/slack.ts";
import { type Answer, type Find, type Inbound, Secret, systemClock } from "../../../src/index.ts";
import { createLog, type Log } from "../../../src/log.ts";
import { type FakeSlack, type FakeSlackOptions, openFakeSlack } from "../../fakes/slack/fakeSlack.ts";
import { givenHere } from "../../support/givenHere.ts";
import { foundByNobody, shownToNobody } from "../../support/shownToNobody.ts";

/** The cast: an operator, an OT engineer, and somebody from IT. */
export const olga = "U0OLGA";
export const otto = "U0OTTO";
export const ines = "U0INES";

/** Where they meet: the line's channel, the channel of OT, and one that Referee is not in. */
export const line3 = "C0LINE3";
export const otControls = "C0OT";
export const elsewhere = "C0ELSEWHERE";

/** A slow machine must not make Slack send an event again in the middle of a test that is about something else. */
const PATIENT_MS = 20_000;

/** A fake Slack with a small plant in it. */
export async function openPlantSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const slack = await openFakeSlack({ rates: {}, answerWithinMs: PATIENT_MS, ...options });
  const { workspace, bot } = slack;
  workspace.addUser(olga, "Olga");
  workspace.addUser(otto, "Otto");
  workspace.addUser(ines, "Ines");
  workspace.addChannel(line3, "line-3", [olga, ines, bot.userId]);
  workspace.addChannel(otControls, "ot-controls", [otto, bot.userId]);
  workspace.addChannel(elsewhere, "elsewhere", [olga, otto]);
  return slack;
}

export type Heard = {
  /** Everything `receive` was called with. */
  readonly inbound: readonly Inbound[];
  /** The next answers, in order; after them, nothing. An error stands for what could not be recorded. */
  answers: (Answer | Error)[];
  /** Runs before `receive` resolves: as long as recording takes. */
  before: () => Promise<void>;
  /** Answers what is searched. */
  find: Find;
};

export type SlackUnderTest = {
  readonly slack: FakeSlack;
  readonly adapter: SlackAdapter;
  readonly heard: Heard;
  readonly logged: readonly string[];
  stop(): Promise<void>;
};

/** An adapter connected to a fake Slack over real HTTP (or a real WebSocket), with a `receive` that the test answers for. */
export async function openSlack(
  transport: "http" | "socket" = "http",
  fake: FakeSlackOptions = {},
  overrides: Partial<SlackOptions> = {},
): Promise<SlackUnderTest> {
  const slack = await openPlantSlack(fake);
  const logged: string[] = [];
  const adapter = createSlackAdapter({ ...optionsFor(slack, transport), log: collectingLog(logged), ...overrides });
  const inbound: Inbound[] = [];
  const heard: Heard = { inbound, answers: [], before: async () => undefined, find: foundByNobody };
  await adapter.start(
    async (each) => {
      inbound.push(each);
      const answer = heard.answers.shift() ?? { type: "nothing" };
      slack.workspace.changed();
      await heard.before();
      if (answer instanceof Error) throw answer;
      return answer;
    },
    shownToNobody,
    (search) => heard.find(search),
  );
  const url = adapter.url();
  slack.deliverTo(url === null ? { type: "socket" } : { type: "http", url });
  return {
    slack,
    adapter,
    heard,
    logged,
    async stop() {
      await adapter.stop();
      await slack.stop();
    },
  };
}

export function optionsFor(slack: FakeSlack, transport: "http" | "socket"): SlackOptions {
  return {
    token: new Secret(slack.token),
    transport:
      transport === "http"
        ? { type: "http", signingSecret: new Secret(slack.signingSecret), listen: { host: "127.0.0.1", port: 0 } }
        : { type: "socket", appToken: new Secret(slack.appToken) },
    apiUrl: slack.apiUrl,
    now: systemClock,
    log: createLog({ level: "silent" }),
    given: givenHere(),
  };
}

function collectingLog(lines: string[]): Log {
  return createLog({ level: "info", write: (line) => lines.push(line) });
}

/** Opens before each test, closes after it. Read it inside a test. */
export function useSlack(transport: "http" | "socket" = "http", fake: FakeSlackOptions = {}): () => SlackUnderTest {
  let open: SlackUnderTest | null = null;
  beforeEach(async () => {
    open = await openSlack(transport, fake);
  });
  afterEach(async () => {
    await open?.stop();
    open = null;
  });
  return () => {
    if (open === null) throw new Error("useSlack is open only while a test runs");
    return open;
  };
}

/** Resolves as soon as it is so; what the adapter knows changes without the fake Slack noticing. */
export async function soon(look: () => boolean): Promise<void> {
  while (!look()) await new Promise((resolve) => setImmediate(resolve));
}
