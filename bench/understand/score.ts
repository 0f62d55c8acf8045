import { isWorkflow, LABELS, type Label } from "../../src/understand/labels.ts";
import { portsSaid } from "../../src/understand/output.ts";
import type { Reading } from "../../src/understand/reading.ts";
import { shownOf } from "../../src/understand/shown.ts";
import type { Message } from "../../tools/learning/messages.ts";

/** A message beside what was read. */
export type Read = { readonly message: Message; readonly reading: Reading };

/** Shares are between 0 and 1. */
export type Score = {
  readonly messages: number;
  readonly addressedFirst: number;
  readonly addressedTopThree: number;
  /** Right among what its author sees: the draft or answer, else the buttons. */
  readonly addressedShown: number;
  /** Messages that ask for something and are shown no reading at all. */
  readonly addressedHelpless: number;
  /** Messages that ask, whose unaddressed reading is right. */
  readonly unaddressedRight: number;
  /** Talk that is read as asking for something. */
  readonly talkReadAsAsking: number;
  /** Talk on which a workflow is offered unasked. */
  readonly falseOffers: number;
  /** Requests on which another workflow is offered than the one asked for. */
  readonly wrongOffers: number;
  /** Requests on which the right workflow is offered unasked. */
  readonly rightOffers: number;
  /** Null where no message says which ports are right. */
  readonly portsF1: number | null;
  readonly unexplained: number;
};

export function scoreOf(reads: readonly Read[]): Score {
  const judged = reads.filter(({ message }) => message.addressed !== null && message.addressed !== "none");
  const asking = reads.filter(({ message }) => message.unaddressed !== "none");
  const requests = asking.filter(({ message }) => isWorkflow(message.unaddressed));
  const talk = reads.filter(({ message }) => message.unaddressed === "none");
  return {
    messages: reads.length,
    addressedFirst: share(judged, ({ message, reading }) =>
      rightFor(message.addressed, message).has(reading.addressedIntent),
    ),
    addressedTopThree: share(judged, ({ message, reading }) =>
      reading.candidates.slice(0, 3).some(({ label }) => rightFor(message.addressed, message).has(label)),
    ),
    addressedShown: share(judged, ({ message, reading }) =>
      shownOf(reading).some((label) => rightFor(message.addressed, message).has(label)),
    ),
    addressedHelpless: share(judged, ({ reading }) => shownOf(reading).length === 0),
    unaddressedRight: share(asking, ({ message, reading }) =>
      rightFor(message.unaddressed, message).has(reading.intent),
    ),
    talkReadAsAsking: share(talk, ({ reading }) => reading.intent !== "none"),
    falseOffers: share(talk, ({ reading }) => reading.opens),
    wrongOffers: share(
      requests,
      ({ message, reading }) => reading.opens && !rightFor(message.unaddressed, message).has(reading.intent),
    ),
    rightOffers: share(
      requests,
      ({ message, reading }) => reading.opens && rightFor(message.unaddressed, message).has(reading.intent),
    ),
    portsF1: portsF1(asking),
    unexplained: share(reads, ({ reading }) => reading.because.length === 0),
  };
}

/** How often each label was read as which, unaddressed: rows are what is right. */
export function confusion(reads: readonly Read[]): ReadonlyMap<Label, ReadonlyMap<Label, number>> {
  const rows = new Map<Label, Map<Label, number>>(LABELS.map((label) => [label, new Map<Label, number>()]));
  for (const { message, reading } of reads) {
    const row = rows.get(message.unaddressed);
    const read = message.also.includes(reading.intent) ? message.unaddressed : reading.intent;
    row?.set(read, (row.get(read) ?? 0) + 1);
  }
  return rows;
}

function rightFor(label: Label | null, { also }: Message): ReadonlySet<Label> {
  return new Set(label === null ? also : [label, ...also]);
}

function share(reads: readonly Read[], fits: (read: Read) => boolean): number {
  return reads.length === 0 ? 1 : reads.filter(fits).length / reads.length;
}

function portsF1(reads: readonly Read[]): number | null {
  if (reads.every(({ message }) => message.slots === undefined)) return null;
  let [found, expected, right] = [0, 0, 0];
  for (const { message, reading } of reads) {
    const wanted = new Set(message.slots?.ports ?? []);
    const got = portsSaid(reading);
    found += got.length;
    expected += wanted.size;
    right += got.filter((port) => wanted.has(port)).length;
  }
  return found + expected === 0 ? 1 : (2 * right) / (found + expected);
}
