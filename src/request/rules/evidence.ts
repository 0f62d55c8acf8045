import type { Plant } from "../../plant/plant.ts";
import type { Step } from "../../workflow/requestType.ts";
import { personIn } from "../actor.ts";
import { MOST_FILES, type SentFile } from "../files.ts";
import type { Open, StepState } from "../state.ts";
import { isHolder } from "./guards.ts";

/** What those who have a step sent to the request since it is theirs, as pictures of what they did: the newest of it. */
export function filesOfHolders(open: Open, rule: Step, step: StepState, plant: Plant): readonly SentFile[] {
  if (!("ball" in step)) return [];
  const { ball } = step;
  const isTheirs = ({ by, at }: Open["notes"][number]) => {
    const person = personIn(by);
    return person !== null && at >= ball.since && isHolder(plant, rule, ball, person, at);
  };
  return open.notes
    .filter(isTheirs)
    .flatMap(({ files }) => files)
    .slice(-MOST_FILES);
}
