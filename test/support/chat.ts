import {
  type Adapter,
  type Budget,
  DeliveryError,
  type DeliveryFailure,
  type EffectId,
  type Posted,
  type Spot,
} from "../../src/adapter.ts";

/** A message as a person sees it. */
export type ChatMessage = {
  readonly id: string;
  readonly conversation: string;
  readonly thread: string | null;
  readonly effect: EffectId;
  text: string;
  /** Every text it ever showed. */
  readonly shown: string[];
  removed: boolean;
};

/** What a chat platform does: keeps messages, changes them, finds them again by the effect in their metadata. */
export type Chat = {
  /** Resolves once this is so; looked at after every change. */
  until(so: () => boolean): Promise<void>;
  readonly messages: ChatMessage[];
  /** Something changed that `until` may wait for. */
  look(): void;
  post(spot: Spot, text: string, effect: EffectId): Posted;
  update(posted: Posted, text: string): void;
  remove(posted: Posted): void;
  find(spot: Spot, effect: EffectId): Posted | null;
  /** What people see in a conversation now, in order. */
  seen(conversation: string): readonly string[];
};

export function createChat(): Chat {
  const messages: ChatMessage[] = [];
  const waiting: { so: () => boolean; tell: () => void }[] = [];
  const look = () => {
    for (const each of waiting.filter(({ so }) => so())) {
      waiting.splice(waiting.indexOf(each), 1);
      each.tell();
    }
  };
  const read = (posted: Posted) => messages.find(({ id }) => id === posted.message);
  const posted = ({ conversation, thread, id }: ChatMessage): Posted => ({
    adapter: "web",
    conversation,
    thread,
    message: id,
  });
  return {
    messages,
    until: (so) =>
      new Promise((tell) => {
        waiting.push({ so, tell });
        look();
      }),
    look,
    post: ({ conversation, thread }, text, effect) => {
      const message = {
        id: `m${messages.length + 1}`,
        conversation,
        thread,
        effect,
        text,
        shown: [text],
        removed: false,
      };
      messages.push(message);
      return posted(message);
    },
    update: (which, text) => {
      const message = read(which);
      if (message === undefined || message.removed) throw new DeliveryError({ type: "notEditable" });
      message.text = text;
      message.shown.push(text);
    },
    remove: (which) => {
      const message = read(which);
      if (message !== undefined) message.removed = true;
    },
    find: ({ conversation }, effect) => {
      const message = messages.find(
        (each) => !each.removed && each.conversation === conversation && each.effect === effect,
      );
      return message === undefined ? null : posted(message);
    },
    seen: (conversation) =>
      messages.filter((each) => each.conversation === conversation && !each.removed).map(({ text }) => text),
  };
}

type Method = "post" | "update" | "find" | "remove";

/** What goes wrong with a call: a failure of the platform, before or after it took effect, or a bug. */
export type Trouble =
  | { readonly failure: DeliveryFailure; readonly after?: boolean }
  | { readonly bug: string }
  /** It is said, and its id is not told. */
  | { readonly unnamed: true };

export type ChatAdapter = Adapter & {
  /** The next calls of this method in this conversation meet these troubles, in order. */
  troubleIn(conversation: string, method: Method, ...troubles: readonly Trouble[]): void;
  troublesLeft(conversation: string): number;
  /** The platform has an id of its own for this conversation, and names it in what it answers. */
  nameDirect(conversation: string, id: string): void;
  /** Told of every post, before it is there. */
  onPost(tell: (conversation: string) => void): void;
};

const PLENTY: Budget = { capacity: 10_000, perSecond: 10_000 };

/** @param showsHistory whether the platform tells what was said, as Slack does and Teams does not */
export function chatAdapter(chat: Chat, pacing: Partial<Adapter["pacing"]> = {}, showsHistory = true): ChatAdapter {
  const troubles: { conversation: string; method: Method; trouble: Trouble }[] = [];
  const listeners: ((conversation: string) => void)[] = [];
  const directs = new Map<string, string>();
  const named = (posted: Posted): Posted => ({
    ...posted,
    conversation: directs.get(posted.conversation) ?? posted.conversation,
  });
  function nextTrouble(method: Method, conversation: string): Trouble | undefined {
    const at = troubles.findIndex((each) => each.method === method && each.conversation === conversation);
    return at < 0 ? undefined : troubles.splice(at, 1)[0]?.trouble;
  }
  async function call<T>(method: Method, conversation: string, act: () => T): Promise<T | null> {
    const trouble = nextTrouble(method, conversation);
    try {
      if (trouble === undefined) return act();
      if ("bug" in trouble) throw new TypeError(trouble.bug);
      if ("unnamed" in trouble || trouble.after === true) act();
      if ("unnamed" in trouble) return null;
      throw new DeliveryError(trouble.failure);
    } finally {
      chat.look();
    }
  }
  return {
    name: "web",
    pacing: { conversation: PLENTY, post: PLENTY, update: PLENTY, ...pacing },
    start: async () => undefined,
    stop: async () => undefined,
    ready: () => true,
    permalink: async () => null,
    post: (spot, { text }, effect) => {
      for (const tell of listeners) tell(spot.conversation);
      return call("post", spot.conversation, () => named(chat.post(spot, text, effect)));
    },
    update: async (posted, { text }) =>
      void (await call("update", posted.conversation, () => chat.update(posted, text))),
    remove: async (posted) => void (await call("remove", posted.conversation, () => chat.remove(posted))),
    showsHistory,
    find: (spot, effect) => call("find", spot.conversation, () => (showsHistory ? chat.find(spot, effect) : null)),
    troubleIn: (conversation, method, ...met) => {
      troubles.push(...met.map((trouble) => ({ conversation, method, trouble })));
    },
    onPost: (tell) => {
      listeners.push(tell);
    },
    nameDirect: (conversation, id) => {
      directs.set(conversation, id);
    },
    troublesLeft: (conversation) => troubles.filter((each) => each.conversation === conversation).length,
  };
}
