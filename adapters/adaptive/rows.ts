import type { CardButton } from "./elements.ts";

/** Room for buttons in a card on a phone, in px: a card of 360, less 16 on either side. */
const ROW_PX = 328;
/** The button "…" that opens the menu, with the gap before it. */
const MENU_PX = 48;
const GAP_PX = 8;
const EDGES_PX = 28;
const LETTER_PX = 7.5;

/**
 * Buttons in rows that fit a phone. Teams on a phone draws a row in one line, and whoever does not think of pushing it
 * aside never sees what stands beyond the edge; Microsoft's renderer shortens the labels until nothing can be read.
 * Buttons of the menu stand in the last row, beside one that is in sight.
 *
 * The measures are estimates: of the letters Teams uses, and of the space that Microsoft's renderer leaves.
 * @source https://github.com/microsoft/AdaptiveCards/issues/4758 and /3919, read 2026-11-22
 */
export function inRows(buttons: readonly CardButton[]): readonly (readonly CardButton[])[] {
  const inSight = buttons.filter(({ mode }) => mode !== "secondary");
  const inMenu = buttons.filter(({ mode }) => mode === "secondary");
  const rows: CardButton[][] = [];
  let room = 0;
  for (const [index, button] of inSight.entries()) {
    const isLast = index === inSight.length - 1;
    const width = widthOf(button) + (isLast && inMenu.length > 0 ? MENU_PX : 0);
    if (rows.length === 0 || width > room) {
      rows.push([]);
      room = ROW_PX;
    }
    rows.at(-1)?.push(button);
    room -= width + GAP_PX;
  }
  const last = rows.pop() ?? [];
  return [...rows, [...last, ...inMenu]].filter((row) => row.length > 0);
}

function widthOf({ title }: CardButton): number {
  return title.length * LETTER_PX + EDGES_PX;
}
