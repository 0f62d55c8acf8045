import { type WebAPICallResult, WebClient, type WebClientOptions } from "@slack/web-api";
import type { Log } from "../../src/index.ts";
import { IN_EVERY_REQUEST, type LeanCall } from "./leanCall.ts";
import { refusalOf } from "./tokens.ts";

/**
 * Whether Slack lets Referee speak, as the last calls showed. A change stands in the log once: what cannot be said is tried
 * again quietly, and a revoked token would else look like silence.
 */
export type Access = {
  works(): boolean;
  worked(method: string): void;
  failed(method: string, error: unknown): void;
};

/** Stands for all methods: a token that is refused stops everything. */
const EVERYTHING = "everything";

/** Codes that concern one method: another one that works says nothing about it. */
const OF_ONE_METHOD = new Set(["missing_scope", "not_allowed_token_type"]);

/** What Referee does without: an app that was installed before it asked for the scope works as before. */
const DISPENSABLE = new Set([
  "reactions.add",
  "pins.add",
  "users.lookupByEmail",
  "files.getUploadURLExternal",
  "files.completeUploadExternal",
]);

function isDispensable(method: string, isOfOne: boolean): boolean {
  return isOfOne && DISPENSABLE.has(method);
}

/** @param log hears of every change */
export function watchAccess(log: Log): Access {
  const stopped = new Set<string>();
  return {
    works: () => stopped.size === 0,
    worked(method) {
      const mended = [EVERYTHING, method].filter((each) => stopped.delete(each));
      if (mended.length > 0 && stopped.size === 0) log.info("Slack lets Referee in again");
    },
    failed(method, error) {
      const refusal = refusalOf(error);
      // Whoever asks if the token is good says what came of it.
      if (refusal === null || method === "auth.test") return;
      const isOfOne = OF_ONE_METHOD.has(refusal.code);
      if (isDispensable(method, isOfOne)) return;
      const what = isOfOne ? method : EVERYTHING;
      if (!stopped.has(what)) log.error(isOfOne ? NOT_ALLOWED : LOCKED_OUT, { method, ...refusal });
      stopped.add(what);
    },
  };
}

const LOCKED_OUT =
  "Slack does not let Referee in, so nothing can be written there. Was its app taken away, or the token of SLACK_BOT_TOKEN revoked?";
const NOT_ALLOWED =
  "Slack does not let Referee do something it needs. Give the app the scopes of manifest.yaml and install it again.";

/** Slack's client, which tells how each of its calls went. */
export class WatchedClient extends WebClient {
  readonly #access: Access;
  readonly #lean: LeanCall;

  /** @param lean for what every request uses; see `IN_EVERY_REQUEST` */
  constructor(token: string, options: WebClientOptions, access: Access, lean: LeanCall) {
    super(token, options);
    this.#access = access;
    this.#lean = lean;
  }

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    try {
      const answer = IN_EVERY_REQUEST.has(method)
        ? await this.#lean(method, options ?? {})
        : await super.apiCall(method, options);
      this.#access.worked(method);
      return answer;
    } catch (error) {
      this.#access.failed(method, error);
      throw error;
    }
  }
}
