import { z } from "zod";
import type { SentFile } from "../../src/index.ts";
import { type Activity, splitConversation, tenantOf } from "./activity.ts";
import { isMessageLink, messageLink } from "./permalink.ts";

const Named = z.object({ contentType: z.string(), name: z.string().nullish(), contentUrl: z.string().nullish() });
const Html = z.object({ contentType: z.literal("text/html"), content: z.string() });

/** What a file is in a chat with the bot, and what it is in a message on which "Ask Referee" is used. */
const FILES: ReadonlySet<string> = new Set(["application/vnd.microsoft.teams.file.download.info", "reference"]);

/** More than this in one message is nothing anybody looks at; the core counts what is beyond its own, smaller measure. */
const MOST_READ = 200;

/**
 * The pictures and files of a message. In a chat with one person Teams tells them by name and where in OneDrive they
 * stand; in a channel, by an empty mark in the message's HTML, and a picture's address needs Referee's own token: such
 * lead to the message itself where it has an address.
 * @source https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4, read 2026-11-29 in a stored copy;
 *   the marks: `AMSImage` and `<attachment id>` as seen in messages of others
 */
export function filesOf(activity: Activity): readonly SentFile[] {
  const { id, conversation, channelData, attachments = [] } = activity;
  const { conversation: channel, thread } = splitConversation(conversation.id);
  const tenant = tenantOf(activity);
  const isThere = conversation.conversationType === "channel" && tenant !== null;
  const team = channelData?.team?.aadGroupId ?? null;
  return filesIn(
    attachments,
    isThere ? messageLink({ channel, thread: thread ?? id, message: id, tenant, team }) : null,
  );
}

/**
 * Those of a message on which "Ask Referee" is used: files hang on it by name, pictures stand in its HTML. Its own address
 * comes from the client, so it counts only where it leads into Teams.
 */
export function filesAskedAbout(
  attachments: readonly unknown[],
  html: string,
  linkToMessage: string,
): readonly SentFile[] {
  const here = isMessageLink(linkToMessage) ? linkToMessage : null;
  const pictures = Array.from({ length: html.match(PICTURE_MARK)?.length ?? 0 }, () => ({ name: PICTURE, link: here }));
  return [...filesIn(attachments, here), ...pictures].slice(0, MOST_READ);
}

/** @param here the address of the message, or null */
function filesIn(attachments: readonly unknown[], here: string | null): readonly SentFile[] {
  const read = attachments.slice(0, MOST_READ);
  const named = read.flatMap((each) => {
    const parsed = Named.safeParse(each);
    return parsed.success ? fileIn(parsed.data, here) : [];
  });
  return named.length > 0 ? named : read.flatMap((each) => marksIn(each, here));
}

function fileIn({ contentType, name, contentUrl }: z.infer<typeof Named>, here: string | null): readonly SentFile[] {
  if (FILES.has(contentType)) return [{ name: name ?? "", link: inSharePoint(contentUrl ?? "") ?? here }];
  return contentType.startsWith("image/") ? [{ name: name || PICTURE, link: here }] : [];
}

const PICTURE = "a picture";
const FILE_MARK = /<attachment\b[^<>]*\bid=/gi;
const PICTURE_MARK = /<img\b[^<>]*\b(?:AMSImage|hostedContents)\b/gi;

/** What the HTML of a message only marks: that something hangs on it. */
function marksIn(attachment: unknown, here: string | null): readonly SentFile[] {
  const html = Html.safeParse(attachment);
  if (!html.success) return [];
  const count = (mark: RegExp) => html.data.content.match(mark)?.length ?? 0;
  return [
    ...Array.from({ length: count(FILE_MARK) }, () => ({ name: "", link: here })),
    ...Array.from({ length: count(PICTURE_MARK) }, () => ({ name: PICTURE, link: here })),
  ];
}

/** Without what a link may carry to let its bearer in; null for an address of anybody else's. */
function inSharePoint(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port, origin, pathname, username, password } = new URL(address);
  if (protocol !== "https:" || port !== "" || username !== "" || password !== "") return null;
  return /^[a-z0-9-]+\.sharepoint\.com$/.test(hostname) ? `${origin}${pathname}` : null;
}
