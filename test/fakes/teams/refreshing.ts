import { z } from "zod";
import type { Delivered } from "./delivery.ts";
import { readAnswer } from "./shownAnswer.ts";
import { type TeamsMessage, type TeamsPerson, viewKey, type World } from "./world.ts";

const WithRefresh = z.object({
  refresh: z.object({
    action: z.object({
      type: z.literal("Action.Execute"),
      verb: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
    userIds: z.array(z.string()),
  }),
});
type RefreshAction = z.infer<typeof WithRefresh>["refresh"]["action"];

/**
 * A client that asks for its person's own card: by itself whenever it shows a card that names them, once for each version
 * of the card, and again when nothing came back. What it gets stands in place of the card until that is changed.
 */
export type Refreshing = {
  /** The conversation is in front of the person. */
  displays(message: TeamsMessage): void;
  /** Resolves when nothing is being asked for. */
  settled(): Promise<void>;
};

export type RefreshingOptions = {
  readonly person: TeamsPerson;
  readonly world: World;
  readonly ask: (message: TeamsMessage, action: RefreshAction) => Promise<Delivered>;
};

export function createRefreshing({ person, world, ask }: RefreshingOptions): Refreshing {
  const asked = new Set<string>();
  const asking = new Set<Promise<void>>();

  const refresh = async (message: TeamsMessage, action: RefreshAction, version: string) => {
    const shown = await ask(message, action).then(readAnswer).catch(nobodyThere);
    if (shown === null || shown.type === "failed") asked.delete(version);
    if (shown?.type === "card" && isStanding(world, message))
      world.ownViews.set(viewKey(message.id, person), shown.card);
  };

  return {
    displays: (message) => {
      const version = `${message.id}/${message.edits}`;
      const card = WithRefresh.safeParse(message.card);
      if (!card.success || !card.data.refresh.userIds.includes(person.id)) return;
      if (asked.has(version) || world.refreshFails.has(person.handle)) return;
      asked.add(version);
      const done = refresh(message, card.data.refresh.action, version);
      asking.add(done);
      const end = () => asking.delete(done);
      done.then(end, end);
    },
    settled: async () => {
      while (asking.size > 0) await Promise.all(asking);
    },
  };
}

/** Whether the card asked about is still the one that stands there: an answer that comes late is of no use. */
function isStanding(world: World, { id, edits }: TeamsMessage): boolean {
  return world.messages.some((one) => one.id === id && one.edits === edits && !one.deleted);
}

/** Whoever listened is not up: the client shows what it has. Anything else is a mistake of the fake. */
function nobodyThere(error: unknown): null {
  if (error instanceof TypeError) return null;
  throw error;
}
