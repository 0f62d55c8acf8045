import { useState } from "preact/hooks";
import type { Moment, Step } from "../play/play.ts";
import type { Desk } from "./desk.ts";
import type { Hands } from "./hands.ts";
import { perform } from "./perform.ts";
import { type Shared, useShared } from "./shared.ts";
import { readClock, type World } from "./world.ts";

/** How long, in ms, the guide leaves what it did on the screen before it goes on. */
const LOOK_MS = 1_600;

/** How a moment is played: step by step, or all of what is left of it until somebody stops it. */
export type Playing = {
  readonly isBusy: boolean;
  doStep(): Promise<void>;
  /** Begins to play what is left; while it plays, stops after the step at hand. */
  playAll(): Promise<void>;
  goTo(step: number): void;
  again(): void;
};

export function usePlaying(moment: Moment): Playing {
  const shared = useShared();
  const { deskNow, worldNow, change } = shared;
  const [run, setRun] = useState<{ isStopped: boolean } | null>(null);
  const next = () => doOne(shared, moment.steps[deskNow.get().play?.step ?? 0]);
  const during = async (work: (mine: { readonly isStopped: boolean }) => Promise<void>) => {
    const mine = { isStopped: false };
    setRun(mine);
    await work(mine);
    setRun(null);
  };
  const playAll = async (mine: { readonly isStopped: boolean }) => {
    while (!mine.isStopped && (await next())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  };
  return {
    isBusy: run !== null,
    doStep: () => during(async () => void (await next())),
    playAll: async () => {
      if (run === null) return during(playAll);
      run.isStopped = true;
    },
    goTo: (step) => change((desk) => withStep(desk, step)),
    again: () => change((desk) => withStep(desk, 0, newestNumber(worldNow.get()))),
  };
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

/** @returns whether there was a step, and it could be done */
async function doOne({ worldNow, deskNow, change, tell }: Shared, step: Step | undefined): Promise<boolean> {
  if (step === undefined) return false;
  const hands: Hands = {
    world: worldNow.get,
    since: deskNow.get().play?.since ?? 0,
    readClock: () => readClock(worldNow),
    change,
  };
  try {
    await perform(step, hands);
    change((desk) => withStep(desk, (desk.play?.step ?? 0) + 1));
    return true;
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return false;
  }
}

function newestNumber({ messages }: World): number {
  return messages.at(-1)?.number ?? 0;
}

function withStep(desk: Desk, step: number, since = desk.play?.since ?? 0): Desk {
  return desk.play === null ? desk : { ...desk, play: { ...desk.play, step, since } };
}
