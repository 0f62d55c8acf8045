import type { Bot } from "./method.ts";
import { type Shown, show } from "./show.ts";
import type { StoredMessage, Workspace } from "./workspace.ts";

/** How long a story waits for something to become true, in real ms. */
const WAIT_MS = 5_000;

/** Looking at the workspace from above, as nobody in it can. */
export type Eyes = {
  /** Everything that stands in a channel (a person's id: their direct message with the app), ephemeral ones left out. */
  messages(channel: string): readonly Shown[];
  /** A thread: the message that began it, and its replies. */
  thread(channel: string, ts: string): readonly Shown[];
  /** The newest state of a message. */
  now(message: Pick<Shown, "channel" | "ts">): Shown;
  /** Waits for something to become true, looking again at every change. Fails readably after five seconds. */
  until<T>(what: string, look: () => T | undefined | null | false): Promise<T>;
  /** Waits for a message of the app that shows these words. */
  untilSaid(channel: string, words: string | RegExp): Promise<Shown>;
};

export function createEyes(workspace: Workspace, bot: Bot): Eyes {
  const idOf = (channel: string) => (workspace.users.has(channel) ? workspace.direct(channel, bot.userId).id : channel);
  const standing = () => workspace.messages.filter((each) => !each.deleted && each.ephemeralTo === null);
  const messages = (channel: string) =>
    standing()
      .filter((each) => each.channel === idOf(channel))
      .map(show);

  function until<T>(what: string, look: () => T | undefined | null | false): Promise<T> {
    return waitFor(
      workspace,
      look,
      () => `Waited in vain for ${what}. Slack shows:\n${standing().map(line).join("\n")}`,
    );
  }

  return {
    messages,
    thread: (channel, ts) => messages(channel).filter((each) => each.ts === ts || each.thread === ts),
    now({ channel, ts }) {
      const found = workspace.find(channel, ts);
      if (found === undefined) throw new Error(`${ts} does not stand in ${channel} any more.`);
      return show(found);
    },
    until,
    untilSaid: (channel, words) =>
      until(`${words} in ${channel}`, () =>
        messages(channel).find(({ user, text }) => user === bot.userId && matches(text, words)),
      ),
  };
}

function matches(text: string, words: string | RegExp): boolean {
  return typeof words === "string" ? text.includes(words) : words.test(text);
}

function line(message: StoredMessage): string {
  const { channel, thread, user, text } = show(message);
  return `  ${channel}${thread === null ? "" : " (thread)"} ${user}: ${text.replaceAll("\n", " / ")}`;
}

function waitFor<T>(workspace: Workspace, look: () => T | undefined | null | false, problem: () => string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      cancel();
      reject(new Error(problem()));
    }, WAIT_MS);
    const check = () => {
      const found = look();
      if (found === undefined || found === null || found === false) return;
      clearTimeout(timer);
      cancel();
      resolve(found);
    };
    const cancel = workspace.watch(check);
    check();
  });
}
