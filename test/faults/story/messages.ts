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
        const about = message === undefined ? undefined : /^req_[0-9a-f]{12}/.exec(effectOf(message) ?? "")?.[0];
        if (message === undefined || about === undefined) continue;
        byRequest.set(about, [...(byRequest.get(about) ?? []), message]);
      }
      return byRequest.get(request) ?? [];
    },
  };
}

/** The utterance a message stands for; null for everything that did not come out of a lane. */
export function effectOf({ metadata }: StoredMessage): string | null {
  const effect: unknown = Object(Object(metadata).event_payload).effect;
  return typeof effect === "string" && effect.includes("@") ? effect : null;
}
