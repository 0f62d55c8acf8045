import type { Import } from "./sources.ts";

/** The groups whose members all lead back to one another, each in the order of the alphabet: Tarjan's algorithm. */
export function circlesIn(imports: readonly Import[]): readonly (readonly string[])[] {
  const walk = new Walk(imports);
  for (const { from } of imports) walk.visit(from);
  return walk.circles;
}

class Walk {
  readonly circles: string[][] = [];
  readonly #next = new Map<string, string[]>();
  readonly #order = new Map<string, number>();
  readonly #open: string[] = [];

  constructor(imports: readonly Import[]) {
    for (const { from, to } of imports) this.#next.set(from, [...(this.#next.get(from) ?? []), to]);
  }

  /** The earliest file that can be come back to from this one. */
  visit(file: string): number {
    const known = this.#order.get(file);
    if (known !== undefined) return this.#open.includes(file) ? known : Number.POSITIVE_INFINITY;
    const own = this.#order.size;
    this.#order.set(file, own);
    this.#open.push(file);
    const low = Math.min(own, ...(this.#next.get(file) ?? []).map((to) => this.visit(to)));
    if (low === own) this.#close(file);
    return low;
  }

  #close(file: string): void {
    const circle = this.#open.splice(this.#open.indexOf(file));
    if (circle.length > 1) this.circles.push(circle.sort());
  }
}
