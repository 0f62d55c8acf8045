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

// Since 1.19 nothing Referee needs has changed, and every Teams client and admin centre of today knows it.
const SCHEMA = "1.19";

/**
 * The description of the app that Teams is given.
 * @source schema 1.19 in the npm package @microsoft/app-manifest 1.1.2, read 2026-11-22
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
    name: { short: "Referee", full: "Referee: whose call is it?" },
    description: {
      short: "Ask IT, OT and Operations in one sentence. Everybody sees who has it.",
      full:
        "Referee finds out whose call a request is, gets the call made, and keeps the clock. Write what you need, in a " +
        "channel, a chat, or by Ask Referee on a message. It asks only what you can know, shows a draft, and once sent asks " +
        "the right owners in order. Everybody sees who has the ball and since when. Silence never approves anything, and no " +
        "machine ever decides.",
    },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#0B5D4E",
    bots: [
      {
        botId: appId,
        scopes: ["team", "personal", "groupChat"],
        isNotificationOnly: false,
        supportsFiles: true,
        // What Teams offers to type: what it sends is the title, as if it was typed.
        commandLists: [
          {
            scopes: ["personal"],
            commands: [
              { title: "home", description: "What waits for you, what you asked for, and what is open on your lines" },
            ],
          },
        ],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: "askReferee",
            type: "action",
            title: "Ask Referee",
            description: "Make a request out of this message",
            context: ["message"],
            fetchTask: true,
          },
        ],
      },
    ],
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
