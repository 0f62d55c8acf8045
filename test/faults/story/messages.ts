import type { FakeSlack } from "../../fakes/slack/fakeSlack.ts";
import type { StoredMessage } from "../../fakes/slack/workspace.ts";

/** Referee's messages by the request they are about, kept up to date without reading everything again. */
export type MessageIndex = {
  /** In the order in which they were posted; those that were deleted too. */
  about(request: string): readonly StoredMessage[];
};

export function indexMessages({ workspace }: Pick<FakeSlack, "workspace">): MessageIndex {
  const byRequest = new Map<string, StoredMessage[]>();
  let read = 0;
  return {
    about: (request) => {
      for (; read < workspace.messages.length; read += 1) {
        const message = workspace.messages[read];
        if (message === undefined) continue;
        for (const about of requestsIn(message)) byRequest.set(about, [...(byRequest.get(about) ?? []), message]);
      }
      return byRequest.get(request) ?? [];
    },
  };
}

/** Whose card it is; of what a person is asked alone, what they can do about it. */
function requestsIn(message: StoredMessage): ReadonlySet<string> {
  const of = message.ephemeralTo === null ? (effectOf(message)?.slice(0, 16) ?? "") : JSON.stringify(message.blocks);
  return new Set(of.match(/req_[0-9a-f]{12}/g) ?? []);
}

/** The utterance a message stands for; null for everything that did not come out of a lane. */
export function effectOf({ metadata }: StoredMessage): string | null {
  const effect: unknown = Object(Object(metadata).event_payload).effect;
  return typeof effect === "string" && effect.includes("@") ? effect : null;
}
