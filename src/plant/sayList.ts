/** "Anna", "Anna and Ben", "Anna, Ben and Cem". */
export function sayList(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return "nobody";
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
