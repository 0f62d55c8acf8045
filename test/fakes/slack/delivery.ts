import { createHmac, randomUUID } from "node:crypto";
import { type Clock, systemClock } from "../../../src/clock.ts";
import type { FakeClock } from "./clock.ts";
import type { Sockets } from "./sockets.ts";

/** How Slack reaches the app: by HTTP at its request URL, or over the connections the app opened. */
export type Target = { readonly type: "http"; readonly url: string } | { readonly type: "socket" };

export type Kind = "events_api" | "interactive" | "slash_commands";

/** What became of one delivery. Status 0: no answer in time, or nobody there; 200 stands for an acknowledgement. */
export type Outcome = {
  readonly kind: Kind;
  /** Slack's own id of what was delivered: of the event, or the trigger of what a person did. */
  readonly id: string;
  readonly status: number;
  readonly body: unknown;
  readonly attempt: number;
};

/** Slack waits this long for an answer. As documented for the Events API; from memory. */
export const ANSWER_WITHIN_MS = 3_000;

/**
 * After a failure: at once, after one minute, after five.
 * @source https://docs.slack.dev/apis/events-api, read 2026-11-29 in a stored copy
 */
export const RETRY_AFTER_MS = [0, 60_000, 300_000];

/** Something that was sent to the app. Everything may come again: see `Delivery.again`. */
export type Sent = { readonly kind: Kind; readonly payload: unknown; readonly first: Outcome };

export type DeliveryOptions = {
  readonly signingSecret: string;
  readonly clock: FakeClock;
  readonly sockets: Sockets;
  readonly retryAfterMs: readonly number[];
  readonly answerWithinMs: number;
  /** Whether what is delivered now comes twice at the same moment. */
  readonly twice: () => boolean;
};

export type Delivery = ReturnType<typeof createDelivery>;

/** Slack's headers over a body; `at` lets a test sign in the past or the future. */
export function signed(body: string, signingSecret: string, now: Clock = systemClock): Record<string, string> {
  const stamp = String(Math.floor(now() / 1000));
  const hash = createHmac("sha256", signingSecret).update(`v0:${stamp}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": stamp, "x-slack-signature": `v0=${hash}` };
}

export function createDelivery({
  signingSecret,
  clock,
  sockets,
  retryAfterMs,
  answerWithinMs,
  twice,
}: DeliveryOptions) {
  const outcomes: Outcome[] = [];
  const sent: Sent[] = [];
  const pending = new Set<() => Promise<Outcome>>();
  let target: Target | null = null;

  async function once(kind: Kind, payload: unknown, attempt: number): Promise<Outcome & { noRetry: boolean }> {
    const { noRetry, ...answer } = await deliver(kind, payload, attempt);
    const outcome = { kind, id: idOf(payload), attempt, ...answer };
    outcomes.push(outcome);
    return { ...outcome, noRetry };
  }

  async function firstTime(kind: Kind, payload: unknown, attempt: number): Promise<Outcome & { noRetry: boolean }> {
    const twin = twice() ? deliver(kind, payload, attempt) : null;
    const outcome = await once(kind, payload, attempt);
    await twin;
    if (isSuccess(outcome)) sent.push({ kind, payload, first: outcome });
    return outcome;
  }

  const deliver = (kind: Kind, payload: unknown, attempt: number) =>
    target?.type === "socket" ? overSocket(kind, payload, attempt) : overHttp(kind, payload, attempt);

  async function overSocket(kind: Kind, payload: unknown, attempt: number) {
    const retry = attempt === 1 ? {} : { retry_attempt: attempt - 1, retry_reason: "timeout" };
    const answer = await sockets.send(
      { type: kind, payload, accepts_response_payload: kind !== "events_api", ...retry },
      answerWithinMs,
    );
    return answer === null ? NO_ANSWER : { status: 200, body: answer.carried, noRetry: false };
  }

  async function overHttp(kind: Kind, payload: unknown, attempt: number) {
    if (target?.type !== "http") return NO_ANSWER;
    const { body, contentType } = encode(kind, payload);
    const retry: Record<string, string> =
      attempt === 1 ? {} : { "x-slack-retry-num": String(attempt - 1), "x-slack-retry-reason": "http_error" };
    try {
      const response = await fetch(target.url, {
        method: "POST",
        body,
        headers: { "content-type": contentType, ...signed(body, signingSecret), ...retry },
        signal: AbortSignal.timeout(answerWithinMs),
      });
      return {
        status: response.status,
        body: parsed(await response.text()),
        noRetry: response.headers.get("x-slack-no-retry") === "1",
      };
    } catch (error) {
      return { ...NO_ANSWER, body: String(error) };
    }
  }

  /** Delivers an event and, when it is not answered with success, keeps it for the next try. */
  async function event(payload: unknown, attempt = 1): Promise<Outcome> {
    const outcome = await firstTime("events_api", payload, attempt);
    const wait = retryAfterMs[attempt - 1];
    if (isSuccess(outcome) || outcome.noRetry || wait === undefined) return outcome;
    const again = () => {
      pending.delete(again);
      cancel();
      return event(payload, attempt + 1);
    };
    const cancel = clock.after(wait, async () => void (await again()));
    pending.add(again);
    return outcome;
  }

  return {
    outcomes,
    /** What was answered with success, in order. */
    sent,
    /**
     * Sends it once more, as Slack does when an answer came too late or was lost, and for a day where an app has events
     * replayed that it missed ("Delayed Events"). Those come without a number of the try; an event's id may be a new one.
     * @source the page above for tries; the replays: Slack's announcement, from memory
     */
    async again({ kind, payload }: Sent, how: "retried" | "replayed"): Promise<Outcome> {
      const isReplay = kind === "events_api" && how === "replayed";
      return once(kind, isReplay ? renamed(payload) : payload, how === "retried" ? 2 : 1);
    },
    to(app: Target) {
      target = app;
    },
    event,
    /** A press, a command, a form: Slack sends these once. */
    interaction: (kind: "interactive" | "slash_commands", payload: unknown): Promise<Outcome> =>
      firstTime(kind, payload, 1),
    /** Makes the next try of everything that was not answered, now. */
    async redeliver(): Promise<readonly Outcome[]> {
      return Promise.all([...pending].map((again) => again()));
    },
    waiting: () => pending.size,
  };
}

const NO_ANSWER: { readonly status: number; readonly body: unknown; readonly noRetry: boolean } = {
  status: 0,
  body: null,
  noRetry: false,
};

export function isSuccess({ status }: Outcome): boolean {
  return status >= 200 && status < 300;
}

function encode(kind: Kind, payload: unknown): { readonly body: string; readonly contentType: string } {
  if (kind === "events_api") return { body: JSON.stringify(payload), contentType: "application/json" };
  const form = kind === "interactive" ? { payload: JSON.stringify(payload) } : Object(payload);
  return { body: new URLSearchParams(form).toString(), contentType: "application/x-www-form-urlencoded" };
}

function renamed(payload: unknown): unknown {
  return { ...Object(payload), event_id: `Ev${randomUUID().slice(0, 8).toUpperCase()}` };
}

function idOf(payload: unknown): string {
  const { event_id, trigger_id } = Object(payload);
  return String(event_id ?? trigger_id ?? "");
}

function parsed(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch (caught) {
    if (caught instanceof SyntaxError) return text;
    throw caught;
  }
}
