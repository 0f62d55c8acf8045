/** A chat platform, as people and plant files know it. */
type Platform = {
  /** What people call it where all of them are in use. */
  readonly called: string;
  /** A chat on the local page: one alone is just the local chat. People there read its name in their language. */
  readonly isLocal?: true;
  /** Each reader of a message can have a card of their own; elsewhere nobody needs to find out for whom each button is. */
  readonly readersApart?: true;
  /** What is folded away on a card is drawn when somebody opens it, and so is never older than that. */
  readonly opensDetails?: true;
};

/**
 * The chat platforms a person or a team can be reached on, a line each; what else there is to know of one is in its folder
 * of `adapters/` and its settings in `config/`. In this order they are tried where nothing else says which.
 */
const PLATFORMS = {
  slack: { called: "Slack", opensDetails: true },
  teams: { called: "Teams", readersApart: true },
  // Two chats on the local page, two platforms to everything else, so that a newcomer sees one request live on both.
  web: { called: "Floor chat", isLocal: true },
  office: { called: "Office chat", isLocal: true },
} as const satisfies Readonly<Record<string, Platform>>;

export type PlatformName = keyof typeof PLATFORMS;

export const PLATFORM_NAMES = namesOf(PLATFORMS);

function namesOf<K extends string>(table: Readonly<Record<K, Platform>>): readonly K[] {
  return Object.keys(table).filter((name): name is K => Object.hasOwn(table, name));
}

export function platformCalled(name: PlatformName): string {
  return PLATFORMS[name].called;
}

export function isLocalPlatform(name: PlatformName): boolean {
  const platform: Platform = PLATFORMS[name];
  return platform.isLocal === true;
}

/** Whether each reader of a message can have a card of their own there. */
export function showsReadersApart(name: PlatformName): boolean {
  const platform: Platform = PLATFORMS[name];
  return platform.readersApart === true;
}

/** Whether what is folded away on a card is drawn when it is opened there, rather than with the card. */
export function opensDetails(name: PlatformName): boolean {
  const platform: Platform = PLATFORMS[name];
  return platform.opensDetails === true;
}

/** A value for each platform by its name. */
export function perPlatform<V>(make: (name: PlatformName) => V): Readonly<Record<PlatformName, V>> {
  const made: Readonly<Record<string, V>> = Object.fromEntries(PLATFORM_NAMES.map((name) => [name, make(name)]));
  if (hasAll(made)) return made;
  throw new Error("A platform is missing.");
}

function hasAll<V>(made: Readonly<Record<string, V>>): made is Readonly<Record<PlatformName, V>> {
  return PLATFORM_NAMES.every((name) => Object.hasOwn(made, name));
}
