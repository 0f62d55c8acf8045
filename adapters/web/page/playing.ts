import { useState } from "preact/hooks";
import { MOMENTS } from "../play/moments.ts";
import type { Moment, Step } from "../play/play.ts";
import type { Desk } from "./desk.ts";
import { pause } from "./hands.ts";
import { perform } from "./perform.ts";
import { type Shared, useShared } from "./shared.ts";
import { readClock, type World } from "./world.ts";

/** How long, in ms, the guide leaves what it did on the screen before it goes on. */
const LOOK_MS = 1_600;

/** How a moment is played: step by step, or all of what is left of it until somebody stops it or turns away from it. */
export type Playing = {
  readonly isBusy: boolean;
  doStep(): Promise<void>;
  /** Begins to play what is left; while it plays, stops after the step at hand. */
  playAll(): Promise<void>;
  goTo(step: number): void;
  again(): void;
};

/** Something the guide is doing. */
type Run = {
  /** Ends it where it stands: what it would do next belongs to a moment nobody looks at any more. */
  readonly leave: AbortController;
  /** Ends it after the step at hand. */
  isStopped: boolean;
};

export function usePlaying(moment: Moment): Playing {
  const shared = useShared();
  const { deskNow, worldNow, change } = shared;
  const [run, setRun] = useState<Run | null>(null);
  const during = async (work: (mine: Run) => Promise<unknown>) => {
    const mine = { leave: new AbortController(), isStopped: false };
    const unwatch = deskNow.watch((desk) => {
      if (!isBeforeReader(moment, desk)) mine.leave.abort();
    });
    setRun(mine);
    await work(mine);
    unwatch();
    setRun(null);
  };
  const next = ({ leave }: Run) => doNext(shared, moment, leave.signal);
  const playAll = async (mine: Run) => {
    while (!mine.isStopped && (await next(mine))) await pause(LOOK_MS);
  };
  return {
    isBusy: run !== null,
    doStep: () => during(next),
    playAll: async () => {
      if (run === null) return during(playAll);
      run.isStopped = true;
    },
    goTo: (step) => change((desk) => withStep(desk, step)),
    again: () => change((desk) => withStep(desk, 0, newestNumber(worldNow.get()))),
  };
}

function isBeforeReader(moment: Moment, { panel, play }: Desk): boolean {
  return panel === "guide" && play !== null && MOMENTS[play.moment] === moment;
}

/** Opens a moment: its people come onto the desk, each chat open where the story begins for them, and others go away. */
export function openMoment(
  desk: Desk,
  world: World,
  { moment, steps }: { moment: number; steps: readonly Step[] },
): Desk {
  const roles = steps.flatMap((step) => ("as" in step ? [step] : []));
  const first = new Map(roles.toReversed().map((role) => [role.as, role.in]));
  const seats = [...new Set(roles.map((role) => role.as))];
  return {
    ...desk,
    seats,
    active: seats[0] ?? null,
    conversation: { ...desk.conversation, ...Object.fromEntries(first) },
    play: { moment, step: 0, since: newestNumber(world) },
  };
}

/** @returns whether the step that is next could be done, and another one follows */
async function doNext(shared: Shared, { steps }: Moment, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  const { worldNow, deskNow, change, tell } = shared;
  const { step: at, since } = deskNow.get().play ?? { step: 0, since: 0 };
  const step = steps[at];
  if (step === undefined) return false;
  try {
    await perform(step, { world: worldNow.get, since, readClock: () => readClock(worldNow), change, signal });
    signal.throwIfAborted();
    change((desk) => withStep(desk, at + 1));
    return at + 1 < steps.length;
  } catch (error) {
    // Who has turned to another moment is not to hear of this one.
    if (!signal.aborted) tell(error instanceof Error ? error.message : String(error));
    return false;
  }
}

function newestNumber({ messages }: World): number {
  return messages.at(-1)?.number ?? 0;
}

function withStep(desk: Desk, step: number, since = desk.play?.since ?? 0): Desk {
  return desk.play === null ? desk : { ...desk, play: { ...desk.play, step, since } };
}
