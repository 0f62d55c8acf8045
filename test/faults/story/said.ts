import { z } from "zod";
import type { StoredMessage } from "../../fakes/slack/workspace.ts";
import { effectOf } from "./messages.ts";
import type { Stage } from "./stage.ts";

export type Spoken = {
  readonly problems: readonly string[];
  readonly takenBack: number;
  readonly messages: number;
  readonly updates: number;
};

const Entry = z.object({ effect: z.string().nullable(), posted: z.object({ message: z.string() }) });

/** What came out of the lanes: nothing twice, every place in the order of its events, everything in the log once. */
export async function said({ slack, client, prefix }: Stage): Promise<Spoken> {
  const spoken = slack.workspace.messages.flatMap((message) => {
    const effect = effectOf(message);
    return effect === null ? [] : [{ effect, message }];
  });
  const standing = spoken.filter(({ message }) => !message.deleted);
  const log = await client.xrange(`${prefix}deliveries`, "-", "+");
  const entries = log.map(([, fields]) => Entry.parse(JSON.parse(fields?.at(-1) ?? "{}")));
  return {
    problems: [
      ...twice(standing.map(({ effect }) => effect)).map((effect) => `said twice: ${effect}`),
      ...orderProblems(standing),
      ...logProblems(standing, entries),
      ...digestProblems(standing),
    ],
    takenBack: spoken.length - standing.length,
    messages: standing.length,
    updates: entries.filter(({ effect }) => effect === null).length,
  };
}

type Utterance = { readonly effect: string; readonly message: StoredMessage };

/** `<place>@<version>`: what was said of a later event comes later. The first card of a place comes before all. */
function orderProblems(spoken: readonly Utterance[]): readonly string[] {
  const last = new Map<string, number>();
  return spoken.flatMap(({ effect }) => {
    const [place = "", about = ""] = effect.split("@");
    const version = about.startsWith("card-") ? 0 : Number(about);
    const before = last.get(place) ?? -1;
    last.set(place, Math.max(before, version));
    return version > before ? [] : [`out of order: ${effect} after ${before}`];
  });
}

function logProblems(spoken: readonly Utterance[], entries: readonly z.infer<typeof Entry>[]): readonly string[] {
  const logged = entries.flatMap(({ effect }) => (effect === null ? [] : [effect]));
  const known = new Set(logged);
  return [
    ...twice(logged).map((effect) => `in the delivery log twice: ${effect}`),
    ...spoken.filter(({ effect }) => !known.has(effect)).map(({ effect }) => `not in the delivery log: ${effect}`),
  ];
}

/** The story ends after six in the morning: one digest, whatever died. */
function digestProblems(spoken: readonly Utterance[]): readonly string[] {
  const digests = spoken.filter(({ effect }) => effect.includes(".digest@")).length;
  return digests === 1 ? [] : [`${digests} digests were said, not one`];
}

function twice(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.has(name) || !seen.add(name));
}
