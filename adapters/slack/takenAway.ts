import type { App } from "@slack/bolt";
import { z } from "zod";
import type { Log } from "../../src/index.ts";
import type { Body } from "./deliver.ts";
import { type InstalledWorkspaces, instantOf } from "./installed.ts";
import { whenceIs } from "./whence.ts";
import type { Workspace } from "./workspace.ts";

/**
 * @source https://docs.slack.dev/reference/events/app_uninstalled and tokens_revoked, from memory: the second names the
 *   users whose tokens went, the bot's under `bot`; with an uninstalled app both come, in any order
 */
const Taken = z.object({
  event_time: z.number().nonnegative(),
  event: z.discriminatedUnion("type", [
    z.object({ type: z.literal("app_uninstalled") }),
    z.object({ type: z.literal("tokens_revoked"), tokens: z.object({ bot: z.array(z.string()).default([]) }) }),
  ]),
});

/** Whether Slack tells that Referee was taken away somewhere: that may come when it is not installed there any more. */
export function isTaking(body: Body): boolean {
  return body.event?.type === "app_uninstalled" || body.event?.type === "tokens_revoked";
}

/** Forgets the token of a workspace that took Referee away. */
export function createTaking(app: App, own: Workspace | null, installed: InstalledWorkspaces | null, log: Log): void {
  const take = async (body: unknown): Promise<void> => {
    const taken = Taken.safeParse(body);
    // The organisation, or the workspace: whichever it was installed in.
    const [tenant] = whenceIs(body).installed;
    if (!taken.success || tenant === undefined || !isOfBot(taken.data)) return;
    const isOwn = own !== null && own.identity().team_id === tenant;
    const removed = isOwn || (await installed?.installations.remove(tenant, instantOf(taken.data.event_time)));
    if (removed === true) log.error("Referee was taken out of a Slack workspace", { tenant });
  };
  app.event("app_uninstalled", ({ body }) => take(body));
  app.event("tokens_revoked", ({ body }) => take(body));
}

/** A person's token that was revoked is none of Referee's: it has none. */
function isOfBot({ event }: z.infer<typeof Taken>): boolean {
  return event.type === "app_uninstalled" || event.tokens.bot.length > 0;
}
