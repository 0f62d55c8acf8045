import { z } from "zod";

// Also read on the page, in a browser: it imports nothing of the core, which runs on Node.

/** What a button of a card, or the button of a form, brings back. `rest` is what else was in its data: inputs above all. */
export type ButtonData = { readonly value: string; readonly rest: Readonly<Record<string, unknown>> };

const Data = z.looseObject({ action: z.string().min(1).max(2_000) });

/** Reads what came back from a client, or null when it is no button of Referee's. A claim, to be decoded and judged. */
export function readButtonData(data: unknown): ButtonData | null {
  const parsed = Data.safeParse(data);
  if (!parsed.success) return null;
  const { action, ...rest } = parsed.data;
  return { value: action, rest };
}

/** What a button carries: the counterpart of `readButtonData`. */
export function buttonData(value: string): { readonly action: string } {
  return { action: value };
}
