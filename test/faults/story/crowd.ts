import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Verb } from "../../../src/card/action.ts";
import { decodeAction } from "../../../src/card/action.ts";
import { requestIdFor } from "../../../src/referee/requests.ts";
import type { RequestEvent } from "../../../src/request/events.ts";
import type { RequestId } from "../../../src/request/ids.ts";
import { createTurns } from "../../../src/store/turns.ts";
import type { Outcome } from "../../fakes/slack/delivery.ts";
import type { Person } from "../../fakes/slack/people.ts";
import type { ShownButton } from "../../fakes/slack/shown.ts";
import { buttonsOf } from "../../fakes/slack/shown.ts";
import type { StoredMessage } from "../../fakes/slack/workspace.ts";
import { indexMessages } from "./messages.ts";
import type { Stage } from "./stage.ts";

/** One thing a person does to a request by pressing a button, perhaps by filling in its form. */
export type Deed = {
  readonly who: string;
  readonly verb: Verb;
  readonly step?: string;
  /** Texts and choices by input; absent for a button that asks nothing. */
  readonly form?: Readonly<Record<string, string>>;
  /** Whether it is recorded, read from the request's events. */
  readonly recorded: (events: readonly RequestEvent[]) => boolean;
};

/** What the crowd met with, for the table. */
export type Met = {
  deeds: number;
  /** Presses and forms that were not answered, or not with success. */
  unanswered: number;
  /** Told that the card was out of date, or that it was done already. */
  refused: number;
  /** Answered with success, and yet not in the record. */
  readonly lost: string[];
};

/** People who do what is in the story as soon as they see the button for it, and again when Slack shows a warning. */
export type Crowd = {
  readonly met: Met;
  /** Asks; resolves once the request exists, which Slack's retries bring about. */
  asks(who: string, where: string, text: string): Promise<RequestId>;
  /** Presses, fills in, and does it again until it is recorded. */
  does(request: RequestId, deed: Deed): Promise<void>;
  /** Replies in the thread of a message of Referee's, or in the one the request was asked in. */
  replies(request: RequestId, place: string, who: string, text: string, recorded: Deed["recorded"]): Promise<void>;
  until(request: RequestId, so: (events: readonly RequestEvent[]) => boolean): Promise<void>;
};

const LOOK_EVERY_MS = 120;
/** Longer than anything may take while everything around is killed again and again. */
const PATIENCE_MS = 100_000;
const Remembered = z.object({ type: z.enum(["accepted", "refused"]) });

export function gatherCrowd(stage: Stage): Crowd {
  const { slack, client, prefix, requests } = stage;
  const index = indexMessages(slack);
  // A person does one thing at a time: two open forms would be mistaken for one another.
  const inTurn = createTurns();
  const met: Met = { deeds: 0, unanswered: 0, refused: 0, lost: [] };
  const person = (who: string): Person => slack.as(`U0${who.toUpperCase()}`);
  const eventsOf = async (request: RequestId) => (await requests.load(request)).events;

  async function until(request: RequestId, so: Deed["recorded"]): Promise<void> {
    await waitFor(`${request} to get there`, async () => so(await eventsOf(request)));
  }

  async function asks(who: string, where: string, text: string): Promise<RequestId> {
    const { channel, ts } = await person(who).says(where, text);
    const request = requestIdFor(`slack:said:${channel}:${ts}`, 0);
    await until(request, (events) => events.length > 0);
    return request;
  }

  async function does(request: RequestId, deed: Deed): Promise<void> {
    await waitFor(`${deed.who} to ${deed.verb} ${request}`, async () => {
      if (buttonFor(request, deed) === null) return deed.recorded(await eventsOf(request));
      return inTurn([deed.who], () => tryOnce(request, deed));
    });
    met.deeds += 1;
  }

  /** True when it is recorded, by this try or by one whose answer never came. */
  async function tryOnce(request: RequestId, deed: Deed): Promise<boolean> {
    if (deed.recorded(await eventsOf(request))) return true;
    const seen = buttonFor(request, deed);
    if (seen === null) return false;
    const one = person(deed.who);
    while (one.form() !== null) one.closes();
    const pressed = await one.presses(seen.message, seen.button.label);
    if (deed.form === undefined) return judge(request, deed, pressed, "press");
    if (!(await remembered(pressed, "press")) || one.form() === null) return false;
    return judge(request, deed, await one.fills(deed.form), "form");
  }

  function buttonFor(request: RequestId, { who, verb, step }: Deed) {
    const user = `U0${who.toUpperCase()}`;
    const fits = ({ value }: ShownButton) => {
      if (value === null) return false;
      const action = decodeAction(value);
      return action.request === request && action.verb === verb && (step === undefined || action.step === step);
    };
    for (const message of index.about(request).toReversed()) {
      if (message.deleted || slack.workspace.channels.get(message.channel)?.members.has(user) !== true) continue;
      const button = buttonsOf(message.blocks).find(fits);
      if (button !== undefined) return { message, button };
    }
    return null;
  }

  /** Whether the record knows this deed as accepted. Answered with success and unknown: lost. */
  async function remembered(outcome: Outcome, kind: "press" | "form"): Promise<boolean> {
    if (outcome.status !== 200) {
      met.unanswered += 1;
      return false;
    }
    const answer = await client.get(`${prefix}c:slack:${kind}:${outcome.id}`);
    if (answer === null) met.lost.push(`${kind} ${outcome.id} was answered, and is not in the record`);
    const accepted = answer !== null && Remembered.parse(JSON.parse(answer)).type === "accepted";
    if (answer !== null && !accepted) met.refused += 1;
    return accepted;
  }

  async function judge(request: RequestId, deed: Deed, outcome: Outcome, kind: "press" | "form"): Promise<boolean> {
    if (!(await remembered(outcome, kind)) || Object(outcome.body).response_action === "errors") return false;
    if (deed.recorded(await eventsOf(request))) return true;
    met.lost.push(`${deed.who} could ${deed.verb} ${request}, and it has no such event`);
    return false;
  }

  async function replies(
    request: RequestId,
    place: string,
    who: string,
    text: string,
    recorded: Deed["recorded"],
  ): Promise<void> {
    const user = `U0${who.toUpperCase()}`;
    let card: StoredMessage | undefined;
    await waitFor(`${who} to see the card of ${request}`, async () => {
      card = index
        .about(request)
        .find(({ metadata, deleted }) => !deleted && JSON.stringify(metadata).includes(`${request}.${place}@card`));
      return card !== undefined && slack.workspace.channels.get(card.channel)?.members.has(user) === true;
    });
    if (card === undefined) return;
    await inTurn([who], () =>
      person(who).says(card?.channel ?? "", text, { thread: card?.threadTs ?? card?.ts ?? "" }),
    );
    await until(request, recorded);
    met.deeds += 1;
  }

  return { met, asks, does, replies, until };
}

async function waitFor(what: string, so: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!(await so())) {
    if (performance.now() > giveUpAt) throw new Error(`Waited in vain for ${what}`);
    await pause(LOOK_EVERY_MS);
  }
}
