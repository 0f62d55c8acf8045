import { z } from "zod";
import type { SentFile } from "../../src/index.ts";

/**
 * A file on a message, as far as its name and its place go. Of one from another workspace, of one beyond a plan's limit and
 * of one that was deleted Slack tells the id and little else.
 * @source https://docs.slack.dev/reference/objects/file-object, read 2026-11-29 in a stored copy; `tombstone` and
 *   `hidden_by_limit` as modes, and `file_access`, from memory
 */
const SlackFile = z.object({
  name: z.string().nullish().catch(null),
  title: z.string().nullish().catch(null),
  mode: z.string().nullish().catch(null),
  permalink: z.string().nullish().catch(null),
});

/** Unread until somebody wants them: a message that carries a thousand is still a message. */
export const SlackFiles = z.array(z.unknown()).optional().catch(undefined);

/** Hosts of Slack's own: a file of whatever service has its page there, for members of the workspace only. */
const HOSTS = /^(?:[a-z0-9-]+\.){1,2}(?:slack\.com|slack-gov\.com)$/;

/** The files of a message that still stand, each with its page in Slack where there is one. */
export function filesOf(sent: readonly unknown[] = []): readonly SentFile[] {
  return sent.flatMap((each) => {
    const file = SlackFile.safeParse(each);
    if (!file.success || file.data.mode === "tombstone") return [];
    const { name, title, permalink } = file.data;
    return [{ name: name || title || "", link: pageOf(permalink ?? "") }];
  });
}

/** Never the address of the bytes, which needs a token or is open to whoever has it; and nobody else's address. */
function pageOf(permalink: string): string | null {
  if (!URL.canParse(permalink)) return null;
  const url = new URL(permalink);
  if (url.protocol !== "https:" || url.port !== "" || !HOSTS.test(url.hostname)) return null;
  return url.username === "" && url.password === "" ? `${url.origin}${url.pathname}` : null;
}
