import type { WebClient } from "@slack/web-api";
import { readAddress } from "../../adapters/slack/address.ts";

/** A client that speaks where an address of a plant file is, and Slack's own id there. */
export type Found = { readonly client: WebClient; readonly id: string };

/** The clients of all workspaces that let the doctor in. */
export type SlackClients = {
  /** Null where the address is in a workspace of which there is no token that works. */
  at(address: string): Found | null;
  /** Each with the id that stands before addresses of it, or null for the home workspace. */
  readonly all: readonly { readonly tenant: string | null; readonly client: WebClient }[];
};

export function slackClients(all: SlackClients["all"]): SlackClients {
  return {
    all,
    at: (address) => {
      const { tenant, id } = readAddress(address);
      const client = all.find((each) => each.tenant === tenant)?.client;
      return client === undefined ? null : { client, id };
    },
  };
}
