import type { Havoc } from "./havoc.ts";
import { seconds } from "./report.ts";
import type { Runs, Stage } from "./stage.ts";

type Step = () => Promise<void>;

/** Releases that come and go while people go on with what they do. */
export type Deploy = {
  /** Each is taken while requests are under way, and more are asked after it. */
  readonly whileAsked: readonly Step[];
  /** Taken while what was opened is closed again. */
  readonly whileEnded: Step;
};

export const NO_DEPLOY: Deploy = { whileAsked: [], whileEnded: async () => undefined };

/**
 * Forward from the release before to this one, one process after the other, and all the way back. At its end the release
 * before has it alone: it closes what this one opened, and writes the digest.
 */
export function forwardAndBack({ referees, programs }: Stage, havoc: Havoc): Deploy {
  const [first, second] = referees;
  if (first === undefined || second === undefined) throw new Error("a rolling deploy needs two processes");
  const beganAt = performance.now();
  const say = (what: string) => console.log(`${seconds(performance.now() - beganAt).padStart(7)}  ${what}`);
  const step = (referee: typeof first, runs: Runs, then: string) => async () => {
    await havoc.exchange(referee, () => referee.becomes(programs[runs]));
    say(then);
  };
  say("the release before, in both processes");
  return {
    whileAsked: [
      step(first, "this", "forward: this release beside the one before"),
      step(second, "this", "forward: this release in both processes"),
      step(first, "before", "back: the release before beside this one"),
    ],
    whileEnded: step(second, "before", "back: the release before in both processes"),
  };
}
