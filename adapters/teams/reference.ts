import { z } from "zod";

/** Where a connector listens. */
export const ServiceUrl = z.url({ protocol: /^https?$/, error: "is no web address" });

/** How to reach one conversation: what Teams needs besides the message. */
export const Reference = z.object({
  /** Where its connector listens; Teams may change it, the newest one counts. */
  serviceUrl: ServiceUrl,
  /** The id Teams knows it by. A chat with one person has another id for every bot. */
  conversation: z.string().min(1),
  kind: z.enum(["channel", "groupChat", "personal"]),
  tenant: z.string().min(1),
  /** The bot as this conversation knows it, `28:…`. */
  bot: z.string().min(1),
  /** The Microsoft 365 group of the team a channel belongs to, where Teams said it. */
  team: z.string().nullable(),
});
export type Reference = z.infer<typeof Reference>;

/**
 * Keeps how conversations are reached, by the ids that spots carry: a channel, a group chat, or a person's account for
 * their chat with Referee. Under `tenant:<id>` it keeps the newest one of a tenant, for conversations never heard from.
 */
export type References = {
  /** @throws RefereeError `STORE_AWAY` */
  load(key: string): Promise<Reference | null>;
  /** @throws RefereeError `STORE_AWAY` */
  save(key: string, reference: Reference): Promise<void>;
};

/** References that are gone when the process ends: for tests. */
export function memoryReferences(): References {
  const kept = new Map<string, Reference>();
  return {
    load: async (key) => kept.get(key) ?? null,
    save: async (key, reference) => {
      kept.set(key, reference);
    },
  };
}

export function tenantKey(tenant: string): string {
  return `tenant:${tenant}`;
}
