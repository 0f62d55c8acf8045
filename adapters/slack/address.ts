/**
 * Slack's ids are unique in one workspace, or in one organisation of Enterprise Grid, and nowhere else. An id of the home
 * workspace stands alone, `C0LINE3`; any other behind the id of where it counts, `T0LEIPZIG/C0FLOOR`. An installation with
 * one workspace therefore knows bare ids only.
 */
export type Address = {
  /** `T…` of a workspace or `E…` of an organisation; null for the home one. */
  readonly tenant: string | null;
  /** Slack's own id: of a person, a channel or a message's conversation. */
  readonly id: string;
};

const BEHIND = "/";

/** How places, accounts and lanes name it. `readAddress` undoes it. */
export function writeAddress({ tenant, id }: Address): string {
  return tenant === null ? id : `${tenant}${BEHIND}${id}`;
}

export function readAddress(text: string): Address {
  const at = text.indexOf(BEHIND);
  return at === -1 ? { tenant: null, id: text } : { tenant: text.slice(0, at), id: text.slice(at + BEHIND.length) };
}
