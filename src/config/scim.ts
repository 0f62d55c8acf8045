import { Secret } from "../secret.ts";
import type { Settings } from "./settings.ts";

/** Who may tell by SCIM who has left: whoever has one of these. */
export type ScimConfig = { readonly tokens: readonly Secret[] };

const SHORTEST_TOKEN = 24;

/** Null: no directory tells anything, and its address is not there. Two tokens with a comma, while one is changed. */
export function readScim(settings: Settings): ScimConfig | null {
  const all = settings.secret("SCIM_TOKEN", (value) =>
    parts(value).every((token) => /^[\x21-\x7e]+$/.test(token) && token.length >= SHORTEST_TOKEN)
      ? null
      : `must have ${SHORTEST_TOKEN} characters or more, without spaces: openssl rand -hex 32. To change it: new,old.`,
  );
  return all === null ? null : { tokens: parts(all.reveal()).map((token) => new Secret(token)) };
}

const parts = (value: string) => value.split(",").map((token) => token.trim());
