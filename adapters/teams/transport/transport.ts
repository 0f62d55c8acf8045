import type { Reference } from "../reference.ts";

/** What an invoke is answered with: the HTTP status and body. */
export type InvokeAnswer = { readonly status: number; readonly body: unknown };

/** Somebody in a conversation, as Teams knows them there. */
export type Member = {
  readonly id: string;
  /** Null where Teams gives none. */
  readonly name: string | null;
  /** The address in the directory of their own tenant; null for guests and where Teams does not say. */
  readonly address: { readonly tenant: string | null; readonly email: string; readonly isGuest: boolean } | null;
};

/** Somebody whom a message notifies. */
export type Mentioned = { readonly id: string; readonly name: string };

/** Some of the people in a conversation: their Entra ids, and how this bot knows them. */
export type RosterPage = {
  readonly members: readonly { readonly person: string; readonly id: string }[];
  /** Asks for the page after this one; null on the last. */
  readonly next: string | null;
};

/** A message as it goes to Teams. */
export type OutgoingActivity = {
  readonly type: "message";
  readonly text?: string;
  readonly textFormat: "plain" | "xml";
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
  readonly entities?: readonly {
    readonly type: "mention";
    readonly text: string;
    readonly mentioned: Mentioned;
  }[];
};

/** An activity as it arrived: the body, and the header that proves who sent it. */
export type Delivery = { readonly authorization: string; readonly body: unknown };

/** How a delivery went: the handler's answer, or why the handler was not asked. */
export type Turn =
  | { readonly type: "handled"; readonly answer: InvokeAnswer | null }
  /** Not from Teams, or not for this app. */
  | { readonly type: "refused"; readonly why: string }
  /** The keys to check it with could not be had. */
  | { readonly type: "unavailable"; readonly cause: unknown };

/**
 * The Bot Framework protocol: who may speak to Referee, and how Referee speaks. One file per library that knows it.
 * What is sent throws a DeliveryError that says what can be done about it.
 */
export type Transport = {
  /** Asks for what calls are signed with, before there is one. @throws DeliveryError when it cannot be had */
  signIn(): Promise<void>;
  /** Whether Teams let Referee in when it was last asked. */
  isLetIn(): boolean;
  /** Checks the token, then asks the handler. What the handler throws comes through. */
  turn(delivery: Delivery, handle: () => Promise<InvokeAnswer | null>): Promise<Turn>;
  /** @returns the id of the new message; null where Teams took it, and does not tell its id */
  post(to: Reference, thread: string | null, activity: OutgoingActivity): Promise<string | null>;
  update(to: Reference, thread: string | null, message: string, activity: OutgoingActivity): Promise<void>;
  remove(to: Reference, thread: string | null, message: string): Promise<void>;
  /** A member of the conversation by their Entra id, or null when they are none. */
  member(of: Reference, person: string): Promise<Member | null>;
  /** Everybody in a conversation, page by page. @param after `next` of the page before, null for the first */
  roster(of: Reference, after: string | null): Promise<RosterPage>;
  /** The chat between one person and Referee, opened where it is not. @returns its id */
  openChat(home: Reference, person: string): Promise<string>;
};
