import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { z } from "zod";
import { SLACK_LIMITS } from "../../../adapters/slack/limits.ts";
import { checkBlocks } from "./blocks.ts";
import type { FakeClock } from "./clock.ts";
import type { Bot } from "./method.ts";
import type { Workspace } from "./workspace.ts";

const Response = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(["ephemeral", "in_channel"]).default("ephemeral"),
  delete_original: z.boolean().default(false),
});

type Answered = { readonly status: number; readonly body: string };

/** Addresses that take up to five answers in half an hour. */
export function createResponseUrls(workspace: Workspace, clock: FakeClock, bot: Bot) {
  const issued = new Map<
    string,
    { readonly user: string; readonly channel: string; readonly on: string | null; readonly at: number; uses: number }
  >();
  return {
    /** @param on the time of the message that was pressed, where it was one */
    issue(user: string, channel: string, on: string | null = null): string {
      const id = randomUUID();
      issued.set(id, { user, channel, on, at: clock.now(), uses: 0 });
      return id;
    },
    /** Answers a request to `/response/<id>`. */
    serve(url: string, raw: string, response: ServerResponse): void {
      const { status, body } = take(url.slice("/response/".length), raw);
      response.writeHead(status).end(body);
    },
  };

  function take(id: string, raw: string): Answered {
    const found = issued.get(id);
    if (found === undefined) return { status: 404, body: "invalid_url" };
    if (clock.now() - found.at > SLACK_LIMITS.responseUrlLifeMs) return { status: 404, body: "expired_url" };
    found.uses += 1;
    if (found.uses > SLACK_LIMITS.responseUrlUses) return { status: 404, body: "used_url" };
    const message = Response.parse(JSON.parse(raw));
    return message.delete_original ? takeAway(found.channel, found.on) : say(found.user, found.channel, message);
  }

  function say(
    user: string,
    channel: string,
    { text = "", blocks, response_type }: z.infer<typeof Response>,
  ): Answered {
    const checked = checkBlocks(blocks ?? []);
    if (!checked.ok) return { status: 400, body: checked.error };
    const ephemeralTo = response_type === "ephemeral" ? user : null;
    workspace.say({ channel, user: bot.userId, botId: bot.botId, text, blocks: checked.value, ephemeralTo });
    return { status: 200, body: "ok" };
  }

  function takeAway(channel: string, pressed: string | null): Answered {
    const message = workspace.messages.find((each) => each.channel === channel && each.ts === pressed);
    if (message === undefined) return { status: 404, body: "message_not_found" };
    message.deleted = true;
    return { status: 200, body: "ok" };
  }
}
