import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { zoned } from "../../plant/time/localTime.ts";
import { say } from "../../words/say.ts";
import type { Field } from "../../workflow/requestType.ts";
import { instantOf, itemsOf, sayValue } from "../../workflow/value.ts";
import type { Form, FormInput } from "../card.ts";
import { thingsFor } from "./things.ts";

const WORDS_LENGTH = 150;

/**
 * So many things stand in a form, which is kept until it may come again; a platform that searches as people type asks for
 * the others.
 */
const MOST_LISTED = 200;

type Picker = Pick<FormInput, "initial" | "kind">;

/** A day and a time to pick, on the plant's clocks to the minute; what is known is picked already. */
export function pickInstant(value: string | undefined, plant: Plant): Picker {
  const { timeZone } = plant;
  const at = instantOf(value);
  const local = at === null ? null : zoned(at, timeZone);
  return {
    initial: "",
    kind: {
      type: "dateTime",
      date: local?.toPlainDate().toString() ?? "",
      time: local?.toPlainTime().toString({ smallestUnit: "minute" }) ?? "",
      timeZone,
      beside: say(plant, "forms.besideWords"),
      maxLength: WORDS_LENGTH,
    },
  };
}

/** The plant's things to choose from; those that are known are chosen already, and what is in no list stands beside it. */
export function pickThings(field: Field, value: string | undefined, plant: Plant, now: EpochMs): Picker {
  const things = thingsFor(field, plant);
  const listed = new Set(things.map((thing) => thing.value));
  const items = itemsOf(value);
  const options = things.filter((thing, at) => at < MOST_LISTED || items.includes(thing.value));
  const others = items.filter((item) => !listed.has(item));
  const initial = others.length === 0 ? "" : sayValue(field, others.join("\n"), plant, now);
  return {
    initial,
    kind: {
      type: "combobox",
      options,
      chosen: items.filter((item) => listed.has(item)),
      several: true,
      beside: say(plant, field.kind === "endpoint" ? "forms.besideAddress" : "forms.besideThing"),
      // What is cut when it is shown would come back as something else.
      maxLength: Math.max(WORDS_LENGTH, initial.length),
    },
  };
}

/** The same form without what all the plant has: of each list what is chosen already. The rest is written beside it. */
export function withoutLists(form: Form): Form {
  return { ...form, inputs: form.inputs.map(withoutList) };
}

function withoutList(input: FormInput): FormInput {
  const { kind } = input;
  if (kind.type !== "combobox") return input;
  return { ...input, kind: { ...kind, options: kind.options.filter(({ value }) => kind.chosen.includes(value)) } };
}
