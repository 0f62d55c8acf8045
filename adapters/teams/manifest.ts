import { ABOUT, COMMAND_LISTS, LANGUAGES, type Language } from "./commands.ts";

/** Who runs this Referee, as Teams shows it. Addresses begin with https. */
export type Developer = {
  readonly name: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
};

export type ManifestOptions = {
  /** The app id from Azure; also the bot's. */
  readonly appId: string;
  /** Three numbers, e.g. `1.4.0`; Teams takes a new package only with a higher one. */
  readonly version: string;
  readonly developer: Developer;
  /**
   * Whether Referee is handed every message of the teams it is installed in, so that a reply in a request's thread needs
   * no mention. Without it Teams delivers mentions only.
   */
  readonly readThreads: boolean;
};

// Resource-specific permissions make no use of it, yet Teams refuses a package that asks for them without a value here.
const NO_RESOURCE = "https://RscBasedStoreApp";

// The newest there is; shared and private channels need 1.25.
export const SCHEMA = "1.30";

/** Where the package keeps the texts in a language. */
export function languageFile(language: Language): string {
  return `${language}.json`;
}

/**
 * The description of the app that Teams is given.
 * @source schema 1.30 in the npm package @microsoft/app-manifest 1.1.2, read 2026-11-29
 * @source https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/test-resource-specific-consent (what
 *   `webApplicationInfo` must hold), read 2026-11-22 in a stored copy
 */
export function teamsManifest({ appId, version, developer, readThreads }: ManifestOptions) {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    version,
    id: appId,
    developer: {
      name: developer.name,
      websiteUrl: developer.website,
      privacyUrl: developer.privacy,
      termsOfUseUrl: developer.terms,
    },
    localizationInfo: {
      defaultLanguageTag: LANGUAGES[0],
      defaultLanguageFile: languageFile(LANGUAGES[0]),
      additionalLanguages: LANGUAGES.slice(1).map((tag) => ({ languageTag: tag, file: languageFile(tag) })),
    },
    name: { short: "Referee", full: ABOUT.name.en },
    description: { short: ABOUT.short.en, full: ABOUT.full.en },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#0B5D4E",
    bots: [
      {
        botId: appId,
        scopes: ["team", "personal", "groupChat"],
        isNotificationOnly: false,
        supportsFiles: true,
        // What Teams offers to type: what it sends is the title, as if it was typed.
        commandLists: COMMAND_LISTS.map(({ scopes, commands }) => ({
          scopes,
          commands: commands.map(({ title, description }) => ({ title: title.en, description: description.en })),
        })),
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: "askReferee",
            type: "action",
            title: ABOUT.action.en,
            description: ABOUT.actionDoes.en,
            context: ["message"],
            fetchTask: true,
          },
        ],
      },
    ],
    // Shared and private channels, too: whoever is of another company there is kept out at the door, by their tenant.
    supportsChannelFeatures: "tier1",
    defaultInstallScope: "team",
    validDomains: [],
    ...(readThreads && {
      webApplicationInfo: { id: appId, resource: NO_RESOURCE },
      authorization: {
        permissions: {
          // Not ChatMessage.Read.Chat: a group chat has no threads, so a message without a mention belongs to nothing.
          resourceSpecific: [{ name: "ChannelMessage.Read.Group", type: "Application" }],
        },
      },
    }),
  };
}
