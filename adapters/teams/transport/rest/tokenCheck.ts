import { errors, jwtVerify } from "jose";
import { z } from "zod";
import type { Fetch } from "../../../../src/index.ts";
import { PATIENCE_MS, type TeamsIdentity } from "../../options.ts";
import { claimsToBeForUs, NOT_FOR_US } from "../token.ts";
import type { Delivery, Turn } from "../transport.ts";
import { KeysUnavailable, type PublishedKeys, publishedKeys } from "./keys.ts";

/** What keeps a delivery from being handled; null for what Teams proved to have sent. */
export type CheckToken = (delivery: Delivery) => Promise<Exclude<Turn, { readonly type: "handled" }> | null>;

/**
 * How far the clocks of two machines may differ. "Industry-standard clock-skew is 5 minutes."
 * @source https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication, read 2026-11-29 in
 *   a stored copy (github.com/MicrosoftDocs/bot-docs); all the checks below stand there as well, under *Step 4*
 */
const CLOCK_SKEW_SECONDS = 5 * 60;

/**
 * Signature by a published key, RS256, issuer, audience, both ends of its time; that the key is endorsed for the channel, and
 * the token is for the service address to which answers would go. An app of one tenant and one of many get tokens of the
 * same issuer.
 */
export function tokenCheck({ appId, cloud, patienceMs = PATIENCE_MS }: TeamsIdentity, fetch: Fetch): CheckToken {
  const keys = publishedKeys(cloud.openIdMetadataUrl, fetch, patienceMs);
  const rules = {
    issuer: cloud.issuer,
    audience: appId,
    algorithms: ["RS256"],
    clockTolerance: CLOCK_SKEW_SECONDS,
    requiredClaims: ["exp"],
  };
  return async ({ authorization, body }) => {
    if (!claimsToBeForUs(authorization, cloud.issuer, appId)) return { type: "refused", why: NOT_FOR_US };
    try {
      const { payload, protectedHeader } = await jwtVerify(authorization.slice("Bearer ".length), keys.keyOf, rules);
      const why = objectionTo(body, payload, keys, protectedHeader.kid);
      return why === null ? null : { type: "refused", why };
    } catch (error) {
      if (error instanceof errors.JOSEError) return { type: "refused", why: `${error.code}: ${error.message}` };
      return { type: "unavailable", cause: error instanceof KeysUnavailable ? error.cause : error };
    }
  };
}

const Claims = z.object({ serviceurl: z.string() });
const Received = z.object({ serviceUrl: z.string(), channelId: z.string() });

function objectionTo(body: unknown, claims: object, keys: PublishedKeys, kid: string | undefined): string | null {
  const said = Received.safeParse(body);
  const proven = Claims.safeParse(claims);
  if (!said.success) return "its serviceUrl or its channelId is no text";
  if (!proven.success || proven.data.serviceurl !== said.data.serviceUrl) return "its serviceUrl is not the token's";
  return keys.isEndorsed(kid, said.data.channelId) ? null : "its key may not sign for that channel";
}
