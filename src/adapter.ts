import { z } from "zod";
import type { Card, Form, Option } from "./card/card.ts";
import type { Mention } from "./card/people.ts";
import { RefereeError } from "./errors.ts";
import { type AccountId, AdapterName } from "./plant/ids.ts";
import type { SentFile } from "./request/files.ts";
import { type Hearing, Spot } from "./request/place.ts";
import type { Tongue } from "./words/reader.ts";

export { AdapterName, type Hearing, type Mention, type SentFile, Spot };

/** A message that was posted, as its platform names it. Only the adapter that made it reads it. */
export const Posted = z.object({
  adapter: AdapterName,
  conversation: z.string(),
  thread: z.string().nullable(),
  message: z.string(),
});
export type Posted = z.infer<typeof Posted>;

/** What was said: under which id, where the platform tells it. */
export const Utterance = z.union([Posted, z.literal("unnamed")]);
export type Utterance = z.infer<typeof Utterance>;

/** What is said at a spot. `text` is what a notification shows, and all there is when `card` is null. */
export type Message = {
  readonly text: string;
  readonly card: Card | null;
  /** Who is to be notified, named before the text. */
  readonly mention: readonly Mention[];
  /** Absent where the buttons are for whoever reads the card. */
  readonly audience?: Audience;
  /** Absent where no button of the card is kept from anybody. */
  readonly reserved?: Reserved;
  /** What `Show` is asked for by whoever wants the card's details, on a platform that cannot unfold them in their place. */
  readonly folded?: string;
};

/**
 * For whom the buttons of a card are. A platform that can give each reader a card of their own shows them to nobody else;
 * on the others they stay for all, and refuse politely.
 */
export type Audience = {
  /** What `Show` is asked for. It comes back from clients, and then it is a claim. */
  readonly view: string;
  /** Accounts of this adapter, at least one. */
  readonly actors: readonly AccountId[];
};

/**
 * Buttons that nobody but these accounts is shown on a platform that can give each reader a card of their own, whether or
 * not the other buttons are for everybody.
 */
export type Reserved = {
  /** As of an audience; the same where a card has both. */
  readonly view: string;
  /** Accounts of this adapter; none where nobody there may press them. */
  readonly actors: readonly AccountId[];
  /** What the buttons carry. */
  readonly values: readonly string[];
};

/** Names one utterance for ever: posted again after a crash, it carries the same effect, so it can be found. */
export type EffectId = string;

/** A person's message. `id` is the platform's own id of the event; the same event sent twice has the same id. */
export type Said = {
  readonly type: "said";
  readonly id: string;
  readonly account: AccountId;
  /** The name the platform shows for the account; for cards only, never for authority. */
  readonly name: string;
  /** Unescaped, without the mention of Referee itself. */
  readonly text: string;
  /** The thread to answer in: the thread the message stands in, or the one it would begin. */
  readonly spot: Spot;
  /** Whether it stands in a thread that another message began. */
  readonly isReply: boolean;
  /**
   * `mention`, `direct`, `command`, `shortcut`: addressed to Referee. `thread`: a reply in a thread without a mention.
   * `overheard`: begins a thread and is addressed to nobody; passed on from conversations of `Overhears` only.
   * For `shortcut` the text is the message it was used on, `quoted` its author.
   */
  readonly via: "mention" | "direct" | "command" | "shortcut" | "thread" | "overheard";
  readonly quoted: { readonly account: AccountId; readonly name: string } | null;
  /**
   * The pictures and files that came with it, by the names the platform tells; where they stand only by addresses of the
   * platform's own that any of its members may open: none that lets whoever has it in, and none that somebody chose.
   */
  readonly files: readonly SentFile[];
  /** Set where it is a later version of the message: that of the change. */
  readonly edition?: number;
};

/** What is true of a message that is no longer what it was. */
type Changed = {
  /** Names this change for ever: the same change sent twice has the same id. */
  readonly id: string;
  /** The id under which the message was said. */
  readonly about: string;
  /** Greater for a later change of the same message: microseconds since 1970 by the platform's clock. */
  readonly edition: number;
  /** Who wrote the message, and so changed it. */
  readonly account: AccountId;
  readonly name: string;
  /** As for the message when it was said. */
  readonly spot: Spot;
  readonly isReply: boolean;
  /** As for what is said; null where it is addressed to nobody, and matters only when it was heard before. */
  readonly via: Exclude<Said["via"], "command" | "shortcut"> | null;
};

/** A message whose author changed its words or files, or brought it back. What only looks different is no change. */
export type Edited = Changed & {
  readonly type: "edited";
  readonly text: string;
  readonly files: readonly SentFile[];
};

/** A message that is gone. */
export type Deleted = Changed & { readonly type: "deleted" };

/** A pressed button. `value` is what came back from the card: a claim, to be decoded and judged. */
export type Pressed = {
  readonly type: "pressed";
  readonly id: string;
  readonly account: AccountId;
  readonly name: string;
  readonly value: string;
  readonly spot: Spot;
  /** The message the button stands on, where the platform says so. */
  readonly message?: string;
};

/** A form sent off. `values` by input id, or by `pickedId` for what was picked; what was left empty is absent. */
export type Submitted = {
  readonly type: "submitted";
  readonly id: string;
  readonly account: AccountId;
  readonly name: string;
  readonly value: string;
  readonly values: Readonly<Record<string, string>>;
};

export type Inbound = Said | Edited | Deleted | Pressed | Submitted;

/** `spent`: what was pressed has done its part, so a card that was shown to whoever pressed it alone is taken away. */
type Spent = { readonly spent?: true };

/** What the person who acted is told at once; everything else reaches people through lanes. */
export type Answer =
  /** `taken`: what was written was recorded; a platform that can lets its author see so at the message itself. */
  | ({ readonly type: "nothing"; readonly taken?: "words" } & Spent)
  /** Seen by this person only, where the platform can. `text` says it all where no card is shown. */
  | ({ readonly type: "private"; readonly text: string; readonly card?: Card; readonly folded?: string } & Spent)
  /** Said in the thread where it was asked. */
  | ({ readonly type: "reply"; readonly message: Message } & Spent)
  | { readonly type: "form"; readonly form: Form }
  /** The form stays open; a text beside each input that needs another look. */
  | { readonly type: "formErrors"; readonly errors: Readonly<Record<string, string>> };

/**
 * Takes one human action. Resolves only after it is recorded in Redis, and only then may the platform be answered with
 * success. The same id gets the first answer again.
 * @param locale in which whoever acts has the platform, as it writes them: `de-AT`; nothing where it does not say
 * @throws RefereeError `STORE_AWAY` when it could not be recorded: answer 503, so that the platform sends it again
 */
export type Receive = (inbound: Inbound, locale?: string | null) => Promise<Answer>;

/** In which language an adapter says what it says by itself: that a press was recorded, or could not be. Asks no store. */
export type Tongues = {
  /**
   * To somebody alone: their language of the plant file, else that of the platform, else the plant's.
   * @param locale in which they have the platform just then, where it says so
   */
  readonly by: (account: AccountId, locale: string | null) => Tongue;
  /** Where everybody reads it: the channel's language, else the plant's; nothing where it is no plant's channel. */
  readonly at: (spot: Pick<Spot, "adapter" | "conversation">) => Tongue | null;
};

/**
 * Which answers were given as messages of their own, or as forms that opened: a delivery that comes again finds its answer
 * given.
 */
export type Given = {
  /**
   * Whether to give the answer to this act now: it was not given, and nobody is giving it.
   * @param sentAgain the platform says that it comes again: whoever was giving the answer may have died
   */
  begin(act: string, sentAgain: boolean): Promise<boolean>;
  end(act: string): Promise<void>;
};

/** Somebody wants to see their own card: they pressed something for it, or their client asks by itself. */
export type Look = {
  /** From a card's audience; a claim. */
  readonly view: string;
  readonly account: AccountId;
  /** The platform's id of the press; null when nobody pressed anything. */
  readonly press: string | null;
  /** The message the card stands in, where the platform says so. */
  readonly message?: string;
  /** Set where only the details of the card are wanted: the conversation in which it was pressed, whose people read the card. */
  readonly unfolds?: Pick<Spot, "adapter" | "conversation">;
};

/** `nothing`: not one of those the card has buttons for, or no card at all; the text is for whoever pressed. */
export type Shown =
  | { readonly type: "card"; readonly message: Message }
  | { readonly type: "nothing"; readonly text: string };

/**
 * A card as it is now, for one of those it has buttons for, and for nobody else; its details for everybody who reads it, without
 * any button. Decides nothing and costs little: clients ask as often as they show a card.
 * @throws RefereeError `STORE_AWAY`
 */
export type Show = (look: Look) => Promise<Shown>;

/** Somebody types into a list that is too long to be sent along with its form. */
export type Search = {
  readonly account: AccountId;
  /** The form's value: a claim, as when it is sent off. */
  readonly value: string;
  readonly input: string;
  /** What was typed so far, or "". */
  readonly words: string;
};

/**
 * The options that fit best, best first, of those this person may see; none when the form is not theirs to fill in.
 * Decides nothing and costs little: clients ask at every letter.
 * @throws RefereeError `STORE_AWAY`
 */
export type Find = (search: Search) => Promise<readonly Option[]>;

/**
 * Somebody looks at their home, or wants it shown: from now on it follows the record there. Decides nothing. A home is a
 * place like others, drawn and kept by its lane.
 * @throws RefereeError `STORE_AWAY`
 */
export type OpenHome = (account: AccountId) => Promise<void>;

/** Whether an administrator lets Referee listen in a conversation. Nothing said anywhere else leaves the adapter. */
export type Overhears = (conversation: string) => boolean;

/**
 * A token bucket: at most `capacity` at once, refilled with `perSecond`. `reserved`: how much of it is kept for calls for
 * help, so that none waits for what else is said; less than the capacity, and none by default.
 */
export type Budget = { readonly capacity: number; readonly perSecond: number; readonly reserved?: number };

/** What a platform allows, so that lanes stay below it: sends into one conversation, posts and updates in all of them. */
export type Pacing = {
  readonly conversation: Budget;
  readonly post: Budget;
  readonly update: Budget;
  /** What is shown in all Home tabs together. Default: as updates. */
  readonly home?: Budget;
  /**
   * Set where a card that changes counts in its conversation as a new message does: how much of the conversation's budget
   * changes leave to new messages, so that a ping need not wait for them. Less than its capacity.
   */
  readonly updatesLeave?: number;
  /** How long after a message chatter waits in the same place, to be said together, in ms. Default: not at all. */
  readonly lullMs?: number;
  /**
   * How long after somebody was called in a conversation what else calls them there waits, to be one message that lists it,
   * in ms. A call for help never waits. Default: not at all.
   */
  readonly gatherMs?: number;
};

/**
 * `vouched`: the platform's own directory vouches for it: of this organisation, confirmed, and not the person's to choose.
 * Any other, such as a guest's, says whose the account may be, and never whose it is.
 */
export type AccountAddress = { readonly email: string; readonly vouched: boolean };

/** One chat platform. Adding a platform means writing one of these and passing it to `createReferee`. */
export type Adapter = {
  readonly name: AdapterName;
  readonly pacing: Pacing;
  /**
   * Begins to listen. Calls `receive` once per human action, never for the bot's own messages; `show` where the platform
   * has cards that differ by reader, `find` where it lets people search a long list, and `openHome` when somebody looks
   * at a tab of theirs. What it says by itself it says as `tongues` tells.
   */
  start(receive: Receive, show: Show, find: Find, openHome?: OpenHome, tongues?: Tongues): Promise<void>;
  /** Stops listening, after actions in flight have been answered. */
  stop(): Promise<void>;
  /** Whether people can be heard and answered right now; for `/readyz`. */
  ready(): boolean;
  /** Why not, in words for an administrator, where it knows; for `/readyz`. */
  trouble?(): string | null;
  /** What an administrator should know though it is ready; for `/readyz`. */
  remarks?(): readonly string[];
  /**
   * Set where people have a tab of their own that shows their home: said at a spot made by `homeTab`, and again, in place
   * of what stands there. Elsewhere a home is a message in their chat with Referee, whenever they ask for it.
   */
  readonly hasHomeTab?: boolean;
  /** How what people type at a spot reaches Referee. Default: replies in threads do. */
  hearing?(spot: Spot): Hearing;
  /** @returns null when the platform took the message and did not say under which id. @throws DeliveryError */
  post(spot: Spot, message: Message, effect: EffectId): Promise<Posted | null>;
  /** Shows a newer message in place of an older one. @throws DeliveryError */
  update(posted: Posted, message: Message): Promise<void>;
  /** Pins an own message in its conversation; again changes nothing. Absent where a bot cannot. @throws DeliveryError */
  pin?(posted: Posted): Promise<void>;
  /** Takes back an own message that was said twice. @throws DeliveryError */
  remove(posted: Posted): Promise<void>;
  /** False where a bot is shown nothing of what it said, so that `find` knows of nothing. Default: true. */
  readonly showsHistory?: boolean;
  /** Whether an utterance was said already; null when it was not, or when the platform cannot tell. @throws DeliveryError */
  find(spot: Spot, effect: EffectId): Promise<Posted | null>;
  /** An address that opens the message in the platform's own client, or null where there is none. */
  permalink(posted: Posted): Promise<string | null>;
  /**
   * Whether somebody can open what stands in a conversation of several people. Default: everybody there can.
   * @throws DeliveryError when that cannot be told now
   */
  opensTo?(conversation: string, account: AccountId): Promise<boolean>;
  /**
   * Whether somebody is a member of a conversation of several people, and so hears what is said there.
   * Absent where the platform does not tell. @throws DeliveryError when that cannot be told now
   */
  isMember?(conversation: string, account: AccountId): Promise<boolean>;
  /**
   * The e-mail address that the platform shows of an account. Null when it does not say, and for bots and closed accounts.
   * Absent where the platform knows no addresses. @throws DeliveryError when the directory cannot be asked now
   */
  emailOf?(account: AccountId): Promise<AccountAddress | null>;
  /**
   * The account to which the directory has this address; null where there is none. Whose it is, `emailOf` says.
   * Absent where the platform cannot be asked. @throws DeliveryError when the directory cannot be asked now
   */
  accountWith?(email: string): Promise<AccountId | null>;
};

/** Why an utterance was not delivered, by what can be done about it. */
export type DeliveryFailure =
  /** Wait, then say it again: the whole lane, or everything that uses this method on the platform. */
  | { readonly type: "rateLimited"; readonly retryAfterMs: number; readonly scope: "lane" | "method" }
  /** The conversation is gone, or Referee is not (or no longer) let in. */
  | { readonly type: "unreachable"; readonly why: string }
  /** The message can no longer be changed: post anew. */
  | { readonly type: "notEditable" }
  /** The platform refuses this content: say it in plain text. */
  | { readonly type: "refused"; readonly why: string }
  /** It may or may not have been said: no answer in time, or the platform answered that it failed. */
  | { readonly type: "unknown"; readonly why?: string }
  /** The platform is in trouble: back off. It was certainly not said. */
  | { readonly type: "unavailable"; readonly why: string };

export class DeliveryError extends RefereeError {
  readonly failure: DeliveryFailure;

  constructor(failure: DeliveryFailure, options?: ErrorOptions) {
    super(
      "DELIVERY_FAILED",
      `Not delivered: ${"why" in failure ? `${failure.type}, ${failure.why}` : failure.type}`,
      options,
    );
    this.name = "DeliveryError";
    this.failure = failure;
  }
}
