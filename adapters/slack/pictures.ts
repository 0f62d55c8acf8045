import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { z } from "zod";
import { type Card, type CardPicture, DeliveryError, type Log, type Message, type Outgoing } from "../../src/index.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { cut } from "./text.ts";

/** The files that pictures of a message became at Slack, by the picture; what is not in it is said in words. */
export type Uploaded = ReadonlyMap<CardPicture, string>;

export type Pictures = {
  /** Uploads the pictures of a message, each once. @throws DeliveryError `unavailable` while that is not done */
  of(message: Message): Promise<Uploaded>;
  /**
   * Slack refused a message: it has a file, and does not show it yet.
   * @throws DeliveryError `unavailable` as long as it is worth while to try again
   */
  refused(error: unknown, uploaded: Uploaded): void;
};

export type PicturesOptions = {
  readonly client: WebClient;
  readonly outgoing: Outgoing;
  readonly apiUrl: string;
  readonly answerWithinMs: number;
  readonly log: Log;
};

/** How long a message waits for its picture before it is tried again: less than a message may take to be said. */
const WAIT_MS = 2_000;
/**
 * Slack takes a file and looks at it afterwards; until then a message that shows it is refused (`invalid_blocks`). Waiting
 * for `files.info` would need another scope. @source slackapi/java-slack-sdk issue 1349, slack-github-action issue 413,
 * read 2026-11-30
 */
const MOST_TRIES = 6;
/** A picture is said once; what is kept is for messages that have to be tried again. */
const MOST_KEPT = 20;

type Kept = { readonly file: Promise<string | null>; tries: number };

/**
 * Pictures as files of the app's own, which a message then shows: so it is found again after a crash like every other, and
 * has its text beside it. @source https://docs.slack.dev/reference/methods/files.getUploadURLExternal and
 * /reference/block-kit/composition-objects/slack-file-object, read 2026-11-30 in stored copies
 */
export function createPictures(options: PicturesOptions): Pictures {
  const kept = new Map<string, Kept>();

  function begin(picture: CardPicture): Kept {
    const id = createHash("sha256").update(picture.png).digest("base64url");
    const known = kept.get(id);
    if (known !== undefined) return known;
    const fresh: Kept = { file: upload(options, picture), tries: 0 };
    kept.set(id, fresh);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return fresh;
  }

  return {
    async of({ card }) {
      const found = new Map<CardPicture, string>();
      for (const picture of picturesIn(card)) {
        const file = await soon(begin(picture).file);
        if (file === "later")
          throw new DeliveryError({ type: "unavailable", why: "Slack has not taken a picture yet" });
        if (file !== null) found.set(picture, file);
      }
      return found;
    },
    refused(error, uploaded) {
      if (!(error instanceof WebAPIPlatformError) || error.data.error !== "invalid_blocks") return;
      for (const picture of uploaded.keys()) {
        const one = begin(picture);
        one.tries += 1;
        if (one.tries <= MOST_TRIES)
          throw new DeliveryError({ type: "unavailable", why: "Slack does not show a picture yet" }, { cause: error });
        options.log.warn("Slack does not show a picture; its text is said in its place", { error });
      }
    },
  };
}

/** What is not there soon goes on by itself. */
async function soon<T>(what: Promise<T>): Promise<T | "later"> {
  const here = new AbortController();
  const late = pause(WAIT_MS, "later" as const, { signal: here.signal });
  // Nobody waits for it once the other is there.
  late.catch(() => undefined);
  try {
    return await Promise.race([what, late]);
  } finally {
    here.abort();
  }
}

function picturesIn(card: Card | null): readonly CardPicture[] {
  return (card?.blocks ?? []).flatMap((block) => (block.type === "picture" ? [block] : []));
}

const Ticket = z.object({ upload_url: z.url(), file_id: z.string().min(1) });

/** Null where Slack does not take it: its text says the same. */
async function upload(
  { client, outgoing, apiUrl, answerWithinMs, log }: PicturesOptions,
  { name, png, alt }: CardPicture,
): Promise<string | null> {
  const body = Buffer.from(png, "base64");
  try {
    const about = { filename: name, length: body.length, alt_txt: cut(alt, SLACK_LIMITS.imageAlt) };
    const { upload_url, file_id } = Ticket.parse(await client.files.getUploadURLExternal(about));
    if (!isForFiles(upload_url, apiUrl)) throw new Error("The address is none of Slack's.");
    const signal = AbortSignal.timeout(answerWithinMs);
    const headers = { "content-type": "application/octet-stream" };
    const taken = await outgoing.fetch(upload_url, { method: "POST", body, headers, signal, redirect: "error" });
    await taken.body?.cancel();
    if (!taken.ok) throw new Error(`Slack answered ${taken.status}`);
    await client.files.completeUploadExternal({ files: [{ id: file_id, title: name }] });
    return file_id;
  } catch (error) {
    log.warn("a picture was not uploaded to Slack; its text is said in its place", { error, needs: "files:write" });
    return null;
  }
}

/** Slack's own host for files, `files.slack.com`, or beside the API. */
function isForFiles(address: string, apiUrl: string): boolean {
  const [there, api] = [new URL(address), new URL(apiUrl)];
  return there.origin === api.origin || (there.protocol === "https:" && there.host === `files.${api.host}`);
}
