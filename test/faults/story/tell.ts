import { setTimeout as pause } from "node:timers/promises";
import { instant } from "../../../src/clock.ts";
import { type Chance, chanceFrom } from "../../support/chance.ts";
import { type Crowd, gatherCrowd } from "./crowd.ts";
import { type Deploy, NO_DEPLOY } from "./deploy.ts";
import { type Havoc, wreakHavoc } from "./havoc.ts";
import { PLOTS, type Plot } from "./lives.ts";
import { type Repeats, repeatEverything } from "./repeats.ts";
import { report, seconds, type Told } from "./report.ts";
import { actsIn, differences } from "./sameRecord.ts";
import { type Cast, type Stage, setStage } from "./stage.ts";
import { cameToRest, goTo, letTimeRun } from "./time.ts";
import { judge, type Lived } from "./verdict.ts";

/** How much of what is delivered comes twice at the same moment. */
const TWICE_OF_TEN = 2;
/** People who are busy with Referee at the same time. */
const AT_ONCE = 100;
const BEFORE_THE_FREEZE = instant("2032-11-22T13:30:00+01:00");
const AFTER_ALL_GRANTS = instant("2032-11-22T16:01:00+01:00");
const AFTER_THE_DIGEST = instant("2032-11-23T06:01:00+01:00");

/** A story of so many requests; the seed is the chance by which it goes. */
export type Telling = {
  readonly seed: number;
  readonly requests: number;
  readonly cast: Cast;
  /** What is deployed meanwhile. */
  readonly deploys?: (stage: Stage, havoc: Havoc) => Deploy;
};

/**
 * Told twice: the first time nothing dies and nothing comes again, and that record is what the second must come to.
 * @returns whether everything is as it must be; what is not is printed
 */
export async function tellTwice({ seed, requests, cast, deploys }: Telling): Promise<boolean> {
  const plots = shuffled(requests, seed);
  const isMixed = cast.before !== null;
  const calm = await onStage(
    { ...cast, begin: ["this", "this"] },
    () => false,
    async (stage) => {
      const lived = await live(stage, plots, null);
      const acts = await actsIn(stage, lived.lives, isMixed);
      console.log(`without kills and repeats: ${lived.lives.length} lives, ${seconds(lived.tookMs)}`);
      return { sound: lived.rested && acts.lives.size === requests && acts.others.length === 0, acts };
    },
  );
  const chance = chanceFrom(seed + 2);
  const told = await onStage(
    cast,
    () => chance.between(0, 10) < TWICE_OF_TEN,
    async (stage) => {
      const lived = await live(stage, plots, chanceFrom(seed), deploys);
      const verdict = await judge(stage, lived.lives, requests);
      const acts = await actsIn(stage, lived.lives, isMixed);
      const problems = [...verdict.problems, ...differences(calm.acts, acts, lived.met.saidAgain)];
      return { sound: report({ ...lived, verdict: { ...verdict, problems } }, stage) };
    },
  );
  if (!calm.sound) console.log("WRONG without kills and repeats it did not come to its end");
  return calm.sound && told.sound;
}

async function onStage<T extends { readonly sound: boolean }>(
  cast: Cast,
  twice: () => boolean,
  tell: (stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = await setStage(twice, cast);
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
async function live(
  stage: Stage,
  plots: readonly PlotNumber[],
  chance: Chance | null,
  deploys: Telling["deploys"] = () => NO_DEPLOY,
): Promise<Omit<Told, "verdict">> {
  const startedAt = performance.now();
  await Promise.all(stage.referees.map((referee) => referee.start()));
  // The first activity of a tenant tells how all its conversations are reached.
  await stage.teams.as("stranger").installs();
  const crowd = gatherCrowd(stage);
  const havoc = chance === null ? NO_HAVOC : havocOn(stage, chance);
  const repeats = chance === null ? NO_REPEATS : repeatEverything(stage, chance);
  const time = letTimeRun(stage, BEFORE_THE_FREEZE);
  const deploy = deploys(stage, havoc);
  const lives = await liveInGroups(crowd, plots, deploy.whileAsked);
  await time.stop();
  const askedMs = performance.now() - startedAt;
  await goTo(stage, AFTER_ALL_GRANTS);
  const [ended] = await Promise.all([endAll(crowd, lives), deploy.whileEnded()]);
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

const NO_HAVOC: Havoc = { kills: new Map(), exchange: async () => undefined, stop: async () => undefined };
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

/** One group begins after each step, and each step is taken while half of a group is still under way. */
async function liveInGroups(
  crowd: Crowd,
  plots: readonly PlotNumber[],
  steps: Deploy["whileAsked"],
): Promise<readonly Lived[]> {
  const size = Math.ceil(plots.length / (steps.length + 1));
  const groups: Promise<readonly Lived[]>[] = [];
  for (const [index, step] of [...steps, null].entries()) {
    const group = plots.slice(index * size, (index + 1) * size);
    await new Promise<void>((isHalfWay) => {
      let left = group.length / 2;
      const onLived = () => {
        left -= 1;
        if (left <= 0) isHalfWay();
      };
      groups.push(liveAll(crowd, group, onLived));
      if (group.length === 0) isHalfWay();
    });
    await step?.();
  }
  return (await Promise.all(groups)).flat();
}

async function liveAll(crowd: Crowd, plots: readonly PlotNumber[], onLived: () => void): Promise<readonly Lived[]> {
  const left = [...plots];
  const lived: Lived[] = [];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      lived.push(await liveOne(crowd, next));
      onLived();
    }
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
