/** Where the local chat keeps its log, so that it survives Referee being killed. */
export type ChatStore = {
  /** Resolves when the entry is kept. After an error it may or may not be: `load` tells. */
  append(entry: string): Promise<void>;
  /** Every entry, oldest first. */
  load(): Promise<readonly string[]>;
};

/** For tests, and for a chat that may be forgotten. */
export function memoryChatStore(): ChatStore {
  const entries: string[] = [];
  return {
    append: async (entry) => {
      entries.push(entry);
    },
    load: async () => [...entries],
  };
}

/** The two commands of a Redis client that the chat's log needs; an ioredis client has them. */
export type ListClient = {
  rpush(key: string, element: string): Promise<number>;
  lrange(key: string, start: number, stop: number): Promise<string[]>;
};

/** Keeps the log in one Redis list. @param key with the installation's hash tag, e.g. `{referee}:local-chat` */
export function redisChatStore(client: ListClient, key: string): ChatStore {
  return {
    append: async (entry) => {
      await client.rpush(key, entry);
    },
    load: () => client.lrange(key, 0, -1),
  };
}
