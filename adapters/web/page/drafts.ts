import type { LocalId } from "../localId.ts";
import { observable, useObservable } from "./observable.ts";

/** Where somebody writes: in a conversation, or in one of its threads. */
export type Spot = { readonly conversation: LocalId; readonly thread: string | null };

/** What people began to write and have not sent, by person and spot: it stays when they look elsewhere meanwhile. */
const drafts = observable<ReadonlyMap<string, string>>(new Map());

/** What somebody has begun to write, and a way to change it that works after the box is gone. */
export function useDraft(user: LocalId, { conversation, thread }: Spot) {
  const key = [user, conversation, thread ?? ""].join(" ");
  const text = useObservable(drafts).get(key) ?? "";
  const change = (change: (before: string) => string) =>
    drafts.change((all) => new Map(all).set(key, change(all.get(key) ?? "")));
  return [text, change] as const;
}
