import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import type { Appeal, Closed, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { contradicts, nameValue } from "../../workflow/value.ts";
import type { CardBlock } from "../card.ts";
import { onCard, sentence } from "../words.ts";

/** A card says that a fact changed; its facts have it whole. */
const MOST_OF_FACT = 100;

/** What whoever decides must know of what was denied before: the no, what is new, and which facts are others. */
export function askedAnew(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  const { appeal } = state;
  if (appeal === null) return [];
  const { denied, news, by } = appeal;
  const said = {
    who: sayWho(denied.by, state.asked, plant),
    when: onCard(denied.at, state.at, plant),
    reason: typed(denied.reason),
  };
  const what = differences(state, appeal, plant).join("; ");
  return [
    { type: "text", text: sentence(say(plant, "appeal.asked", said)), tone: "warning" },
    { type: "quote", text: news, by: say(plant, "appeal.newsBy", { who: sayWho(by, state.asked, plant) }) },
    ...(what === ""
      ? []
      : [{ type: "text", text: sentence(say(plant, "appeal.changed", { what })), tone: "warning" } as const]),
  ];
}

function differences({ rules, values, at }: Open | Closed, { before }: Appeal, plant: Plant): readonly string[] {
  return rules.fields.flatMap((field) => {
    const [was, now] = [before[field.id], values[field.id] ?? ""];
    if (was === undefined || !contradicts(field, was, now)) return [];
    const saying = (value: string) =>
      value === "" ? say(plant, "appeal.leftOpen") : nameValue(field, value, plant, at, MOST_OF_FACT);
    return [say(plant, "appeal.change", { label: field.label, now: saying(now), before: saying(was) })];
  });
}
