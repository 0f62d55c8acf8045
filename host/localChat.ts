import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { redisChatStore } from "../adapters/web/chatStore.ts";
import { readPageFiles } from "../adapters/web/files.ts";
import { createLocalChat, type LocalChat } from "../adapters/web/localChat.ts";
import type { Log } from "../src/log.ts";
import type { Plant } from "../src/plant/plant.ts";
import { isSystemError } from "../src/redis/systemError.ts";
import { inspectRequests } from "../src/referee/inspect.ts";
import type { Referee } from "../src/referee/referee.ts";
import { Secret } from "../src/secret.ts";
import type { Record } from "./installation.ts";

export type LocalChatParts = {
  readonly record: Record;
  readonly plants: () => readonly Plant[];
  /** Referee, once it is assembled: the chat is one of its parts. */
  readonly referee: () => Referee;
  readonly token: Secret;
  /** Ends the process as a power cut would, where something starts it again. */
  readonly kill: (() => void) | null;
  readonly log: Log;
};

/** The local chat on the real record: its messages, its clock and what the curious read are those of the product. */
export function openLocalChat({ record, plants, referee, token, kill, log }: LocalChatParts): LocalChat {
  const inspect = inspectRequests(record.store, () => referee(), plants);
  return createLocalChat({
    token,
    plants,
    store: redisChatStore(record.worker, `${record.prefix}local-chat`),
    demo: {
      now: () => plantClock(record),
      wind: (byMs) => referee().work.wind(byMs),
      windToNext: () => referee().work.windToNext(),
      ...(kill === null ? {} : { kill }),
    },
    inspect,
    reads: async (accounts, language) => {
      for (const account of accounts) await referee().locales.learn(account, language);
    },
    files: readPageFiles(),
    log,
  });
}

async function plantClock({ store, worker }: Record) {
  const [plantTime, [seconds = "0", micros = "0"]] = await Promise.all([
    store.plantNow(),
    worker.time().then((parts) => parts.map(String)),
  ]);
  const offsetMs = plantTime - (Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000));
  return { plantTime, offsetMs: Math.max(0, offsetMs) };
}

/** The key in the page's address. Kept beside the data, so that an open page goes on after a restart. */
export async function keepToken(dataDir: string): Promise<Secret> {
  const file = join(dataDir, "web-token");
  try {
    const kept = (await readFile(file, "utf8")).trim();
    if (/^[\w-]{22,}$/.test(kept)) return new Secret(kept);
  } catch (error) {
    if (!isSystemError(error, "ENOENT")) throw error;
  }
  const token = randomBytes(18).toString("base64url");
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, token, { mode: 0o600 });
  return new Secret(token);
}
