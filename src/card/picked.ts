/** What can be picked beside, or in place of, what is typed: a day, a time of day, options of a list. */
export type Picker = "date" | "time" | "chosen";

/** Under which name a picker's answer comes back: `until.date`. Ids of fields have no dot, so none can be meant by it. */
export function pickedId(id: string, picker: Picker): string {
  return `${id}.${picker}`;
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
