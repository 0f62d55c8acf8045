import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Chance } from "../../support/chance.ts";
import { type Delivered, repeatingSlack, repeatingTeams } from "../../support/redeliver.ts";
import type { Stage } from "./stage.ts";

/** Delivers everything that was answered once to four times in all. */
export type Repeats = {
  /** How often something came again. */
  count(): number;
  /** What was answered otherwise than the first time. */
  readonly otherwise: readonly string[];
  /** Delivers what is still to come again; resolves when all of it was answered. */
  finish(): Promise<void>;
};

const LOOK_EVERY_MS = 50;
const MOST_AGAIN = 3;
type Delay = readonly [number, number];

/** At once, within the minutes of a platform's tries, and late; what is later than the story comes at its end. */
const DELAYS_MS: readonly [Delay, ...Delay[]] = [
  [0, 50],
  [300, 5_000],
  [5_000, 240_000],
];
/** So many at a time at the end, as a platform that replays a day would not send everything at once. */
const AT_THE_END = 40;

type Due = { readonly at: number; readonly what: Delivered };

export function repeatEverything(stage: Stage, chance: Chance): Repeats {
  const platforms = [repeatingSlack(stage.slack, chance), repeatingTeams(stage.teams)];
  const seen = platforms.map(() => 0);
  const otherwise: string[] = [];
  const due: Due[] = [];
  const underWay = new Set<Promise<void>>();
  const isSame = stage.isMixed ? isOfOneKind : isToTheLetter;
  let going = true;
  let count = 0;

  function plan(): void {
    for (const [index, { delivered }] of platforms.entries()) {
      const fresh = delivered(seen[index]);
      for (const what of fresh) {
        const times = Math.floor(chance.between(0, MOST_AGAIN + 1));
        for (let time = 0; time < times; time += 1)
          due.push({ at: performance.now() + chance.between(...chance.oneOf(DELAYS_MS)), what });
      }
      seen[index] = (seen[index] ?? 0) + fresh.length;
    }
  }

  async function deliver(what: Delivered): Promise<void> {
    count += 1;
    const answer = await what.again().catch(nobodyThere);
    if (answer === null || what.answer === null || !isAnswered(answer)) return;
    if (!isSame(answer, what.answer))
      otherwise.push(
        `answered otherwise, ${JSON.stringify(answer)} after ${JSON.stringify(what.answer)}: ${what.what}`,
      );
  }

  function send(those: readonly Due[]): void {
    for (const { what } of those) {
      const done = deliver(what).finally(() => underWay.delete(done));
      underWay.add(done);
    }
  }

  async function run(): Promise<void> {
    while (going) {
      plan();
      const now = performance.now();
      const ripe = due.filter(({ at }) => at <= now);
      for (const each of ripe) due.splice(due.indexOf(each), 1);
      send(ripe);
      await pause(LOOK_EVERY_MS);
    }
  }

  const running = run();
  return {
    count: () => count,
    otherwise,
    finish: async () => {
      going = false;
      await running;
      plan();
      while (due.length > 0) {
        send(due.splice(0, AT_THE_END));
        await Promise.all(underWay);
      }
    },
  };
}

const isToTheLetter = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Another release shows a form in its own words: it is as good as the first when it is a form again. */
const isOfOneKind = (one: unknown, other: unknown) => isToTheLetter(Kind.parse(one), Kind.parse(other));

/** What an answer is, without what is written in it. A body that is none of Teams' or Slack's objects has no kind. */
const Kind = z.object({
  status: z.int(),
  body: z
    .object({
      type: z.string().optional(),
      statusCode: z.int().optional(),
      response_action: z.string().optional(),
      task: z.object({ type: z.string() }).optional(),
    })
    .catch({}),
});

/** Whoever listened was killed: that repeat is lost, as a platform's are. */
function nobodyThere(error: unknown): null {
  if (error instanceof TypeError && error.message === "fetch failed") return null;
  throw error;
}

function isAnswered(answer: unknown): boolean {
  return Object(answer).status === 200;
}
