import type { ConnectorClient } from "botframework-connector";
import { z } from "zod";
import { DeliveryError } from "../../../src/index.ts";
import type { Reference } from "../reference.ts";
import type { Member, RosterPage } from "./transport.ts";

const text = z.string().min(1).optional().catch(undefined);

/** @source TeamsChannelAccount of botframework-schema 4.23.3, read 2026-11-22 */
const FoundMember = z
  .object({
    id: z.string().min(1),
    name: text,
    email: text,
    userPrincipalName: text,
    tenantId: text,
    userRole: text,
  })
  .transform(({ id, name, email, userPrincipalName, tenantId, userRole }): Member => {
    const address = email ?? userPrincipalName;
    // A guest's address was confirmed by somebody else's organisation; their sign-in name says so too.
    const isGuest = userRole === "guest" || userPrincipalName?.includes("#EXT#") === true;
    const vouched = address !== undefined && tenantId !== undefined && !isGuest;
    return { id, name: name ?? null, address: vouched ? { tenant: tenantId, email: address } : null };
  });

/** Somebody in a conversation by their Entra id; null when they are not in it. */
export async function memberOf(
  client: ConnectorClient,
  { conversation }: Reference,
  person: string,
): Promise<Member | null> {
  try {
    return FoundMember.parse(await client.conversations.getConversationMember(conversation, person));
  } catch (error) {
    if (error instanceof DeliveryError && error.failure.type === "unreachable") return null;
    throw error;
  }
}

/** @source the members of TeamsPagedMembersResult of botframework-schema 4.23.3, which TeamsInfo reads by `objectId`, read 2026-11-22 */
const Listed = z
  .object({ id: z.string().min(1), objectId: text, aadObjectId: text })
  .transform(({ id, objectId, aadObjectId }) => ({ id, person: (objectId ?? aadObjectId)?.toLowerCase() }));

const Page = z.object({ members: z.array(Listed), continuationToken: z.string().min(1).nullish() });

// The library wants a size with a continuation; Teams takes it as a suggestion.
const PAGE = 200;

/** Some of the people in a conversation. @param after `next` of the page before, null for the first */
export async function rosterPage(
  { conversations }: ConnectorClient,
  { conversation }: Reference,
  after: string | null,
): Promise<RosterPage> {
  const page = Page.parse(
    after === null
      ? await conversations.getConversationPagedMembers(conversation)
      : await conversations.getConversationPagedMembers(conversation, { continuationToken: after, pageSize: PAGE }),
  );
  const members = page.members.flatMap(({ id, person }) => (person === undefined ? [] : [{ id, person }]));
  return { members, next: page.continuationToken ?? null };
}
