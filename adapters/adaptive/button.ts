import type { CardAction } from "../../src/index.ts";
import { buttonData } from "./buttonData.ts";
import type { ActionSet, CardButton, ExecuteAction, SubmitAction } from "./elements.ts";
import { ADAPTIVE_LIMITS } from "./limits.ts";
import { inRows } from "./rows.ts";
import { plain } from "./text.ts";

/** The verb of every Action.Execute. What a button means stands in its data, so that both kinds of action carry the same. */
export const VERB = "referee";

/** Further data that buttons bring back, beside what they mean. */
export type Carry = Readonly<Record<string, unknown>>;

/** Whether buttons ask Teams for a dialog; `within` one they send it off, since nothing else is answered there. */
export type Dialogs = boolean | "within";

/**
 * Buttons in rows: at most six in sight, the others in the menu behind "…". Empty when there is nothing to press. With
 * `dialogs`, a button whose label ends in "…" asks Teams for a dialog, as such labels promise.
 */
export function actionSets(
  actions: readonly CardAction[],
  more: readonly CardAction[],
  dialogs: Dialogs,
  carry: Carry = {},
  spoken: (action: CardAction) => string | null = () => null,
): readonly ActionSet[] {
  const inSight = actions.slice(0, ADAPTIVE_LIMITS.visibleActions);
  const inMenu = [...actions.slice(ADAPTIVE_LIMITS.visibleActions), ...more];
  const buttons = [
    ...inSight.flatMap((action) => heardAs(spoken(action), button(action, "primary", dialogs, carry))),
    ...inMenu.flatMap((action) => heardAs(spoken(action), button(action, "secondary", dialogs, carry))),
  ];
  return inRows(buttons).map((row, index) => ({
    type: "ActionSet",
    actions: row,
    spacing: index === 0 ? "medium" : "small",
  }));
}

/** Clients of 1.5 read a tooltip aloud, and show it to whoever points at the button. */
function heardAs(spoken: string | null, buttons: readonly CardButton[]): readonly CardButton[] {
  return spoken === null
    ? buttons
    : buttons.map((each) => ({ ...each, tooltip: plain(spoken, ADAPTIVE_LIMITS.tooltip) }));
}

function button(
  action: CardAction,
  mode: "primary" | "secondary",
  dialogs: Dialogs,
  carry: Carry,
): readonly CardButton[] {
  const title = plain(action.label, ADAPTIVE_LIMITS.buttonTitle);
  if (action.type === "press") {
    const looks = { title, mode, style: STYLE[action.style] };
    const data = { ...carry, ...buttonData(action.value) };
    if (dialogs === "within") return [{ type: "Action.Submit", ...looks, data }];
    if (!dialogs || !action.label.endsWith("…")) return [pressButton(looks, data)];
    return [{ type: "Action.Submit", ...looks, data: { ...data, msteams: { type: "task/fetch" } } }];
  }
  // A link that is not a web address could run something in the client: left out, the card is true without it.
  return /^https?:\/\//i.test(action.url) ? [{ type: "Action.OpenUrl", title, mode, url: action.url }] : [];
}

const STYLE = { primary: "positive", danger: "destructive", plain: "default" } as const;

type Looks = Pick<SubmitAction, "title" | "mode" | "style">;

/** A button that asks Referee and is answered in place; a client that cannot do that sends the same data as a message. */
export function pressButton(looks: Looks, data: Readonly<Record<string, unknown>>): ExecuteAction {
  return { type: "Action.Execute", verb: VERB, ...looks, data, fallback: { type: "Action.Submit", ...looks, data } };
}
