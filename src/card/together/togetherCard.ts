import type { Plant } from "../../plant/plant.ts";
import type { Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import type { Field } from "../../workflow/requestType.ts";
import { nameValue } from "../../workflow/value.ts";
import type { Card, CardBlock, ListItem } from "../card.ts";
import { requesterName, sayLimit, sayRequest } from "../words.ts";
import { encodeTogether, type TogetherAction } from "./togetherAction.ts";
import { sayFacts, sayLimits } from "./togetherFacts.ts";

/** An entry of an inbox that leads to the equal ones. */
export function alikeItem(state: Open, action: TogetherAction, plant: Plant): ListItem {
  const value = encodeTogether(action);
  return {
    text: say(plant, "together.alike", { what: nameOf(state, plant) }),
    actions: [{ type: "press", label: say(plant, "together.look"), value, style: "plain" }],
  };
}

/**
 * Equal approvals, each with what it differs in from the others, and one button for all of them.
 * @param leftOut how many are alike too, and could not be shown whole
 */
export function togetherCard(
  states: readonly [Open, ...Open[]],
  action: TogetherAction,
  isChanged: boolean,
  plant: Plant,
  leftOut = 0,
): Card {
  const [first] = states;
  const count = states.length;
  const title = say(plant, "together.title", { count, what: nameOf(first, plant) });
  const differing = first.rules.fields.filter((field) => differs(field, states));
  const items = states.map((state) => ({ text: sayItem(state, differing, plant), actions: [] }));
  const same = sayFacts(
    first,
    first.rules.fields.filter(
      (field) => field.id !== first.rules.asset && isTold(field, first) && !differing.includes(field),
    ),
    plant,
  );
  const intro = [...(isChanged ? [say(plant, "together.changed")] : []), say(plant, "together.intro")].join(" ");
  const blocks: readonly CardBlock[] = [
    { type: "text", text: intro, tone: "muted" },
    ...(same.length === 0
      ? []
      : [{ type: "text", text: say(plant, "together.sameInAll", { facts: same.join("; ") }), tone: "plain" } as const]),
    { type: "list", title: say(plant, "together.differ"), items },
    ...(leftOut === 0
      ? []
      : [{ type: "text", text: say(plant, "together.leftOut", { count: leftOut }), tone: "muted" } as const]),
    {
      type: "actions",
      actions: [
        {
          ...{ type: "press", label: say(plant, "together.approve", { count }) },
          ...{ value: encodeTogether(action), style: "primary" },
        },
      ],
      more: [],
    },
  ];
  return { title, key: null, blocks };
}

function nameOf({ rules, values, at }: Open, plant: Plant): string {
  const asset = rules.fields.find(({ id }) => id === rules.asset);
  const value = values[rules.asset];
  const about = asset === undefined || value === undefined ? "" : nameValue(asset, value, plant, at);
  return say(plant, "together.what", { name: rules.name, about });
}

function differs({ id }: Field, states: readonly Open[]): boolean {
  return new Set(states.map(({ values }) => values[id] ?? "")).size > 1;
}

function isTold({ id }: Field, { values }: Open): boolean {
  return (values[id] ?? "") !== "";
}

function sayItem(state: Open, differing: readonly Field[], plant: Plant): string {
  const facts = sayFacts(state, differing, plant);
  const limits = sayLimits(state).map((text) => sayLimit(text, state, plant));
  const only = limits.length === 0 ? [] : [say(plant, "together.limits", { what: sayList(limits, plant) })];
  const said = { name: sayRequest(state, plant), who: requesterName(state, plant) };
  const all = [...only, ...facts];
  return all.length === 0
    ? say(plant, "together.same", said)
    : say(plant, "together.item", { ...said, facts: all.join("; ") });
}
