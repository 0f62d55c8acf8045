import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  GlobalSettings,
  HostConfig,
  type Input,
  OpenUrlAction,
  Strings,
  SubmitAction,
} from "adaptivecards";
import { readButtonData } from "../../adaptive/buttonData.ts";
import { openMenu } from "./menu.ts";
import { finishPickers } from "./pickers.ts";
import { said } from "./words.ts";

/** A card on the page. */
export type DrawnCard = {
  readonly element: HTMLElement;
  /** What stands in its inputs now, by input id. */
  values(): Readonly<Record<string, string>>;
  /** Shows a text beside each of these inputs, and takes the reader to the first of them. */
  showErrors(errors: Readonly<Record<string, string>>): void;
};

/** `onPress` gets the value a button carries, once its card's inputs are valid; `onVisit` the message a link leads to. */
export type CardActs = { readonly onPress: (value: string) => void; readonly onVisit?: (message: string) => void };

/**
 * Draws an Adaptive Card. A card that cannot be drawn says so in its place; nothing else of the page suffers.
 */
export function drawCard(json: unknown, on: CardActs): DrawnCard {
  const card = new AdaptiveCard();
  card.hostConfig = HOST;
  // What a machine or a limit is called is no markup.
  GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
  Strings.defaults.overflowButtonTooltip = () => said("moreOptions");
  card.onExecuteAction = (action) => execute(action, on);
  card.onDisplayOverflowActionMenu = (actions, opener) => {
    if (opener !== undefined) openMenu(actions, opener);
    return true;
  };
  card.parse(json);
  const element = card.render() ?? unreadable();
  element.removeAttribute("tabindex");
  finishPickers(card);
  // The library lays buttons out in one line, by its own style attribute, and cuts off what does not fit.
  for (const row of element.querySelectorAll<HTMLElement>(".ac-actionSet")) row.style.flexWrap = "wrap";
  return {
    element,
    values: () => Object.fromEntries(card.getAllInputs().map((input) => [input.id ?? "", String(input.value ?? "")])),
    showErrors: (errors) => showErrors(card.getAllInputs(), errors),
  };
}

function execute(action: Action, { onPress, onVisit }: CardActs): void {
  if (action instanceof OpenUrlAction) {
    const message = action.url?.match(/^\/#(.+)$/)?.[1];
    if (message !== undefined) onVisit?.(message);
    else window.open(action.url, "_blank", "noopener,noreferrer");
    return;
  }
  if (!(action instanceof SubmitAction) && !(action instanceof ExecuteAction)) return;
  const pressed = readButtonData(action.data);
  if (pressed !== null) onPress(pressed.value);
}

function showErrors(inputs: readonly Input[], errors: Readonly<Record<string, string>>): void {
  const wrong = Object.keys(errors).flatMap((id) => inputFor(inputs, id) ?? []);
  for (const input of wrong) showError(input, errors[questionOf(input)] ?? "");
  wrong[0]?.focus();
}

/** Of pickers and the line beside them, the line; else whatever asks. */
function inputFor(inputs: readonly Input[], id: string): Input | undefined {
  return inputs.find((input) => input.id === id) ?? inputs.find((input) => questionOf(input) === id);
}

function questionOf({ id = "" }: Input): string {
  return id.split(".")[0] ?? id;
}

function showError(input: Input, error: string): void {
  const words = document.createElement("p");
  words.className = "form-error";
  words.id = `${input.id}-error`;
  words.textContent = error;
  document.getElementById(words.id)?.remove();
  input.renderedElement?.append(words);
  const control = input.renderedElement?.querySelector("input, textarea, select");
  control?.setAttribute("aria-invalid", "true");
  control?.setAttribute("aria-describedby", words.id);
}

function unreadable(): HTMLElement {
  const words = document.createElement("p");
  words.textContent = said("notShown");
  return words;
}

const COLOURS = {
  default: { default: "var(--ink)", subtle: "var(--soft)" },
  dark: { default: "var(--ink)", subtle: "var(--soft)" },
  light: { default: "var(--ink)", subtle: "var(--soft)" },
  accent: { default: "var(--accent)", subtle: "var(--accent)" },
  good: { default: "var(--accent)", subtle: "var(--accent)" },
  attention: { default: "var(--danger)", subtle: "var(--danger)" },
  warning: { default: "var(--call-ink)", subtle: "var(--call-ink)" },
};

/** The page's own colours and measures, which change with light and dark by themselves. */
const HOST = new HostConfig({
  fontFamily: "inherit",
  spacing: { small: 4, default: 8, medium: 12, large: 18, extraLarge: 24, padding: 10 },
  separator: { lineThickness: 1, lineColor: "var(--rule)" },
  fontSizes: { small: 13, default: 14, medium: 15, large: 17, extraLarge: 20 },
  fontWeights: { lighter: 400, default: 400, bolder: 650 },
  supportsInteractivity: true,
  containerStyles: {
    default: { backgroundColor: "transparent", foregroundColors: COLOURS },
    emphasis: { backgroundColor: "var(--quote)", foregroundColors: COLOURS },
    warning: { backgroundColor: "var(--call)", foregroundColors: COLOURS },
  },
  actions: {
    maxActions: 7,
    spacing: "default",
    buttonSpacing: 0,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    preExpandSingleShowCardAction: true,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", color: "default", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder", color: "default" },
    },
    errorMessage: { color: "attention", spacing: "small", size: "small", weight: "default" },
  },
});
