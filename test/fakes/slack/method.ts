import type { z } from "zod";
import { Refusal } from "./refusal.ts";
import type { Sockets } from "./sockets.ts";
import type { Triggers } from "./triggers.ts";
import type { StoredMessage, Workspace } from "./workspace.ts";

export type Bot = {
  readonly userId: string;
  readonly botId: string;
  /** The workspace it is installed in, or the organisation. */
  readonly teamId: string;
  readonly appId: string;
  /** The organisation of Enterprise Grid that the workspace belongs to. */
  readonly organisation?: string;
};

/** Whether it is installed in the whole organisation. */
export function isOrganisationWide({ teamId, organisation }: Bot): boolean {
  return teamId === organisation;
}

export type MethodContext = {
  readonly workspace: Workspace;
  readonly bot: Bot;
  readonly scopes: ReadonlySet<string>;
  readonly triggers: Triggers;
  readonly sockets: Sockets;
  readonly socketUrl: (ticket: string) => string;
  /** Where the bytes of a file go. */
  readonly uploadUrl: (file: string) => string;
  /** Told of every change of a message, so that it reaches the app as an event too. */
  readonly echo: {
    (message: StoredMessage, change: "new"): void;
    (message: StoredMessage, change: "message_changed" | "message_deleted", before: StoredMessage): void;
  };
};

/** One method of the Web API: which scopes allow it (any of them), and what it does. */
export type Method = {
  readonly scopes: readonly string[];
  readonly run: (args: unknown, context: MethodContext) => Readonly<Record<string, unknown>>;
};

/** Arguments as Slack reads them: parsed, or refused as `invalid_arguments`. */
export function method<S extends z.ZodType>(
  scopes: readonly string[],
  schema: S,
  run: (args: z.infer<S>, context: MethodContext) => Readonly<Record<string, unknown>>,
): Method {
  return {
    scopes,
    run(args, context) {
      const parsed = schema.safeParse(args);
      if (!parsed.success)
        throw new Refusal(
          "invalid_arguments",
          parsed.error.issues.map(({ message, path }) => `[ERROR] ${path.join(".")}: ${message}`),
        );
      return run(parsed.data, context);
    },
  };
}
