import type { Log } from "../../src/index.ts";

/** What manifest.yaml asks for. */
export const SCOPES: readonly string[] = [
  "channels:history",
  "groups:history",
  "im:history",
  "mpim:history",
  "chat:write",
  "im:write",
  "reactions:write",
  "files:write",
  "pins:write",
  "commands",
  "users:read",
  "users:read.email",
];

/** What Referee does without, quietly. */
const DISPENSABLE = new Set(["reactions:write", "files:write", "pins:write"]);

/** What an app with these scopes lacks that Referee needs. */
export function missingScopes(granted: readonly string[]): readonly string[] {
  return SCOPES.filter((scope) => !granted.includes(scope) && !DISPENSABLE.has(scope));
}

/**
 * Says which scopes the app was installed without: an app keeps those of its last installation, whatever its manifest says.
 * @param granted as Slack's answer told them; undefined when it did not
 */
export function tellMissingScopes(granted: readonly string[] | undefined, log: Log): void {
  const missing = granted === undefined ? [] : missingScopes(granted);
  if (missing.length > 0) log.warn(INSTALLED_WITHOUT, { missing });
}

const INSTALLED_WITHOUT =
  "Slack's app is installed without scopes that Referee needs. Give it those of manifest.yaml and install it again.";
