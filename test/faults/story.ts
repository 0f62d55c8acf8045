// The crash story of the whole product: two hundred requests are lived through by people in Slack and on Teams, while
// both Referee processes and Redis are killed again and again. Afterwards nothing is lost, nothing is said twice but what
// Teams cannot find again, every card shows the end, and the order was kept.
// `npm run test:crash` runs it after the crash points; `tsx test/faults/story.ts [seed] [requests]` runs it alone.
import { setTimeout as pause } from "node:timers/promises";
import { instant } from "../../src/clock.ts";
import { chanceFrom } from "../support/chance.ts";
import { type Crowd, gatherCrowd } from "./story/crowd.ts";
import { wreakHavoc } from "./story/havoc.ts";
import { PLOTS, type Plot } from "./story/lives.ts";
import { report, type Told } from "./story/report.ts";
import { type Stage, setStage } from "./story/stage.ts";
import { cameToRest, goTo, letTimeRun } from "./story/time.ts";
import { judge, type Lived } from "./story/verdict.ts";

/** People who are busy with Referee at the same time. */
const AT_ONCE = 100;
const BEFORE_THE_FREEZE = instant("2026-11-30T13:30:00+01:00");
const AFTER_ALL_GRANTS = instant("2026-11-30T16:01:00+01:00");
const AFTER_THE_DIGEST = instant("2026-12-01T06:01:00+01:00");

async function main(seed: number, requests: number): Promise<boolean> {
  console.log(`seed ${seed}: ${requests} requests, two Referee processes, one Redis`);
  const stage = await setStage();
  let sound = false;
  try {
    const told = await tell(stage, seed, requests);
    sound = report(told, stage);
    return sound;
  } finally {
    await stage.close(!sound);
    if (!sound) console.log(`The processes' logs are in ${stage.dir}`);
  }
}

async function tell(stage: Stage, seed: number, requests: number): Promise<Told> {
  const startedAt = performance.now();
  await Promise.all(stage.referees.map((referee) => referee.start()));
  // The first activity of a tenant tells how all its conversations are reached.
  await stage.teams.as("stranger").installs();
  const crowd = gatherCrowd(stage);
  const [first, second] = stage.referees;
  if (first === undefined || second === undefined) throw new Error("the story needs two processes");
  const redis = { name: "Redis", kill: stage.redis.kill, start: stage.redis.restart };
  // Redis is one of four: Slack's people wait for whoever is down, and Redis keeps everybody waiting.
  const havoc = wreakHavoc([first, second, first, second, redis], chanceFrom(seed));
  const time = letTimeRun(stage, BEFORE_THE_FREEZE);
  const lives = await liveAll(crowd, shuffled(requests, seed));
  await time.stop();
  const askedMs = performance.now() - startedAt;
  await goTo(stage, AFTER_ALL_GRANTS);
  const ended = await endAll(crowd, lives);
  await goTo(stage, AFTER_THE_DIGEST);
  const havocMs = performance.now() - startedAt;
  await havoc.stop();
  const rested = await cameToRest(stage);
  const tookMs = performance.now() - startedAt;
  await pause(300); // whoever came back late would speak now
  const verdict = await judge(stage, ended, requests);
  return { lives: ended, kills: havoc.kills, met: crowd.met, rested, verdict, askedMs, havocMs, tookMs };
}

/** The plots in a mixed order, in the proportions of two hundred. */
function shuffled(requests: number, seed: number): readonly { readonly plot: Plot; readonly n: number }[] {
  const chance = chanceFrom(seed + 1);
  const all = PLOTS.flatMap((plot) =>
    Array.from({ length: plot.of200 }, () => ({ plot, place: chance.between(0, 1) })),
  );
  const mixed = all.toSorted((a, b) => a.place - b.place).slice(0, requests);
  return mixed.map(({ plot }, n) => ({ plot, n }));
}

async function liveAll(crowd: Crowd, plots: readonly { plot: Plot; n: number }[]): Promise<readonly Lived[]> {
  const left = [...plots];
  const lived: Lived[] = [];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) lived.push(await live(crowd, next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return lived;
}

async function live(crowd: Crowd, { plot, n }: { plot: Plot; n: number }): Promise<Lived> {
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
      return live(crowd, { plot: { ...plot, live: async () => afterEnd(crowd, request, n).then(() => request) }, n });
    }),
  );
}

const [seed = String(process.pid * 7919 + 1), requests = "200"] = process.argv.slice(2);
const sound = await main(Number(seed), Number(requests));
process.exit(sound ? 0 : 1);
