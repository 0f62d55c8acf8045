import { z } from "zod";

const Header = z.object({ alg: z.literal("RS256"), kid: z.string().min(1) });

const Payload = z.object({ iss: z.string(), aud: z.string(), exp: z.number() });

/** What is said of a token that does not even claim it. */
export const NOT_FOR_US = "its token is not from Microsoft's bot service, or for another app, or never ends";

/**
 * Whether a token claims to be from the Bot Connector, for this app and for a time, before its signature is checked and
 * before a key is fetched for it. botbuilder also takes tokens that never end, and those of the emulator and of other bots,
 * whose service address it does not check, and fails loudly on signatures other than RS256: none of those gets that far.
 */
export function claimsToBeForUs(authorization: string, issuer: string, appId: string): boolean {
  const [, token] = /^Bearer (\S+)$/.exec(authorization) ?? [];
  const [header, payload] = (token ?? "").split(".");
  const claims = Payload.safeParse(readPart(payload));
  return (
    Header.safeParse(readPart(header)).success &&
    claims.success &&
    claims.data.iss === issuer &&
    claims.data.aud === appId
  );
}

function readPart(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
