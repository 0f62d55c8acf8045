import { say, type Tongue } from "../../src/index.ts";
/**
 * The part of Adaptive Cards 1.5 that Referee speaks. There is no FactSet or Toggle here on purpose, and a TextBlock for
 * mentions only: their texts are Markdown, a TextRun's is not.
 * @source https://adaptivecards.io/explorer (schema 1.5.0 of github.com/microsoft/AdaptiveCards), read 2026-11-22
 */
export type AdaptiveCard = {
  readonly type: "AdaptiveCard";
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly version: "1.5";
  /** What a client that is older than 1.5 shows in place of the card. */
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly CardButton[];
  readonly refresh?: Refresh;
  /** Whom the card notifies on Teams: each `text` stands in a `MentionBlock`, the same to the letter. */
  readonly msteams?: { readonly entities: readonly MentionEntity[] };
};

export type MentionEntity = {
  readonly type: "mention";
  readonly text: `<at>${string}</at>`;
  readonly mentioned: { readonly id: string; readonly name: string };
};

/** Has the clients of these people ask for a card of their own, which they then show in place of this one. */
export type Refresh = {
  readonly action: Pick<ExecuteAction, "type" | "verb" | "data">;
  readonly userIds: readonly string[];
};

export type Element =
  | RichTextBlock
  | Picture
  | MentionBlock
  | Container
  | ColumnSet
  | ActionSet
  | TextInput
  | ChoiceInput
  | DateInput
  | TimeInput;

type Spacing = "none" | "small" | "default" | "medium" | "large";

export type TextRun = {
  readonly type: "TextRun";
  readonly text: string;
  readonly size?: "small" | "default" | "medium" | "large";
  readonly weight?: "default" | "bolder";
  readonly color?: "default" | "accent" | "good" | "warning" | "attention";
  readonly isSubtle?: boolean;
  /** Makes the words a link. */
  readonly selectAction?: { readonly type: "Action.OpenUrl"; readonly url: string };
};

export type RichTextBlock = {
  readonly type: "RichTextBlock";
  readonly inlines: readonly TextRun[];
  readonly spacing?: Spacing;
};

/** `url`: the picture itself, so that nobody has to fetch it. `auto`: as large as it is, and never wider than the card. */
export type Picture = {
  readonly type: "Image";
  readonly url: `data:image/png;base64,${string}`;
  readonly altText: string;
  readonly size: "auto";
};

/**
 * The names of those a card notifies, and nothing else: Teams looks for mentions in a TextBlock, whose text is Markdown.
 * @source https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format (user mention),
 *   read 2026-11-29 in a stored copy
 */
export type MentionBlock = { readonly type: "TextBlock"; readonly text: string; readonly wrap: true };

export type Container = {
  readonly type: "Container";
  readonly items: readonly Element[];
  readonly style?: "emphasis" | "warning";
  readonly spacing?: Spacing;
  readonly separator?: boolean;
  readonly id?: string;
  /** Default: true. */
  readonly isVisible?: boolean;
};

export type ColumnSet = { readonly type: "ColumnSet"; readonly columns: readonly Column[]; readonly spacing?: Spacing };

export type Column = {
  readonly type: "Column";
  readonly width: "auto" | "stretch" | `${number}px`;
  readonly items: readonly Element[];
};

export type ActionSet = {
  readonly type: "ActionSet";
  readonly actions: readonly CardButton[];
  readonly spacing?: Spacing;
};

type Input = {
  readonly id: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly errorMessage?: string;
  readonly value?: string;
};

export type TextInput = Input & {
  readonly type: "Input.Text";
  readonly isMultiline: boolean;
  readonly maxLength: number;
};

/**
 * `compact` is a menu, `filtered` a list to search in, which comes back as several joined by commas when several may be
 * chosen. A client that knows no such list shows all choices to tick.
 */
export type ChoiceInput = Input & {
  readonly type: "Input.ChoiceSet";
  readonly style: "compact" | "filtered" | "expanded";
  readonly isMultiSelect?: true;
  /** A choice longer than its line goes on in the next; without it, its end is cut off. */
  readonly wrap?: true;
  readonly placeholder?: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /**
   * Has the client ask for choices at every letter.
   * @source https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search, read
   *   2026-11-29 in a stored copy: Teams takes it in a card of any version
   */
  readonly "choices.data"?: { readonly type: "Data.Query"; readonly dataset: string };
};

/** `value` and what comes back: `2026-11-27`. */
export type DateInput = Input & { readonly type: "Input.Date" };

/** `value` and what comes back: `18:00`. */
export type TimeInput = Input & { readonly type: "Input.Time" };

export type CardButton = ExecuteAction | SubmitAction | OpenUrlAction | ToggleAction;

type Button = {
  readonly title: string;
  readonly style?: "default" | "positive" | "destructive";
  readonly mode?: "primary" | "secondary";
  readonly tooltip?: string;
};

export type ExecuteAction = Button & {
  readonly type: "Action.Execute";
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly fallback: SubmitAction;
};

export type SubmitAction = Button & {
  readonly type: "Action.Submit";
  readonly data: Readonly<Record<string, unknown>>;
};

/** Unfolds what is hidden, and folds it again: the client does so by itself, asking nobody. */
export type ToggleAction = Button & {
  readonly type: "Action.ToggleVisibility";
  readonly targetElements: readonly string[];
};

export type OpenUrlAction = Button & { readonly type: "Action.OpenUrl"; readonly url: string };

/** A card around a body, of the version every Teams client of today draws. */
export function adaptiveCard(body: readonly Element[], tongue: Tongue = {}): AdaptiveCard {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    fallbackText: say(tongue, "platform.oldClient"),
    body,
  };
}
