import { createHash } from "node:crypto";
import { z } from "zod";
import { readViewData } from "../../adapters/adaptive/views.ts";
import type { FakeSlack } from "../fakes/slack/fakeSlack.ts";
import type { FakeTeams } from "../fakes/teams/fakeTeams.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { recorded } from "./recorded.ts";
import type { World } from "./world.ts";

/** One thing that reached Referee and was answered, as it can come again. */
export type Delivered = {
  /** How it reads in a failure. */
  readonly what: string;
  /** The answer in the platform's own response; null where that shows the present, and may differ. */
  readonly answer: unknown;
  again(): Promise<unknown>;
};

/** A platform as somebody sees it who has everything delivered again. */
export type Repeating = {
  /** From the one at this place on; whoever looks often looks at the new ones only. */
  readonly delivered: (from?: number) => readonly Delivered[];
  /** Every message that stands there, for everybody or for one. */
  readonly read: () => readonly string[];
};

export type Redeliver = {
  /** Now and then: something that was delivered before, once or several times at once. */
  some(): Promise<void>;
  /** Everything, in another order. */
  all(): Promise<void>;
};

/** In how many of ten cases. */
const OFTEN = 3;
export const oftenEnough = (chance: Chance) => chance.between(0, 10) < OFTEN;
const MOST_AT_THE_END = 30;

/**
 * Delivers again what was delivered. Whatever that changes in the record, adds to what people read, or answers otherwise
 * than before fails the test.
 */
export function createRedeliver(
  world: Pick<World, "record">,
  platforms: readonly Repeating[],
  chance: Chance,
  settled: () => Promise<void>,
): Redeliver {
  const delivered = () => platforms.flatMap((platform) => platform.delivered());
  const look = async () => ({
    ...parted(await recorded(world)),
    read: platforms.flatMap(({ read }) => read()),
  });

  async function repeat(chosen: readonly Delivered[]): Promise<void> {
    // What the last press led to may still be on its way.
    await settled();
    const before = await look();
    const answers = await Promise.all(chosen.map(async (each) => ({ each, answer: await untilTaken(each) })));
    await settled();
    const after = await look();
    const other = answers.filter(({ each, answer }) => each.answer !== null && !same(each.answer, answer));
    const problems = [
      ...added("was recorded", before.acts, after.acts),
      // What fell due meanwhile may be said.
      ...(same(before.byItself, after.byItself) ? added("was said", before.read, after.read) : []),
      ...other.map(({ each, answer }) => `${each.what} was answered otherwise: ${JSON.stringify(answer)}`),
    ];
    if (problems.length === 0) return;
    const what = chosen.map((each) => each.what).join("\n  ");
    throw new Error(`Delivered again, this changed something:\n  ${what}\n${problems.join("\n")}`);
  }

  return {
    some: async () => {
      const all = delivered();
      if (!oftenEnough(chance)) return;
      const [first, ...more] = shuffled(all, chance);
      if (first === undefined) return;
      await repeat(chance.between(0, 2) < 1 ? [first, first] : [first, ...more.slice(0, 1)]);
    },
    all: async () => {
      const all = delivered();
      if (all.length > 0) await repeat(shuffled(all, chance).slice(0, MOST_AT_THE_END));
    },
  };
}

const NotNow = z.object({ status: z.literal(503) });

/** On a busy machine Referee may say that it cannot take it now: a platform sends it again, some times. */
async function untilTaken(each: Delivered, times = 3): Promise<unknown> {
  const answer = await each.again();
  return times > 1 && NotNow.safeParse(answer).success ? untilTaken(each, times - 1) : answer;
}

/** What people did, and what the clock and the lanes did. */
function parted(histories: Readonly<Record<string, readonly string[]>>) {
  const all = Object.entries(histories).flatMap(([stream, events]) => events.map((event) => `${stream} ${event}`));
  const isByItself = (event: string) => /"by":"referee:(clock|lanes|rules)"|"type":"DigestDue"/.test(event);
  return { acts: all.filter((event) => !isByItself(event)), byItself: all.filter(isByItself) };
}

function added(what: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const known = new Set(before);
  return after.filter((each) => !known.has(each)).map((each) => `${what}: ${each}`);
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function shuffled<T>(all: readonly T[], chance: Chance): readonly T[] {
  return all
    .map((each) => ({ each, place: chance.between(0, 1) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ each }) => each);
}

/** The same for the same test. */
export function chanceOfTest(): Chance {
  const name = expect.getState().currentTestName ?? "";
  return chanceFrom(createHash("sha256").update(name).digest().readUInt32BE());
}

/** What Slack's fake delivered. */
export function repeatingSlack(slack: FakeSlack, chance: Chance): Repeating {
  return {
    delivered: (from = 0) =>
      slack.sent.slice(from).map((sent) => ({
        what: `Slack, ${sent.kind} ${sent.first.id}: ${JSON.stringify(sent.payload).slice(0, 400)}`,
        answer: answerOf(sent.first),
        again: async () => answerOf(await slack.sendAgain(sent, chance.oneOf(["retried", "replayed"]))),
      })),
    read: () =>
      [slack, ...slack.teams].flatMap(({ bot, workspace }) =>
        workspace.messages
          .filter(({ deleted }) => !deleted)
          .map(({ channel, ts, ephemeralTo, text }) => `${bot.teamId} ${channel} ${ts} ${ephemeralTo ?? ""} ${text}`),
      ),
  };
}

/** What Teams' fake delivered. */
export function repeatingTeams(teams: FakeTeams): Repeating {
  return {
    delivered: (from = 0) =>
      teams.deliveries
        .filter(({ status }) => status < 300)
        .slice(from)
        .map((first) => ({
          what: `Teams: ${JSON.stringify(first.activity).slice(0, 400)}`,
          answer: asksForCard(first.activity) ? null : answerOf(first),
          again: async () => answerOf(await teams.deliverAgain(first)),
        })),
    read: () =>
      teams.world.messages
        .filter(({ deleted }) => !deleted)
        .map(({ id, conversation, text, summary }) => `${conversation.name} ${id} ${text} ${summary}`),
  };
}

function answerOf({ status, body }: { readonly status: number; readonly body: unknown }) {
  return { status, body };
}

const Asking = z.object({ value: z.looseObject({ action: z.looseObject({ data: z.unknown() }).optional() }) });

/** Somebody, or their client, asks for the card as it is now. */
function asksForCard(activity: unknown): boolean {
  const asking = Asking.safeParse(activity);
  if (!asking.success) return false;
  const { value } = asking.data;
  return readViewData(value) !== null || readViewData(value.action?.data) !== null;
}
