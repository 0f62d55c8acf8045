import type { Met } from "./crowd.ts";
import type { Kills } from "./havoc.ts";
import { PLOTS } from "./lives.ts";
import type { Repeats } from "./repeats.ts";
import type { Stage } from "./stage.ts";
import type { Lived, Verdict } from "./verdict.ts";

export type Told = {
  readonly lives: readonly Lived[];
  readonly kills: Kills;
  readonly met: Met;
  readonly repeats: Pick<Repeats, "count" | "otherwise">;
  /** Whether everything had been said and looked at within a minute of the last kill. */
  readonly rested: boolean;
  readonly verdict: Verdict;
  /** Until all were asked and answered; until the last kill; until everything was said. */
  readonly askedMs: number;
  readonly havocMs: number;
  readonly tookMs: number;
};

const MOST_SHOWN = 25;
/** A whole form of Teams has four thousand. */
const MOST_LETTERS = 1_000;

/** Prints what happened; true when it is as it must be. */
export function report(told: Told, { slack, teams, referees }: Stage): boolean {
  const { lives, kills, met, repeats, verdict, askedMs, havocMs, tookMs } = told;
  for (const { name } of PLOTS) {
    const all = lives.filter(({ plot }) => plot.name === name);
    line(name, `${all.filter(({ request }) => request !== null).length} of ${all.length}`);
  }
  line("killed", [...kills].map(([name, times]) => `${name} ${times}`).join(", "));
  line("delivered again", String(repeats.count()));
  line("ended by themselves", String(referees.reduce((sum, referee) => sum + referee.ownEnds(), 0)));
  line("events", String(verdict.events));
  line("messages, edits", `${verdict.messages}, ${verdict.updates}`);
  const limited = slack.calls.filter(({ status }) => status === 429).length;
  line("calls to Slack, told to wait", `${slack.calls.length}, ${limited}`);
  const slowed = teams.calls.filter(({ status }) => status === 429).length;
  const failed = slack.deliveries.filter(({ status }) => status !== 200).length;
  line("deliveries from Slack, failed", `${slack.deliveries.length}, ${failed}`);
  line("calls to Teams, told to wait", `${teams.calls.length}, ${slowed}`);
  line("deeds, refused, unanswered", `${met.deeds}, ${met.refused}, ${met.unanswered}`);
  line("asked again", String(met.saidAgain));
  line("said twice in Slack, one taken back", `${verdict.takenBack} (the named residual)`);
  line("said twice on Teams", `${verdict.standTwice} (the named residual)`);
  line("answered, last kill, at rest", [askedMs, havocMs, tookMs].map(seconds).join(", "));
  const problems = [
    ...met.lost,
    ...repeats.otherwise,
    ...verdict.problems,
    ...(told.rested ? [] : ["it did not come to rest"]),
  ];
  for (const problem of problems.slice(0, MOST_SHOWN)) console.log(`  WRONG ${problem.slice(0, MOST_LETTERS)}`);
  console.log(problems.length === 0 ? "everything as it must be" : `${problems.length} problems`);
  return problems.length === 0;
}

function line(what: string, how: string): void {
  console.log(`${what.padEnd(34)} ${how}`);
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
