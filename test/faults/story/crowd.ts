import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { RequestEvent } from "../../../src/request/events.ts";
import type { RequestId } from "../../../src/request/ids.ts";
import { commandKey } from "../../../src/store/commandMemory.ts";
import { createTurns } from "../../../src/store/turns.ts";
import type { Answered, Hands, Wanted } from "./hands.ts";
import type { Stage } from "./stage.ts";

/** One thing a person does to a request by pressing a button, perhaps by filling in its form. */
export type Deed = Wanted & {
  /** Texts and choices by input; absent for a button that asks nothing. */
  readonly form?: Readonly<Record<string, string>>;
  /** What only the form of another release asks, or of a request that was sent under it. */
  readonly ifAsked?: Readonly<Record<string, string>>;
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
  /** Said once more, because nothing came of it. */
  saidAgain: number;
  /** Answered with success, and yet not in the record. */
  readonly lost: string[];
};

/** People who do what is in the story as soon as they see the button for it, and again when their client shows a warning. */
export type Crowd = {
  readonly met: Met;
  /** Asks, and once more when nothing comes of it; resolves with the request. */
  asks(who: string, where: string, text: string): Promise<RequestId>;
  /** Presses, fills in, and does it again until it is recorded. */
  does(request: RequestId, deed: Deed): Promise<void>;
  /** Replies in the thread of a message of Referee's, or in the one the request was asked in. */
  replies(request: RequestId, place: string, who: string, text: string, recorded: Deed["recorded"]): Promise<void>;
  until(request: RequestId, so: (events: readonly RequestEvent[]) => boolean): Promise<void>;
};

const LOOK_EVERY_MS = 120;
/** Longer than anything may take while everything around is killed again and again. */
const PATIENCE_MS = 240_000;
const Remembered = z.object({ type: z.enum(["accepted", "refused"]) });

export function gatherCrowd({ client, prefix, requests, handsOf }: Stage): Crowd {
  // A person does one thing at a time: two open forms would be mistaken for one another.
  const inTurn = createTurns();
  const met: Met = { deeds: 0, unanswered: 0, refused: 0, saidAgain: 0, lost: [] };
  const eventsOf = async (request: RequestId) => (await requests.load(request)).events;
  const isThere = async (request: RequestId) => (await eventsOf(request)).length > 0;

  async function until(request: RequestId, so: Deed["recorded"]): Promise<void> {
    await waitFor(`${request} to get there`, async () => so(await eventsOf(request)));
  }

  async function asks(who: string, where: string, text: string): Promise<RequestId> {
    const hands = handsOf(who);
    const giveUpAt = performance.now() + 2 * PATIENCE_MS;
    while (performance.now() < giveUpAt) {
      const request = await inTurn([who], () => hands.asks(who, where, text));
      const isHeard = async () => (await isThere(request)) || isOffered(who, request);
      if ((await comes(isHeard, hands.arrivesWithinMs)) && (await isBegun(who, request))) return request;
      met.saidAgain += 1;
    }
    throw new Error(`${who} asked again and again in vain: ${text}`);
  }

  const isOffered = async (who: string, request: RequestId) =>
    (await handsOf(who).button(request, { who, verb: "start" })) !== null;

  /** What is asked below one's own draft may be meant for it: then it is something new with one press. */
  async function isBegun(who: string, request: RequestId): Promise<boolean> {
    const hands = handsOf(who);
    return comes(async () => {
      if (await isThere(request)) return true;
      await inTurn([who], async () => (await hands.button(request, { who, verb: "start" }))?.press());
      return isThere(request);
    }, PATIENCE_MS);
  }

  async function does(request: RequestId, deed: Deed): Promise<void> {
    const hands = handsOf(deed.who);
    await waitFor(`${deed.who} to ${deed.verb} ${request}`, async () => {
      if ((await hands.button(request, deed)) === null) return deed.recorded(await eventsOf(request));
      return inTurn([deed.who], () => tryOnce(hands, request, deed));
    });
    met.deeds += 1;
  }

  /** True when it is recorded, by this try or by one whose answer never came. */
  async function tryOnce(hands: Hands, request: RequestId, deed: Deed): Promise<boolean> {
    if (deed.recorded(await eventsOf(request))) return true;
    const pressed = await (await hands.button(request, deed))?.press();
    if (pressed === undefined) return false;
    if (deed.form === undefined) return judge(request, deed, pressed);
    if (!(await remembered(pressed)) || !pressed.form) return false;
    const asked = hands.asked(deed.who);
    const more = Object.entries(deed.ifAsked ?? {}).filter(([id]) => asked.includes(id));
    return judge(request, deed, await hands.fills(deed.who, { ...deed.form, ...Object.fromEntries(more) }));
  }

  /** Whether the record knows this deed as accepted. Answered with success and unknown: lost. */
  async function remembered({ commandId }: Answered): Promise<boolean> {
    if (commandId === null) {
      met.unanswered += 1;
      return false;
    }
    const answer = await client.get(`${prefix}c:${commandKey(commandId)}`);
    if (answer === null) met.lost.push(`${commandId} was answered, and is not in the record`);
    const accepted = answer !== null && Remembered.parse(JSON.parse(answer)).type === "accepted";
    if (answer !== null && !accepted) met.refused += 1;
    return accepted;
  }

  async function judge(request: RequestId, deed: Deed, answered: Answered): Promise<boolean> {
    if (!(await remembered(answered)) || answered.form) return false;
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
    const hands = handsOf(who);
    const replied = async () => {
      const reply = hands.reply(request, place, who);
      if (reply === null) return false;
      await inTurn([who], () => reply(text));
      return true;
    };
    await waitFor(`${who} to see the card of ${request}`, replied);
    await until(request, recorded);
    met.deeds += 1;
  }

  return { met, asks, does, replies, until };
}

async function waitFor(what: string, so: () => Promise<boolean>): Promise<void> {
  if (!(await comes(so, PATIENCE_MS))) throw new Error(`Waited in vain for ${what}`);
}

async function comes(so: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  const giveUpAt = performance.now() + withinMs;
  while (!(await so())) {
    if (performance.now() > giveUpAt) return false;
    await pause(LOOK_EVERY_MS);
  }
  return true;
}
