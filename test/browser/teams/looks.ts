/**
 * How Teams has Microsoft's renderer draw a card, light and dark: sizes, spaces and colours. Left out is what Referee's
 * cards do not use. Where Segoe UI is not installed a font of about its width stands in.
 * @source lib/hostConfigs/microsoft-teams-light.json and -dark.json of the npm package adaptivecards-designer 2.4.4 (MIT),
 *   read 2026-11-22. The package itself is 23 MB, an editor with everything around it.
 */
export type Looks = { readonly name: "light" | "dark"; readonly hostConfig: object };

export const LIGHT: Looks = {
  name: "light",
  hostConfig: hostConfig({
    onCard: colours("#ff252424", "#bf252424", "#c4314b", "#e5c4314b"),
    onWarning: colours("#ff252424", "#bf252424", "#c4314b", "#e5c4314b"),
    card: "#ffffff",
    emphasis: "#fff9f8f7",
  }),
};

export const DARK: Looks = {
  name: "dark",
  hostConfig: hostConfig({
    onCard: colours("#ffffffff", "#bfffffff", "#ffd74654", "#e5d74654"),
    onWarning: colours("#ff201f1f", "#ff2d2c2c", "#ffd74654", "#e5d74654"),
    card: "#ff2d2c2c",
    emphasis: "#ff292828",
  }),
};

type Palette = {
  readonly onCard: object;
  readonly onWarning: object;
  readonly card: string;
  readonly emphasis: string;
};

function colours(words: string, subtle: string, attention: string, subtleAttention: string): object {
  return {
    default: { default: words, subtle },
    attention: { default: attention, subtle: subtleAttention },
  };
}

function hostConfig({ onCard, onWarning, card, emphasis }: Palette): object {
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: "#EEEEEE" },
    fontFamily: "'Segoe UI', 'Liberation Sans', Arial, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    containerStyles: {
      default: { backgroundColor: card, foregroundColors: onCard },
      emphasis: { backgroundColor: emphasis, foregroundColors: onCard },
      warning: { backgroundColor: "#FFE2B2", foregroundColors: onWarning },
    },
    actions: {
      maxActions: 6,
      spacing: "default",
      buttonSpacing: 8,
      actionsOrientation: "horizontal",
      actionAlignment: "left",
    },
  };
}
