import { z } from "zod";
import { say } from "../../../src/words/say.ts";
import type { FakeTeams } from "../../fakes/teams/fakeTeams.ts";
import type { TeamsMessage } from "../../fakes/teams/world.ts";
import { effectOf } from "./messages.ts";
import type { Stage } from "./stage.ts";

export type Spoken = {
  readonly problems: readonly string[];
  /** Said twice, the second copy taken back. */
  readonly takenBack: number;
  /** Said twice where the platform neither finds nor knows what was said: both stand there. */
  readonly standTwice: number;
  readonly messages: number;
  readonly updates: number;
};

const Entry = z.object({
  effect: z.string().nullable(),
  posted: z.object({ adapter: z.string(), message: z.string() }),
});
type Entry = z.infer<typeof Entry>;

/** An utterance that stands somewhere, in the order in which they were said. */
type Utterance = { readonly effect: string };

/** What came out of the lanes: nothing twice, every place in the order of its events, everything in the log once. */
export async function said({ slack, teams, client, prefix }: Stage): Promise<Spoken> {
  const log = await client.xrange(`${prefix}deliveries`, "-", "+");
  const entries = log.map(([, fields]) => Entry.parse(JSON.parse(fields?.at(-1) ?? "{}")));
  const all = slack.workspace.messages.flatMap((message) => {
    const effect = effectOf(message);
    return effect === null ? [] : [{ effect, deleted: message.deleted }];
  });
  const inSlack = all.filter(({ deleted }) => !deleted);
  const onTeams = saidOnTeams(teams, entries);
  const standing = [...inSlack, ...onTeams.utterances];
  return {
    problems: [
      ...twice(standing.map(({ effect }) => effect)).map((effect) => `said twice: ${effect}`),
      ...orderProblems(inSlack),
      ...orderProblems(onTeams.utterances),
      ...logProblems(standing, entries),
      ...digestProblems(standing),
      ...onTeams.problems,
    ],
    takenBack: all.length - inSlack.length,
    standTwice: onTeams.twins,
    messages: standing.length + onTeams.twins,
    updates: entries.filter(({ effect }) => effect === null).length,
  };
}

type OnTeams = {
  readonly utterances: readonly Utterance[];
  readonly twins: number;
  readonly problems: readonly string[];
};

/**
 * A message in Teams does not name its effect, so the log says what each one is. One that the log does not know is the
 * first copy of something said again, because its answer never came: its twin stands in the same thread.
 */
function saidOnTeams({ world }: FakeTeams, entries: readonly Entry[]): OnTeams {
  const effects = new Map(
    entries.flatMap(({ effect, posted }) =>
      effect !== null && posted.adapter === "teams" ? [[posted.message, effect]] : [],
    ),
  );
  const spoken = world.messages.filter(({ from, deleted, text }) => from === null && !deleted && !ASIDE.has(text));
  const strangers = spoken.filter(({ id }) => !effects.has(id));
  const isKnown = (one: TeamsMessage) =>
    spoken.some((other) => isBeside(one, other) && isSame(one, other, effects.get(other.id)));
  const orphans = strangers.filter((one) => !isKnown(one));
  return {
    utterances: spoken.flatMap(({ id }) => {
      const effect = effects.get(id);
      return effect === undefined || !effect.includes("@") ? [] : [{ effect }];
    }),
    twins: strangers.length - orphans.length,
    problems: orphans.map(
      ({ conversation, text, summary }) => `on Teams, in no log: ${conversation.name} ${text || summary}`,
    ),
  };
}

/** What the adapter says by itself, beside the lanes. */
const ASIDE: ReadonlySet<string> = new Set(
  (["platform.notRecorded", "platform.welcome", "platform.recorded"] as const).map((key) => say({}, key)),
);

function isBeside(one: TeamsMessage, other: TeamsMessage): boolean {
  return one.conversation === other.conversation && one.thread === other.thread;
}

/** The copy that is not known is never edited: it still has the request in its buttons, or else the words it had. */
function isSame(one: TeamsMessage, other: TeamsMessage, effect: string | undefined): boolean {
  if (effect === undefined) return false;
  const named = JSON.stringify(one.card).match(/req_[0-9a-f]{12}/g) ?? [];
  if (named.length === 0) return one.text === other.text && one.summary === other.summary;
  return named.some((about) => effect.startsWith(about));
}

/** `<place>@<version>`: what was said of a later event comes later. The first card of a place, or its board, comes before all. */
function orderProblems(spoken: readonly Utterance[]): readonly string[] {
  const last = new Map<string, number>();
  return spoken.flatMap(({ effect }) => {
    const [place = "", about = ""] = effect.split("@");
    const version = /^(?:card|board)-/.test(about) ? 0 : Number(about);
    const before = last.get(place) ?? -1;
    last.set(place, Math.max(before, version));
    return version > before ? [] : [`out of order: ${effect} after ${before}`];
  });
}

function logProblems(spoken: readonly Utterance[], entries: readonly Entry[]): readonly string[] {
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
