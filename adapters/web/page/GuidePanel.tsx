import { useEffect, useRef } from "preact/hooks";
import { CAST, MOMENTS } from "../play/moments.ts";
import type { Moment } from "../play/play.ts";
import { openMoment, usePlaying } from "./playing.ts";
import { GUIDE_ID } from "./SkipLink.tsx";
import { useShared } from "./shared.ts";
import { inWords, said } from "./words.ts";

/** The guided play: each moment one click away, done by hand or by the guide, left at any time. */
export function GuidePanel() {
  const { world, desk, change } = useShared();
  const isCastHere = CAST.every((id) => world.directory.people.some((person) => person.id === id));
  const open = desk.play?.moment ?? null;
  const turnTo = (moment: number) =>
    change((before) => {
      const steps = MOMENTS[moment]?.steps ?? [];
      return before.play?.moment === moment ? { ...before, play: null } : openMoment(before, world, { moment, steps });
    });
  return (
    <aside class="panel guide" aria-label={said("guide")}>
      <PanelHead title={said("moments", String(MOMENTS.length))} id={GUIDE_ID} />
      {!isCastHere && <p class="soft">{said("notCast")}</p>}
      <ol class="moments">
        {MOMENTS.map((moment, index) => (
          <li key={moment.title.en} data-open={index === open}>
            <button
              type="button"
              class="moment"
              aria-expanded={index === open}
              disabled={!isCastHere}
              onClick={() => turnTo(index)}
            >
              {inWords(moment.title)}
            </button>
            {index === open && isCastHere && <OpenMoment moment={moment} />}
          </li>
        ))}
      </ol>
    </aside>
  );
}

export function PanelHead({ title, id }: { readonly title: string; readonly id?: string }) {
  const { change } = useShared();
  return (
    <header class="panel-head">
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      <button type="button" class="quiet" onClick={() => change((before) => ({ ...before, panel: "none" }))}>
        {said("leave")}
      </button>
    </header>
  );
}

function OpenMoment({ moment }: { readonly moment: Moment }) {
  const { desk } = useShared();
  const next = desk.play?.step ?? 0;
  const { isBusy, doStep, playAll, goTo, again } = usePlaying(moment);
  const isOver = next >= moment.steps.length;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const at = list.current?.querySelector('[aria-current="step"]') ?? list.current?.nextElementSibling;
    at?.scrollIntoView({ block: "nearest" });
  }, [next]);
  return (
    <div class="moment-body">
      <p class="soft">{inWords(moment.why)}</p>
      <ol class="steps" ref={list}>
        {moment.steps.map((step, index) => (
          <li
            key={step.tell.en}
            data-state={index < next ? "done" : index === next ? "next" : "later"}
            aria-current={index === next ? "step" : undefined}
          >
            <p>{inWords(step.tell)}</p>
            {index === next - 1 && step.shows !== null && <p class="shows">{inWords(step.shows)}</p>}
            {index === next && (
              <p class="step-tools">
                <button type="button" class="tool primary" disabled={isBusy} onClick={() => void doStep()}>
                  {step.do === "look" ? said("showMe") : said("doIt")}
                </button>
                <button type="button" class="tool" disabled={isBusy} onClick={() => goTo(next + 1)}>
                  {said("didIt")}
                </button>
              </p>
            )}
          </li>
        ))}
      </ol>
      <p class="step-tools">
        {isOver ? (
          <button type="button" class="tool" onClick={again}>
            {said("again")}
          </button>
        ) : (
          <button type="button" class="quiet" aria-pressed={isBusy} onClick={() => void playAll()}>
            {isBusy ? said("stopHere") : said("playAll")}
          </button>
        )}
      </p>
    </div>
  );
}
