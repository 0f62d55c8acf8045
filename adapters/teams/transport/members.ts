import { z } from "zod";
import { DeliveryError } from "../../../src/index.ts";
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
    return {
      ...{ id, name: name ?? null },
      address: address === undefined ? null : { tenant: tenantId ?? null, email: address, isGuest },
    };
  });

/** Somebody in a conversation; null when Teams says that they are not in it. */
export async function memberIn(ask: () => Promise<unknown>): Promise<Member | null> {
  try {
    return FoundMember.parse(await ask());
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

/** How many people a page has at most. Teams takes it as a suggestion. */
export const ROSTER_PAGE = 200;

/** Some of the people in a conversation. */
export function rosterPageIn(answer: unknown): RosterPage {
  const page = Page.parse(answer);
  const members = page.members.flatMap(({ id, person }) => (person === undefined ? [] : [{ id, person }]));
  return { members, next: page.continuationToken ?? null };
}
