import type { FormInput } from "../card.ts";

/** What can be picked beside, or in place of, what is typed: a day, a time of day, options of a list. */
export type Picker = "date" | "time" | "chosen";

/** Under which name a picker's answer comes back: `until.date`. Ids of fields have no dot, so none can be meant by it. */
export function pickedId(id: string, picker: Picker): string {
  return `${id}.${picker}`;
}

/** The input whose answer comes back under that name. */
export function askedBy(name: string): string {
  return name.split(".")[0] ?? name;
}

/** Whether answers of that name are options, of which there may be several. */
export function isChosenId(name: string): boolean {
  return name.endsWith(".chosen");
}

/** Several chosen options as one answer: each on a line of its own. */
export function joinChosen(values: readonly string[]): string {
  return values.join("\n");
}

/** Undoes `joinChosen`. */
export function splitChosen(answer: string | undefined): readonly string[] {
  return (answer ?? "").split("\n").filter((value) => value !== "");
}

type Answers = Readonly<Record<string, string | undefined>>;

/** What stands in an input when its form is opened, by the names under which it comes back. */
export function answersShown({ id, initial, kind }: FormInput): Answers {
  switch (kind.type) {
    case "dateTime":
      return { [id]: initial, [pickedId(id, "date")]: kind.date, [pickedId(id, "time")]: kind.time };
    case "combobox":
      return { [id]: initial, [pickedId(id, "chosen")]: joinChosen(kind.chosen) };
    default:
      return { [id]: initial };
  }
}

/**
 * All that stands in an input as one text, the same for two that are filled in alike: platforms order what is chosen by
 * when it was, or by the list. "" when it is empty.
 */
export function wholeAnswer(id: string, answers: Answers): string {
  const chosen = splitChosen(answers[pickedId(id, "chosen")]).toSorted();
  const typed = [id, pickedId(id, "date"), pickedId(id, "time")].map((name) => answers[name] ?? "");
  return [...typed, ...chosen].filter((text) => text !== "").join("\n");
}
