import type { Reading, RequestEvent } from "../../../src/request/events.ts";
import { RequestId } from "../../../src/request/ids.ts";
import { streamsOf } from "../../../tools/record.ts";
import type { Stage } from "./stage.ts";
import type { Lived } from "./verdict.ts";

/** What the record of one telling holds, but for when, in which order side by side, and what fell due meanwhile. */
export type Acts = {
  /** By the number of the life. */
  readonly lives: ReadonlyMap<number, readonly string[]>;
  /** Of requests that nobody lived through: said once more, because the first time seemed lost. */
  readonly others: readonly (readonly string[])[];
};

/** What comes when its instant comes, or says where it is shown: not the same in two tellings. */
const IN_TIME: ReadonlySet<RequestEvent["type"]> = new Set<RequestEvent["type"]>([
  "DraftReminded",
  "PlaceOpened",
  "PlaceLeft",
  "PlaceUnreachable",
  "StepHeld",
  "StepReleased",
  "StepPinged",
  "StepReminded",
  "StepOverdue",
  "QuestionReminded",
  "FreezePassed",
  "ReliefPassed",
  "ProgressAsked",
]);

/** Instants, names that count, who happened to be the last of two, and what somebody else had asked for by then. */
const OF_ITS_TIME: ReadonlySet<string> = new Set([
  ...[
    "at",
    "key",
    "spot",
    "message",
    "ask",
    "ping",
    "clocks",
    "remindAt",
    "hopAt",
    "leftMs",
    "frozenFrom",
    "rules",
    "plantVersion",
    "same",
  ],
]);

/**
 * What only one of two releases writes: what its form asks besides, the words of a reason that the other has as a text, and
 * when the next shift hears of it.
 */
const WRITTEN_BY_ONE: ReadonlySet<string> = new Set(["onSite", "told", "reliefAt"]);

/** @param mixed whether it is to be compared with what two releases did: they read the same type for reasons of their own */
export async function actsIn(
  { requests, client, prefix }: Stage,
  lives: readonly Lived[],
  mixed: boolean,
): Promise<Acts> {
  const byRequest = new Map<string, number>();
  for (const { request, n } of lives) if (request !== null) byRequest.set(request, n);
  const lived = new Map<number, readonly string[]>();
  const others: (readonly string[])[] = [];
  for await (const stream of streamsOf({ redis: client, prefix })) {
    const request = RequestId.safeParse(stream);
    if (!request.success) continue;
    const { events } = await requests.load(request.data);
    const acts = events
      .filter(({ type }) => !IN_TIME.has(type))
      .map((event) => (mixed ? writtenByEither(event) : written(event)));
    const n = byRequest.get(request.data);
    if (n === undefined) others.push(acts);
    else lived.set(n, acts.toSorted());
  }
  return { lives: lived, others };
}

function typeOf({ type }: Reading): Reading {
  return { type, candidates: [], because: [] };
}

function writtenByEither(event: RequestEvent): string {
  const read = "reading" in event ? { ...event, reading: typeOf(event.reading) } : event;
  // Words that somebody typed stand in quotation marks in a reason of one release, and bare in the other's.
  return written(read, WRITTEN_BY_ONE).replace(/[“”]/g, "");
}

function written(event: RequestEvent, besides: ReadonlySet<string> = new Set()): string {
  const isConsequence = event.type === "StepOpened";
  const isLeft = (name: string) => OF_ITS_TIME.has(name) || besides.has(name) || (isConsequence && name === "by");
  const kept = Object.entries(event).filter(([name]) => !isLeft(name));
  return JSON.stringify(Object.fromEntries(kept));
}

/**
 * How a record differs from one without kills and repeats. Empty when each request has the same events, and whatever else
 * there is was said once more by somebody who waited in vain.
 */
export function differences(calm: Acts, told: Acts, saidAgain: number): readonly string[] {
  const each = [...calm.lives].flatMap(([n, acts]) => {
    const other = told.lives.get(n);
    if (other === undefined) return []; // did not get to its end, and that is said already
    return [
      ...without(acts, other).map((act) => `#${n} lacks ${act}`),
      ...without(other, acts).map((act) => `#${n} has, more than without repeats, ${act}`),
    ];
  });
  const drafts = told.others.filter((acts) => acts.length > 1 || acts[0]?.includes('"DraftStarted"') !== true);
  return [
    ...each,
    ...drafts.map((acts) => `a request nobody asked for: ${acts.join(" ")}`),
    ...(told.others.length > saidAgain ? [`${told.others.length} drafts of ${saidAgain} that were said again`] : []),
  ];
}

/** Those of one list that the other does not have, each as often as it has more of them. */
function without(one: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return one.filter((each) => {
    const at = left.indexOf(each);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}
