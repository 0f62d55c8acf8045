import { useEffect, useRef, useState } from "preact/hooks";
import { CAST, MOMENTS } from "../play/moments.ts";
import type { Moment, Step } from "../play/play.ts";
import type { Desk } from "./desk.ts";
import { perform } from "./perform.ts";
import { useShared } from "./shared.ts";
import { readClock } from "./world.ts";

/** How long, in ms, the guide leaves what it did on the screen before it goes on. */
const LOOK_MS = 1_600;

/** The guided play: each moment one click away, done by hand or by the guide, left at any time. */
export function GuidePanel() {
  const { world, desk, change } = useShared();
  const isCastHere = CAST.every((id) => world.directory.people.some((person) => person.id === id));
  const open = desk.play?.moment ?? null;
  const turnTo = (moment: number) =>
    change((before) => {
      const isOpen = before.play?.moment === moment;
      const steps = MOMENTS[moment]?.steps ?? [];
      return isOpen ? { ...before, play: null } : { ...setStage(before, steps), play: { moment, step: 0 } };
    });
  return (
    <aside class="panel guide" aria-label="Guide">
      <PanelHead title="Eight moments" />
      {!isCastHere && <p class="soft">The guide plays on the demo plant, and its people are not here.</p>}
      <ol class="moments">
        {MOMENTS.map((moment, index) => (
          <li key={moment.title} data-open={index === open}>
            <button
              type="button"
              class="moment"
              aria-expanded={index === open}
              disabled={!isCastHere}
              onClick={() => turnTo(index)}
            >
              {moment.title}
            </button>
            {index === open && isCastHere && <OpenMoment moment={moment} />}
          </li>
        ))}
      </ol>
    </aside>
  );
}

/** Puts the chats of a moment's people on the desk, each open where the story begins for them, and the others away. */
function setStage(desk: Desk, steps: readonly Step[]): Desk {
  const roles = steps.flatMap((step) => ("as" in step ? [step] : []));
  const first = new Map(roles.toReversed().map((role) => [role.as, role.in === "direct" ? role.as : role.in]));
  const seats = [...new Set(roles.map((role) => role.as))];
  return {
    ...desk,
    seats,
    active: seats[0] ?? null,
    conversation: { ...desk.conversation, ...Object.fromEntries(first) },
  };
}

export function PanelHead({ title }: { readonly title: string }) {
  const { change } = useShared();
  return (
    <header class="panel-head">
      <h2>{title}</h2>
      <button type="button" class="quiet" onClick={() => change((before) => ({ ...before, panel: "none" }))}>
        Leave
      </button>
    </header>
  );
}

function OpenMoment({ moment }: { readonly moment: Moment }) {
  const { desk } = useShared();
  const next = desk.play?.step ?? 0;
  const { isBusy, doStep, playAll, goTo } = usePlaying(moment);
  const isOver = next >= moment.steps.length;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current="step"]')?.scrollIntoView({ block: "nearest" });
  }, [next]);
  return (
    <div class="moment-body">
      <p class="soft">{moment.why}</p>
      <ol class="steps" ref={list}>
        {moment.steps.map((step, index) => (
          <li
            key={step.tell}
            data-state={index < next ? "done" : index === next ? "next" : "later"}
            aria-current={index === next ? "step" : undefined}
          >
            <p>{step.tell}</p>
            {index < next && step.shows !== "" && <p class="shows">{step.shows}</p>}
            {index === next && (
              <p class="step-tools">
                <button type="button" class="tool primary" disabled={isBusy} onClick={() => void doStep()}>
                  {step.do === "look" ? "Show me" : "Do it for me"}
                </button>
                <button type="button" class="tool" disabled={isBusy} onClick={() => goTo(next + 1)}>
                  I did it
                </button>
              </p>
            )}
          </li>
        ))}
      </ol>
      <p class="step-tools">
        {isOver ? (
          <button type="button" class="tool" onClick={() => goTo(0)}>
            Once more
          </button>
        ) : (
          <button type="button" class="quiet" aria-pressed={isBusy} onClick={() => void playAll()}>
            {isBusy ? "Stop here" : "Play the whole moment"}
          </button>
        )}
      </p>
    </div>
  );
}

/** Plays a moment step by step, or all of what is left of it until somebody stops it. */
function usePlaying(moment: Moment) {
  const { worldNow, change, tell } = useShared();
  const [run, setRun] = useState<{ stopped: boolean } | null>(null);
  const goTo = (step: number) => change((desk) => withStep(desk, step));
  const one = async (step: Step | undefined): Promise<boolean> => {
    if (step === undefined) return false;
    try {
      await perform(step, { world: worldNow.get, readClock: () => readClock(worldNow), change });
      change((desk) => withStep(desk, (desk.play?.step ?? 0) + 1));
      return true;
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
      return false;
    }
  };
  const doStep = async () => {
    const mine = { stopped: false };
    setRun(mine);
    await one(moment.steps[stepNow(change)]);
    setRun(null);
  };
  const playAll = async () => {
    if (run !== null) {
      run.stopped = true;
      return;
    }
    const mine = { stopped: false };
    setRun(mine);
    while (!mine.stopped && (await one(moment.steps[stepNow(change)]))) await pause(LOOK_MS);
    setRun(null);
  };
  return { isBusy: run !== null, doStep, playAll, goTo };
}

function stepNow(change: (change: (desk: Desk) => Desk) => void): number {
  let step = 0;
  change((desk) => {
    step = desk.play?.step ?? 0;
    return desk;
  });
  return step;
}

function withStep(desk: Desk, step: number): Desk {
  return desk.play === null ? desk : { ...desk, play: { ...desk.play, step } };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
