import type { AccountId, EpochMs, Language, Log, Plant, Secret } from "../../src/index.ts";
import type { ChatStore } from "./chatStore.ts";
import type { PageFiles } from "./files.ts";
import type { RequestView } from "./wire.ts";

/** The clock of the demo, which can be wound forward, and the switch that ends Referee without warning. */
export type Demo = {
  now(): Promise<{ readonly plantTime: EpochMs; readonly offsetMs: number }>;
  /** Winds by so many ms, and halts at each instant at which something is due. Resolves when all of it has happened. */
  wind(byMs: number): Promise<unknown>;
  windToNext(): Promise<unknown>;
  /** Ends the process as a power cut would; absent where nothing would start it again. */
  readonly kill?: () => void;
};

/** What the curious may read. */
export type Inspect = {
  /** Newest first. */
  requests(): Promise<readonly RequestView[]>;
  events(stream: string): Promise<readonly unknown[]>;
};

export type LocalChatOptions = {
  /** The key in the page's address, 128 random bits or more. Keep it over a restart and open pages go on. */
  readonly token: Secret;
  /** Asked whenever the page is told who there is; after a plant file changed, call `plantsChanged`. */
  readonly plants: () => readonly Plant[];
  readonly store: ChatStore;
  readonly demo: Demo;
  readonly inspect: Inspect;
  /** Told in which language a browser reads these, people's own chats and channels, before anything is said there. */
  readonly reads: (conversations: readonly AccountId[], language: Language) => Promise<void>;
  readonly files: PageFiles;
  readonly log: Log;
};
