import type { Action } from "adaptivecards";
import { said } from "./words.ts";

/**
 * Opens what stands behind a card's three dots. The library's own menu listens to the mouse button only, so neither a
 * screen reader's click nor the space bar would choose anything; here every item is a button.
 */
export function openMenu(actions: readonly Action[], opener: HTMLElement): void {
  const menu = document.createElement("div");
  menu.className = "menu";
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", said("moreOptions"));
  // The browser closes a popover by itself on Escape and on a press elsewhere, and hands the focus back.
  menu.popover = "auto";
  menu.append(...actions.map((action) => itemFor(action, menu)));
  menu.addEventListener("keydown", (event) => move(event, menu));
  menu.addEventListener("toggle", (event) => {
    const isOpen = event.newState === "open";
    opener.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) menu.remove();
  });
  opener.after(menu);
  menu.showPopover();
  place(menu, opener);
  menu.querySelector("button")?.focus();
}

function itemFor(action: Action, menu: HTMLElement): HTMLElement {
  const item = document.createElement("button");
  item.type = "button";
  item.setAttribute("role", "menuitem");
  item.tabIndex = -1;
  item.textContent = action.title ?? "";
  item.addEventListener("click", () => {
    menu.hidePopover();
    action.execute();
  });
  return item;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function move(event: KeyboardEvent, menu: HTMLElement): void {
  if (event.key === "Tab") menu.hidePopover();
  const items = [...menu.querySelectorAll("button")];
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const at = items.findIndex((item) => item.matches(":focus"));
  items[step(at, items.length)]?.focus();
}

/** Below its button where there is room, else above; never past the right edge. */
function place(menu: HTMLElement, opener: HTMLElement): void {
  const from = opener.getBoundingClientRect();
  const own = menu.getBoundingClientRect();
  const hasRoomBelow = from.bottom + own.height + 8 < window.innerHeight;
  menu.style.top = `${hasRoomBelow ? from.bottom + 4 : from.top - own.height - 4}px`;
  menu.style.left = `${Math.max(8, Math.min(from.left, window.innerWidth - own.width - 8))}px`;
}
