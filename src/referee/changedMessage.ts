import { z } from "zod";
import type { Answer, Deleted, Edited, Said } from "../adapter.ts";
import type { EpochMs } from "../clock.ts";
import { asideFor } from "../intake/aside.ts";
import { NO_BYPASS } from "../intake/danger.ts";
import { filesIn } from "../intake/filesIn.ts";
import { matchParts } from "../intake/matchParts.ts";
import type { DraftReading } from "../intake/reading.ts";
import { type ReadContext, safetyCallIn, toSafety } from "../intake/readMessage.ts";
import type { Whose } from "../intake/withoutSecrets.ts";
import { readBy } from "../plant/who/language.ts";
import type { World } from "../request/commands.ts";
import type { Offers } from "../store/offers.ts";
import type { EventStore, Handled } from "../store/types.ts";
import { say } from "../words/say.ts";
import type { TypeId } from "../workflow/requestType.ts";
import { metaFor } from "./acting.ts";
import { tell, withAside } from "./aside.ts";
import { type ChangedReplyOptions, type CleanEdit, changedReply } from "./changedReply.ts";
import { isOwnChat } from "./heard.ts";
import type { Linking } from "./linking.ts";
import { answerOf, followAll, isOwn, type Part, partsOf, removeAll } from "./messageParts.ts";
import type { Queries } from "./queries.ts";
import { changeKind, draftsKind, type RefereeQuotas } from "./quotas.ts";
import { requestIdFor } from "./requests.ts";

export type ChangedMessageOptions = ChangedReplyOptions & {
  readonly store: Pick<EventStore, "plan" | "recall" | "settle">;
  readonly queries: Queries;
  readonly linking: Linking;
  readonly offers: Offers;
  readonly quotas: RefereeQuotas;
};

/**
 * Messages that are changed on their platform after they were said. A draft follows its message; what was sent or recorded
 * stays, and its author alone is told how to put it right. Nobody's change touches what another one wrote.
 */
export type ChangedMessages = {
  /** @param secret whose password or token stood in it */
  edited(edited: Edited, secret: Whose | null): Promise<Answer>;
  deleted(deleted: Deleted): Promise<Answer>;
  /** Whether a later version of a message was heard before it, or that it is gone. */
  isOutdated(said: Pick<Said, "id" | "edition">): Promise<boolean>;
};

const NOTHING: Answer = { type: "nothing" };

export function createChangedMessages(options: ChangedMessageOptions): ChangedMessages {
  return {
    edited: (edited, secret) => inOrder(options, edited, (parts) => edit(options, { ...edited, secret }, parts)),
    deleted: (deleted) => inOrder(options, deleted, (parts) => remove(options, deleted, parts)),
    isOutdated: async ({ id, edition = 0 }) => (await partsOf(options.requests, id)).edition > edition,
  };
}

/** A change that comes after a later one has nothing to say any more. */
async function inOrder(
  { requests, linking, store }: ChangedMessageOptions,
  changed: Edited | Deleted,
  act: (parts: readonly Part[]) => Promise<Answer>,
): Promise<Answer> {
  const { all, edition } = await partsOf(requests, changed.about);
  const gone = all.length > 0 ? 0 : await goneAt(store, changed.about);
  if (Math.max(edition, gone) > changed.edition) return NOTHING;
  await linking.meet(changed);
  return act(all);
}

async function edit(options: ChangedMessageOptions, edited: CleanEdit, parts: readonly Part[]): Promise<Answer> {
  const { requests, plants, store, understand } = options;
  const [first] = parts;
  if (first === undefined) return (await changedReply(options, edited)) ?? editedTalk(options, edited);
  const world = await plants.world(first.state.asked.plant);
  if (!isOwn(first.state, edited, world)) return NOTHING;
  // As whoever reads the message takes it: "tonight" is the night of the day on which it was written.
  const now = first.state.status === "draft" ? first.state.startedAt : await store.plantNow();
  const reading = understand(edited.text, world.plant, now);
  const aside = asideFor(reading, edited.secret, readBy(world.plant, edited.account));
  // Nothing is put away because its message speaks of people in danger now.
  if (reading.danger === "emergency" && reading.drafts.length === 0) return withAside(NOTHING, aside);
  const isBypass = reading.danger === "bypass";
  const drafts = isBypass ? safetyCalls(parts, edited.text, { ...world, now }) : reading.drafts;
  const { matched, added } = matchParts(parts.map(asItIs), drafts);
  const unfollowed = await changesHeldBack(options, edited, followed(parts, matched), world);
  if (unfollowed !== null)
    return withAside(
      isBypass ? withAside(unfollowed, NO_BYPASS(readBy(world.plant, edited.account))) : unfollowed,
      aside,
    );
  const held = await draftsHeldBack(options, edited, drafts, added.length, world);
  const parted = held === null ? [...matched, ...added] : matched;
  const lines = [
    ...(await followAll(requests, edited, parted, world)),
    textOf(held),
    isBypass ? NO_BYPASS(readBy(world.plant, edited.account)) : null,
  ];
  return withAside(together(lines), aside);
}

function textOf(answer: Answer | null): string | null {
  return answer?.type === "private" ? answer.text : null;
}

/** A call for Safety that came of such a wish stays, whatever is mended of its words. */
function safetyCalls(parts: readonly Part[], text: string, context: ReadContext): readonly DraftReading[] {
  const call = safetyCallIn(context.types)?.type;
  const isThere = parts.map(asItIs).some(({ type }) => type !== null && type === call);
  const draft = isThere ? toSafety(text, context) : null;
  return draft === null ? [] : [draft];
}

/** By which drafts the change is taken over, and as what they were and are read. */
type Followed = readonly { readonly was: TypeId | null; readonly is: TypeId | null }[];

/** Each time is an event of theirs, for ever. What the change puts away stays free. */
function followed(parts: readonly Part[], matched: readonly (DraftReading | null)[]): Followed {
  return parts.flatMap(({ state }, index) => {
    const draft = matched[index] ?? null;
    return state.status !== "draft" || draft === null ? [] : [{ was: state.reading.type, is: draft.reading.type }];
  });
}

/** Null where it changes no draft, or may; else they stay as they were. */
async function changesHeldBack(
  { quotas, store }: ChangedMessageOptions,
  edited: Edited,
  drafts: Followed,
  world: World,
): Promise<Answer | null> {
  if (drafts.length === 0) return null;
  const meta = metaFor(edited, world, await store.plantNow());
  const plant = readBy(world.plant, edited.account);
  // What calls for help already goes on doing so, whatever is mended of its words.
  const kinds = drafts.map(({ was, is }) => changeKind(was === is ? null : is, world.types));
  const kind = kinds.includes("callDraft") ? "callDraft" : "note";
  const changing = { kind, meta, plant, spot: edited.spot, act: edited.id, count: drafts.length } as const;
  return quotas.answerHeldBack(changing, say(plant, "alone.draftAsBefore"));
}

/** Null where it adds no draft, or may; a changed message is no way to make more of them than a new one. */
async function draftsHeldBack(
  { quotas, store }: ChangedMessageOptions,
  edited: Edited,
  drafts: readonly DraftReading[],
  count: number,
  world: World,
): Promise<Answer | null> {
  if (count === 0) return null;
  const meta = metaFor(edited, world, await store.plantNow());
  const kind = draftsKind(drafts, world.types);
  return quotas.answerHeldBack({
    kind,
    meta,
    plant: readBy(world.plant, edited.account),
    spot: edited.spot,
    act: edited.id,
    count,
  });
}

function asItIs({ state }: Part) {
  return { type: state.status === "draft" ? state.reading.type : state.rules.type, text: state.asked.text };
}

/** Of no request yet: an offer is of what its author says now, and whoever names Referee only now asks now. */
async function editedTalk(options: ChangedMessageOptions, edited: CleanEdit): Promise<Answer> {
  if (edited.via !== "mention" && edited.via !== "direct") return renewOffer(options, edited);
  const { requests, plants, store, understand, queries } = options;
  const world = await plants.world(await plants.whose(edited.account, edited.spot));
  const now = await store.plantNow();
  const reading = understand(edited.text, world.plant, now);
  const aside = asideFor(reading, edited.secret, readBy(world.plant, edited.account));
  if (reading.danger === "bypass") return withAside(tell(NO_BYPASS(readBy(world.plant, edited.account))), aside);
  const held = await draftsHeldBack(options, edited, reading.drafts, reading.drafts.length, world);
  if (held !== null) return withAside(held, aside);
  await followAll(requests, edited, reading.drafts, world);
  if (reading.drafts.length === 0) await makeNothingOf(store, edited, world, now);
  const isAsked = reading.queries.length > 0;
  const asked = {
    act: edited.id,
    spot: edited.spot,
    account: edited.account,
    inOwnChat: isOwnChat(edited),
    words: null,
  };
  const answer = isAsked ? await queries.answer(reading.queries, world, metaFor(edited, world, now), asked) : NOTHING;
  return withAside(answer, aside);
}

async function renewOffer(options: ChangedMessageOptions, edited: Edited): Promise<Answer> {
  const { offers, plants, store, understand } = options;
  const { account, spot, edition } = edited;
  const request = requestIdFor(edited.about, 0);
  const offered = await offers.read(request);
  if (offered === null || offered.account !== account || offered.edition > edition) return NOTHING;
  const { plant } = await plants.world(await plants.whose(account, spot));
  const { text } = understand(edited.text, plant, await store.plantNow());
  await offers.keep(request, { ...offered, text, files: filesIn(edited.files), edition });
  return NOTHING;
}

async function remove(options: ChangedMessageOptions, deleted: Deleted, parts: readonly Part[]): Promise<Answer> {
  const [first] = parts;
  if (first === undefined) return (await changedReply(options, deleted)) ?? removedTalk(options, deleted);
  const world = await options.plants.world(first.state.asked.plant);
  return together(await removeAll(options.requests, deleted, parts.length, world));
}

/** Of no request yet: nothing is offered any more, and when the message arrives after this, nothing is made of it. */
async function removedTalk(options: ChangedMessageOptions, deleted: Deleted): Promise<Answer> {
  const { requests, plants, offers, store } = options;
  const request = requestIdFor(deleted.about, 0);
  const offered = await offers.read(request);
  if (offered?.account === deleted.account) await offers.forget(request);
  if (deleted.via !== "mention" && deleted.via !== "direct") return NOTHING;
  const world = await plants.world(await plants.whose(deleted.account, deleted.spot));
  const first = await makeNothingOf(store, deleted, world, await store.plantNow());
  // Its drafts are being made at this moment: the record of each refuses it.
  if (first.type === "planned" && first.repeated) await removeAll(requests, deleted, 1, world);
  await store.settle(goneId(deleted.about), deleted.edition);
  return NOTHING;
}

/**
 * When the message arrives after its change, it comes to nothing. That is kept as answers are, and not in the record:
 * most of what people delete was never a request.
 */
function makeNothingOf(
  store: Pick<EventStore, "plan">,
  changed: Edited | Deleted,
  world: World,
  now: EpochMs,
): Promise<Handled> {
  const { by, name } = metaFor(changed, world, now);
  return store.plan(changed.about, { plant: world.plant.code, by, name, drafts: [], answer: NOTHING });
}

/** The version with which a message that was no request was deleted; 0 when it was not. */
async function goneAt({ recall }: Pick<EventStore, "recall">, message: string): Promise<number> {
  const before = await recall(goneId(message), {});
  return before?.type === "accepted" ? z.number().parse(before.answer) : 0;
}

const goneId = (message: string) => `${message}:gone`;

function together(lines: readonly (string | null)[]): Answer {
  const said = [...new Set(lines.filter((line) => line !== null))];
  return answerOf(said.length === 0 ? null : said.join(" "));
}
