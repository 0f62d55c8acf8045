import { AccountId, type Posted } from "../../../src/index.ts";
import { adapterContract, type Platform } from "../contract.ts";
import { elsewhere, line3, olga, openSlack, otto } from "./useSlack.ts";

const asker = AccountId.parse(`slack:${olga}`);
const owner = AccountId.parse(`slack:${otto}`);
const userOf = (account: AccountId) => account.slice("slack:".length);

async function openPlatform(transport: "http" | "socket"): Promise<Platform> {
  const { slack, adapter, heard, stop } = await openSlack(transport, { answerWithinMs: 2_000, events: ["message"] });
  slack.workspace.channels.get(line3)?.members.add(otto);
  let lastRoot = "";
  const at = ({ conversation, message }: Posted) => ({ channel: conversation, ts: message });
  const standing = (posted: Posted) => slack.messages(posted.conversation).find(({ ts }) => ts === posted.message);
  return {
    adapter,
    inbound: heard.inbound,
    answerNext: (...answers) => {
      heard.answers = [...answers];
    },
    asker,
    owner,
    shared: { adapter: "slack", conversation: line3, thread: null },
    closed: { adapter: "slack", conversation: elsewhere, thread: null },
    async says(account, text) {
      lastRoot = (await slack.as(userOf(account)).says(line3, `<@U0REFEREE> ${text}`)).ts;
    },
    repeats: async () => {
      const last = slack.sent.at(-1);
      if ((await slack.redeliver()).length === 0 && last !== undefined) await slack.sendAgain(last, "replayed");
    },
    presses: async (account, posted, label) =>
      (await slack.as(userOf(account)).presses(at(posted), label)).status === 200,
    async form(account) {
      const form = slack.as(userOf(account)).form();
      return form === null ? null : { title: form.title, errors: form.inputs.flatMap(({ error }) => error ?? []) };
    },
    fills: async (account, values) => void (await slack.as(userOf(account)).fills(values)),
    async sees(posted) {
      const seen = standing(posted);
      return seen === undefined ? null : { text: seen.text, buttons: seen.buttons.map(({ label }) => label) };
    },
    async whispers(account) {
      const ephemerals = () =>
        slack
          .as(userOf(account))
          .ephemerals()
          .map(({ text }) => text);
      if (account === owner) await slack.until("a private line", () => ephemerals().length > 0);
      return ephemerals();
    },
    async lastThread() {
      await slack.until("a reply", () => slack.thread(line3, lastRoot).length > 1);
      return slack.thread(line3, lastRoot).map(({ text }) => text);
    },
    async effects(posted) {
      const { notifies = [], links = [] } = standing(posted) ?? {};
      return { notified: notifies.map((id) => `slack:${id}`), links };
    },
    stop,
  };
}

adapterContract("Slack over HTTP", () => openPlatform("http"), { find: true, remove: true });
adapterContract("Slack by Socket Mode", () => openPlatform("socket"), { find: true, remove: true });
