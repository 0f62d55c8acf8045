// The crash story of the whole product: two hundred requests are lived through by people in Slack and on Teams, while
// both Referee processes and Redis are killed again and again. Afterwards nothing is lost, nothing is said twice but what
// Teams cannot find again, every card shows the end, and the order was kept. Everything that people do is delivered once to
// four times, up to the end of the request and after it: the record is the one of a day without kills and without repeats.
// `npm run test:crash` runs it after the crash points; `tsx test/faults/story.ts [seed] [requests]` runs it alone. With
// the folder of another release as a third word, that release's process shares the record with this one's: the day without
// kills is this release's alone, and with both of them the same is decided by the same people.
import { setTimeout as pause } from "node:timers/promises";
import { instant } from "../../src/clock.ts";
import { type Chance, chanceFrom } from "../support/chance.ts";
import { type Crowd, gatherCrowd } from "./story/crowd.ts";
import { type Havoc, wreakHavoc } from "./story/havoc.ts";
import { PLOTS, type Plot } from "./story/lives.ts";
import { type Repeats, repeatEverything } from "./story/repeats.ts";
import { report, seconds, type Told } from "./story/report.ts";
import { actsIn, differences } from "./story/sameRecord.ts";
import { type Stage, setStage } from "./story/stage.ts";
import { cameToRest, goTo, letTimeRun } from "./story/time.ts";
import { judge, type Lived } from "./story/verdict.ts";

/** How much of what is delivered comes twice at the same moment. */
const TWICE_OF_TEN = 2;
/** People who are busy with Referee at the same time. */
const AT_ONCE = 100;
const BEFORE_THE_FREEZE = instant("2032-11-22T13:30:00+01:00");
const AFTER_ALL_GRANTS = instant("2032-11-22T16:01:00+01:00");
const AFTER_THE_DIGEST = instant("2032-11-23T06:01:00+01:00");

/** Told twice: the first time nothing dies and nothing comes again, and that record is what the second must come to. */
async function main(seed: number, requests: number, before: string | null): Promise<boolean> {
  const plots = shuffled(requests, seed);
  console.log(`seed ${seed}: ${requests} requests, two Referee processes, one Redis`);
  if (before !== null) console.log(`the second process runs the release in ${before}`);
  const calm = await onStage(
    null,
    () => false,
    async (stage) => {
      const lived = await live(stage, plots, null);
      const acts = await actsIn(stage, lived.lives, before !== null);
      console.log(`without kills and repeats: ${lived.lives.length} lives, ${seconds(lived.tookMs)}`);
      return { sound: lived.rested && acts.lives.size === requests && acts.others.length === 0, acts };
    },
  );
  const chance = chanceFrom(seed + 2);
  const told = await onStage(
    before,
    () => chance.between(0, 10) < TWICE_OF_TEN,
    async (stage) => {
      const lived = await live(stage, plots, chanceFrom(seed));
      const verdict = await judge(stage, lived.lives, requests);
      const acts = await actsIn(stage, lived.lives, before !== null);
      const problems = [...verdict.problems, ...differences(calm.acts, acts, lived.met.saidAgain)];
      return { sound: report({ ...lived, verdict: { ...verdict, problems } }, stage) };
    },
  );
  if (!calm.sound) console.log("WRONG without kills and repeats it did not come to its end");
  return calm.sound && told.sound;
}

async function onStage<T extends { readonly sound: boolean }>(
  before: string | null,
  twice: () => boolean,
  tell: (stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = await setStage(twice, before);
  let sound = false;
  try {
    const told = await tell(stage);
    sound = told.sound;
    return told;
  } finally {
    await stage.close(!sound);
    if (!sound) console.log(`The processes' logs are in ${stage.dir}`);
  }
}

/** @param chance kills and repeats by it; null for a day on which nothing goes wrong */
async function live(stage: Stage, plots: readonly PlotNumber[], chance: Chance | null): Promise<Omit<Told, "verdict">> {
  const startedAt = performance.now();
  await Promise.all(stage.referees.map((referee) => referee.start()));
  // The first activity of a tenant tells how all its conversations are reached.
  await stage.teams.as("stranger").installs();
  const crowd = gatherCrowd(stage);
  const havoc = chance === null ? NO_HAVOC : havocOn(stage, chance);
  const repeats = chance === null ? NO_REPEATS : repeatEverything(stage, chance);
  const time = letTimeRun(stage, BEFORE_THE_FREEZE);
  const lives = await liveAll(crowd, plots);
  await time.stop();
  const askedMs = performance.now() - startedAt;
  await goTo(stage, AFTER_ALL_GRANTS);
  const ended = await endAll(crowd, lives);
  await goTo(stage, AFTER_THE_DIGEST);
  const havocMs = performance.now() - startedAt;
  await havoc.stop();
  await repeats.finish();
  const rested = await cameToRest(stage);
  const tookMs = performance.now() - startedAt;
  await pause(300); // whoever came back late would speak now
  const { kills } = havoc;
  return { lives: ended, kills, met: crowd.met, repeats, rested, askedMs, havocMs, tookMs };
}

const NO_HAVOC: Havoc = { kills: new Map(), stop: async () => undefined };
const NO_REPEATS: Repeats = { count: () => 0, otherwise: [], finish: async () => undefined };

function havocOn({ referees, redis }: Stage, chance: Chance): Havoc {
  const [first, second] = referees;
  if (first === undefined || second === undefined) throw new Error("the story needs two processes");
  const server = { name: "Redis", kill: redis.kill, start: redis.restart };
  // Redis is one of five: Slack's people wait for whoever is down, and Redis keeps everybody waiting.
  return wreakHavoc([first, second, first, second, server], chance);
}

type PlotNumber = { readonly plot: Plot; readonly n: number };

/** The plots in a mixed order, in the proportions of two hundred. */
function shuffled(requests: number, seed: number): readonly PlotNumber[] {
  const chance = chanceFrom(seed + 1);
  const all = PLOTS.flatMap((plot) =>
    Array.from({ length: plot.of200 }, () => ({ plot, place: chance.between(0, 1) })),
  );
  const mixed = all.toSorted((a, b) => a.place - b.place).slice(0, requests);
  return mixed.map(({ plot }, n) => ({ plot, n }));
}

async function liveAll(crowd: Crowd, plots: readonly PlotNumber[]): Promise<readonly Lived[]> {
  const left = [...plots];
  const lived: Lived[] = [];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) lived.push(await liveOne(crowd, next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return lived;
}

async function liveOne(crowd: Crowd, { plot, n }: PlotNumber): Promise<Lived> {
  try {
    return { plot, n, request: await plot.live(crowd, n) };
  } catch (error) {
    console.log(`${plot.name} #${n}: ${error}`);
    return { plot, n, request: null };
  }
}

async function endAll(crowd: Crowd, lives: readonly Lived[]): Promise<readonly Lived[]> {
  return Promise.all(
    lives.map(async (lived) => {
      const { plot, n, request } = lived;
      if (request === null || plot.afterEnd === undefined) return lived;
      const { afterEnd } = plot;
      return liveOne(crowd, {
        plot: { ...plot, live: async () => afterEnd(crowd, request, n).then(() => request) },
        n,
      });
    }),
  );
}

const [seed = String(process.pid * 7919 + 1), requests = "100", before] = process.argv.slice(2);
const sound = await main(Number(seed), Number(requests), before ?? null);
process.exit(sound ? 0 : 1);
