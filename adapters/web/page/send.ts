import { Say, Shown, sayTooLong } from "../wire.ts";
import { type Observable, observable } from "./observable.ts";
import { inWords, said } from "./words.ts";

/** How long to wait, in ms, before an act that nobody took is sent again. */
const AGAIN_MS = 1_000;

/** Something the server did not do, in its own words. */
export class NotDone extends Error {
  /** Whether it was turned away as a whole; otherwise Referee failed at it, after what was said had been kept. */
  readonly isRefused: boolean;

  constructor(words: string, isRefused = true) {
    super(words);
    this.isRefused = isRefused;
  }
}

/** What a person wrote and nobody has taken yet. */
export const waiting: Observable<readonly Say[]> = observable<readonly Say[]>([]);

/** How many acts nobody has answered yet. */
export const underWay: Observable<number> = observable(0);

/**
 * Does something in the chat. While nobody answers, or Referee cannot record it, it is sent again with the same id, so it
 * happens once.
 * @throws NotDone when the server refuses it for good
 */
export async function act(path: string, body: object): Promise<Shown> {
  underWay.change((before) => before + 1);
  try {
    return await untilAnswered(path, body);
  } finally {
    underWay.change((before) => before - 1);
  }
}

async function untilAnswered(path: string, body: object): Promise<Shown> {
  const answer = await post(path, body);
  if (answer !== null) return Shown.parse(answer);
  await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  return untilAnswered(path, body);
}

/** Sends something to the server once. @returns what it answered, or null when it has to be sent again */
export async function post(path: string, body: object): Promise<unknown> {
  const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, request).catch(() => null);
  if (response === null || response.status === 503) return null;
  if (response.ok) return response.json();
  throw new NotDone(await response.text(), response.status < 500);
}

/**
 * A person writes. It is shown as waiting until it stands in the chat.
 * @throws NotDone when it is refused, also for its length: what is too long is not sent at all
 */
export async function say(message: Omit<Say, "id">): Promise<Shown> {
  const { data: sent, error } = Say.safeParse({ ...message, id: crypto.randomUUID() });
  if (sent === undefined) {
    const tooLong = sayTooLong(error);
    throw new NotDone(tooLong === null ? said("notSent") : inWords(tooLong));
  }
  waiting.change((before) => [...before, sent]);
  try {
    return await act("/api/say", sent);
  } finally {
    waiting.change((before) => before.filter(({ id }) => id !== sent.id));
  }
}
