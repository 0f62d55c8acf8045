import { Redis } from "ioredis";
import { redisChatStore } from "../../adapters/web/chatStore.ts";
import type { Submitted } from "../../src/adapter.ts";
import { encodeAction, Verb } from "../../src/card/action.ts";
import { INPUT } from "../../src/card/forms/inputs.ts";
import { AccountId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { requestIdFor } from "../../src/referee/requests.ts";
import type { RequestState } from "../../src/request/state.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { personOn } from "../adapters/web/page.ts";
import { openWebChat } from "../adapters/web/standIn.ts";
import { useOwnRedis } from "../support/ownRedis.ts";
import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, LINE_7, NETWORK, OT } from "./useStory.ts";

const redis = useOwnRedis();
const lines: string[] = [];

/** OT, the floor and Ops are in Slack, IT security and Leyla of line 3 on Teams. Line 3's channel has offers. */
const story = useBoth(
  { teams: ["it-security"], people: ["sina", "deniz", "leyla"] },
  (demo: Plant): Plant => ({ ...demo, offersIn: { slack: [LINE_3] } }),
  { redis: redis.socket, write: (line) => void lines.push(line) },
);

/** How people type a secret, each time another one; `typed` holds them all. */
function typist() {
  const typed: string[] = [];
  const ways: readonly ((secret: string) => string)[] = [
    (secret) => `the password is ${secret}.`,
    (secret) => `Passwort vom Panel: ${secret}`,
    (secret) => `mi contraseña es ${secret}`,
    (secret) => `login admin / ${secret}`,
    (secret) => `it is opc.tcp://svc:${secret}@plc12:4840`,
    (secret) => `pw\n${secret}`,
    (secret) => `Authorization: Bearer ${secret}`,
    (secret) => `{"password":"${secret}"}`,
  ];
  return {
    typed,
    secret: () => {
      const secret = `Kestrel${typed.length}x${(typed.length * 7919 + 1_000).toString(36)}Q9`;
      typed.push(secret);
      return ways[typed.length % ways.length]?.(secret) ?? "";
    },
  };
}

const { typed, secret } = typist();
const ASK = "can we open port 502 to PLC-12 until friday noon?";

/** Every input of every form, the facts of a port too. */
const INPUTS = [...Object.values(INPUT), "destination", "until", "why", "source", "port", "functions", "rate"];

/** Every verb for those it may belong to, those that end a request last. */
const EVERY_FORM = (() => {
  const ends = new Set<Verb>(["deny", "withdraw", "close", "discard"]);
  const verbs = [...Verb.options.filter((verb) => !ends.has(verb)), ...Verb.options.filter((verb) => ends.has(verb))];
  const people = [
    { user: "U0OKSANA", step: null },
    { user: "U0OTTO", step: "owner" },
    { user: "U0PAULA", step: "owner" },
  ];
  return verbs.filter((verb) => verb !== "start").flatMap((verb) => people.map((person) => ({ verb, ...person })));
})();

/** The ask of a step as it stands; zero where nothing is asked. */
function askOf(state: RequestState, step: string | null): number {
  const asked = state.status === "open" && step !== null ? state.steps.get(StepId.parse(step)) : undefined;
  return asked !== undefined && "ask" in asked ? asked.ask : 0;
}

/** Nothing of what was typed is left in Redis, in its files or in the log; what stood beside it is. */
async function expectNothingKept(beside: string): Promise<void> {
  const everything = `${await redis.everything()}\n${lines.join("\n")}`;
  expect(typed.filter((each) => everything.includes(each))).toEqual([]);
  expect(everything.includes(beside)).toBe(true);
  expect(everything.includes("[removed]")).toBe(true);
  expect(lines.length).toBeGreaterThan(0);
}

/** Every way in that Slack has, from the first word to the last form. */
async function throughSlack(): Promise<void> {
  const oksana = story.world.as("oksana");
  story.world.slack.workspace.addUser("U0KIM", `Kim ${secret()}`);
  const asked = await story.asks("oksana", `${ASK} It is for the counters-of-oksana. ${secret()}`);
  await story.replies("oksana", asked, `to read the counters, ${secret()}`);
  await story.presses("oksana", LINE_3, "Change…", { "What is it for?": `the OEE report, ${secret()}` });
  await story.presses("oksana", LINE_3, "Send");
  await story.presses("otto", OT, "Ask a question…", { Question: `Is ${secret()} right?` });
  await story.replies("oksana", asked, `yes, ${secret()}`);
  await story.presses("otto", OT, "Ask a question…", { Question: "And now?" });
  await story.presses("oksana", LINE_3, "Answer…", { Answer: `now ${secret()}` });
  await story.presses("oksana", LINE_3, "Add a note…", { Note: `a note: ${secret()}` });
  await story.presses("otto", OT, "Approve with limits…", {
    ...OWNER_FACTS,
    "In your own words": `read only; ${secret()}`,
  });
  await oksana.says("U0REFEREE", `${ASK} ${secret()}`);
  await oksana.runs(`/referee ${ASK} ${secret()}`.replace("\n", " "), LINE_3);
  const theirs = await story.world.as("ivan").says(LINE_7, `somebody should open port 502 to PLC-12. ${secret()}`);
  await oksana.uses("ask_referee", theirs);
  await story.told("oksana", "please tell its author to change it");
  await story.world.as("ivan").says(LINE_3, `can you please open port 502 to PLC-12 until friday noon? ${secret()}`);
  await story.told("ivan", "Shall I start a request?");
}

/** The same request on Teams, and on to its end. */
async function throughTeams(): Promise<void> {
  const { teams } = story;
  await teams.presses("sina", "it-security", "Approve…", { ...SECURITY_FACTS });
  await story.presses("nils", NETWORK, "Opened…", {
    "Rule or ticket number": `rule 4711, ${secret()}`,
  });
  await story.presses("oksana", LINE_3, "It does not work…", { "What does not work?": `no answer, ${secret()}` });
  await teams.asks("leyla", `${ASK} ${secret()}`, "it-security");
  const direct = await teams.asks("leyla", `${ASK} ${secret()}`, "leyla");
  await teams.replies("leyla", direct, `for the counters, ${secret()}`);
  const theirs = await teams.fake.as("deniz").says("it-security", `open port 502 to PLC-12, ${secret()}`);
  await teams.fake.as("leyla").asksAbout(theirs);
  await story.world.settled();
}

describe("a password that is typed", () => {
  test("on Slack or on Teams is in no key, no file of Redis and no line of the log, whichever way it came in", async () => {
    await throughSlack();
    await throughTeams();
    expect(await story.told("oksana", "Referee has not kept it")).toContain("please change it");
    await expectNothingKept("counters-of-oksana");
  });

  test("into any input of any form is not kept, whether the form is taken, refused or has to be looked at again", async () => {
    const { receive, requests } = story.world.referee;
    const asked = "slack:said:C0LINE3:1.000001";
    const request = requestIdFor(asked, 0);
    const spot = { adapter: "slack", conversation: LINE_3, thread: "1.000001" } as const;
    const by = (user: string) => ({ account: AccountId.parse(`slack:${user}`), name: `${user} ${secret()}` });
    const value = (verb: Verb, step: string | null, ask: number) =>
      encodeAction({ verb, request, step: step === null ? null : StepId.parse(step), ask, arg: "" });
    const submits = async (id: string, user: string, action: string, values: Submitted["values"]) => {
      await receive({ type: "submitted", id, ...by(user), value: action, values });
    };
    const submitsAll = async (round: string, forms = EVERY_FORM) => {
      for (const { verb, user, step } of forms) {
        const ask = askOf((await requests.load(request)).state, step);
        const values = Object.fromEntries(INPUTS.map((input) => [input, `${round} ${secret()}`]));
        await submits(`${round}:${verb}:${user}`, user, value(verb, step, ask), values);
      }
    };
    const said = { type: "said", id: asked, spot, isReply: false, via: "mention", quoted: null, files: [] } as const;
    await receive({ ...said, ...by("U0OKSANA"), text: `${ASK} ${secret()}` });
    await submitsAll(
      "draft",
      EVERY_FORM.filter(({ user }) => user === "U0OKSANA"),
    );
    await submits("fill", "U0OKSANA", value("fill", null, 0), { why: `counters-of-forms ${secret()}` });
    await receive({ type: "pressed", id: "send", ...by("U0OKSANA"), spot, value: value("send", null, 0) });
    await submitsAll("open");
    await story.world.settled();
    await expectNothingKept("counters-of-forms");
    const { state, events } = await requests.load(request);
    expect(state.status).toBe("closed");
    expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(8);
  });

  test("in the local chat is not in the chat's own log either, and its author is told", async () => {
    const client = new Redis({ path: redis.socket() });
    const chat = await openWebChat({ store: redisChatStore(client, "{referee}:local-chat") });
    const olga = personOn(chat, "web:olga");
    await olga.says("web:olga", `counters-of-olga ${secret()}`);
    await olga.says("web:line-3", `@Referee ${ASK} ${secret()}`);
    await olga.says("web:line-3", `and between us: ${secret()}`);
    const heard = JSON.stringify(chat.told);
    await chat.close();
    await client.quit();
    // Referee hears it as it was typed: its own door takes it out, and tells the author.
    expect(typed.slice(-3, -1).every((each) => heard.includes(each))).toBe(true);
    await expectNothingKept("counters-of-olga");
  });

  test("in Redis's slow log or in an address of the record would be found by this", async () => {
    const client = new Redis({ path: redis.socket() });
    await client.set("{referee}:probe", "Kestrel-probe-in-redis");
    await client.del("{referee}:probe");
    await client.quit();
    expect(await redis.everything()).toContain("Kestrel-probe-in-redis");
  });
});
