import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ChatMessage } from "../entry.ts";
import type { LocalId } from "../localId.ts";
import { useActs } from "./acts.tsx";
import { drawCard } from "./adaptive.ts";
import { useVisit } from "./visit.ts";

/** A card as Microsoft's own renderer draws it. Drawn anew when it changes; who was in it stays where they were. */
export function CardView({ user, message }: { readonly user: LocalId; readonly message: ChatMessage }) {
  const acts = useActs(user);
  const visit = useVisit(user);
  const frame = useRef<HTMLDivElement>(null);
  const [isBusy, setBusy] = useState(false);
  const pressed = useRef<(value: string) => void>(() => undefined);
  pressed.current = (value) => {
    if (isBusy) return;
    setBusy(true);
    void acts.press(message.id, value).finally(() => setBusy(false));
  };
  // Before anything is painted: the log scrolls by the heights of what it holds.
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const focused = element.contains(document.activeElement) ? document.activeElement?.textContent : null;
    const onPress = (value: string) => pressed.current(value);
    element.replaceChildren(drawCard(message.card, { onPress, onVisit: visit }).element);
    if (focused !== null) restoreFocus(element, focused ?? "");
  }, [JSON.stringify(message.card)]);
  return <div class="card" ref={frame} tabIndex={-1} aria-busy={isBusy} />;
}

/** The button of the same name has the focus again, or the card when that button is gone. */
function restoreFocus(card: HTMLElement, label: string): void {
  const buttons = [...card.querySelectorAll<HTMLElement>("button")];
  (buttons.find((button) => button.textContent === label) ?? card).focus();
}
