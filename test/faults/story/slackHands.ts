import { requestIdFor } from "../../../src/referee/requests.ts";
import type { Outcome } from "../../fakes/slack/delivery.ts";
import type { FakeSlack } from "../../fakes/slack/fakeSlack.ts";
import { buttonsOf } from "../../fakes/slack/shown.ts";
import type { StoredMessage } from "../../fakes/slack/workspace.ts";
import { type Answered, type Hands, isWanted } from "./hands.ts";
import { effectOf, indexMessages } from "./messages.ts";

/** Slack has sent it for the last time by then; see `RETRY_AFTER_MS` of the stage. */
const ARRIVES_WITHIN_MS = 75_000;

/** People at their Slack clients. */
export function slackHands(slack: FakeSlack): Hands {
  const index = indexMessages(slack);
  const person = (who: string) => slack.as(slackUser(who));
  const isWith = (who: string, channel: string) =>
    slack.workspace.channels.get(channel)?.members.has(slackUser(who)) === true;
  const isFor = (who: string, { ephemeralTo }: StoredMessage) => ephemeralTo === null || ephemeralTo === slackUser(who);
  const answered = (who: string, kind: "press" | "form", { id, status }: Outcome): Answered => ({
    commandId: status === 200 ? `slack:${kind}:${id}` : null,
    form: person(who).form() !== null,
  });
  return {
    arrivesWithinMs: ARRIVES_WITHIN_MS,
    asks: async (who, where, text) => {
      const { channel, ts } = await person(who).says(where, text);
      return requestIdFor(`slack:said:${channel}:${ts}`, 0);
    },
    button: async (request, wanted) => {
      const { who } = wanted;
      for (const message of index.about(request).toReversed()) {
        if (message.deleted || !isWith(who, message.channel) || !isFor(who, message)) continue;
        const found = buttonsOf(message.blocks).find(({ value }) => value !== null && isWanted(value, request, wanted));
        if (found === undefined) continue;
        const press = async () => {
          while (person(who).form() !== null) person(who).closes();
          return answered(who, "press", await person(who).presses(message, found.label));
        };
        return { press };
      }
      return null;
    },
    reply: (request, place, who) => {
      const card = index
        .about(request)
        .find((message) => !message.deleted && effectOf(message)?.startsWith(`${request}.${place}@card`) === true);
      if (card === undefined || !isWith(who, card.channel)) return null;
      const thread = card.threadTs ?? card.ts;
      return async (text) => void (await person(who).says(card.channel, text, { thread }));
    },
    asked: (who) => (person(who).form()?.inputs ?? []).map(({ id }) => id),
    fills: async (who, form) => answered(who, "form", await person(who).fills(form)),
  };
}

export function slackUser(who: string): string {
  return `U0${who.toUpperCase()}`;
}
