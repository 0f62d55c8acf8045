import type { EpochMs } from "../../clock.ts";
import type { Closed, Extension, Open } from "../state.ts";
import { pendingExtension } from "./extend.ts";

/** A later end that is asked for while something is open, and when that ends until all have agreed; null where none is. */
export function laterEndAsked(open: Open): (Extension & { readonly ends: EpochMs }) | null {
  const pending = pendingExtension(open);
  return pending === null || open.grant.status !== "running" ? null : { ...pending, ends: open.grant.until };
}

/** When its end came though somebody had asked for a later one and not all had answered; null where that is not so. */
export function laterEndLapsedAt({ grant, extensions }: Pick<Open | Closed, "grant" | "extensions">): EpochMs | null {
  if (grant.status !== "ended") return null;
  const over = extensions.find(({ status, before }) => status === "over" && before <= grant.at);
  if (over === undefined) return null;
  // Cut off after its end, it ended undecided all the same.
  return grant.because === "time" ? grant.at : over.before;
}
