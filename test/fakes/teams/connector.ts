import { z } from "zod";
import { TEAMS_LIMITS } from "../../../adapters/teams/limits.ts";
import { problemsOf } from "../../adapters/adaptive/official.ts";
import { display, linksIn, notifiedByCard, SentActivity, sizeOf } from "./display.ts";
import { hasNoThreads, isSplit, refusedFields } from "./rules.ts";
import { createThrottle, type Throttle, UNLIMITED } from "./throttle.ts";
import {
  splitConversationId,
  type TeamsConversation,
  type TeamsMessage,
  type TeamsPerson,
  type World,
  type WorldOptions,
} from "./world.ts";

export type ConnectorAnswer = { readonly status: number; readonly body?: unknown; readonly retryAfterSeconds?: number };

/** A call a bot made, with its body as it came. */
export type ConnectorCall = {
  readonly method: string;
  readonly path: readonly string[];
  readonly continuation?: string;
  readonly body: string;
};

/** Is told of every message that came to stand, or was changed. */
type Stands = (message: TeamsMessage) => void;

const CARD = "application/vnd.microsoft.card.adaptive";

/** The Bot Connector: `v3/conversations…` on the state of a world. Says no where Teams says no. */
export function createConnector(
  world: World,
  { unlimited = false, timesFaster = 1 }: Pick<WorldOptions, "unlimited" | "timesFaster">,
  stands: Stands,
): (call: ConnectorCall) => ConnectorAnswer {
  const throttle = unlimited ? UNLIMITED : createThrottle(world.clock, timesFaster);
  return (call) => route({ world, throttle, stands }, call) ?? refusal(405, "MethodNotAllowed");
}

type Desk = { readonly world: World; readonly throttle: Throttle; readonly stands: Stands };

function route(desk: Desk, call: ConnectorCall): ConnectorAnswer | undefined {
  const { world, throttle } = desk;
  const { method, body } = call;
  const [conversation = "", part = "", id = ""] = call.path;
  const operations: Readonly<Record<string, () => ConnectorAnswer>> = {
    "POST / ": () => create(world, throttle, body),
    "POST activities ": () => send(desk, { conversation, body }),
    "POST activities id": () => send(desk, { conversation, body }),
    "PUT activities id": () => update(desk, { conversation, id, body }),
    "DELETE activities id": () => remove(desk, conversation, id),
    "GET members id": () => member(world, throttle, conversation, id),
    "GET pagedmembers ": () => pagedMembers(world, throttle, conversation, Number(call.continuation ?? 0)),
  };
  return operations[`${method} ${part === "" ? "/" : part} ${id === "" ? "" : "id"}`]?.();
}

function refusal(status: number, code: string, message = code): ConnectorAnswer {
  return { status, body: { error: { code, message } } };
}

function tooFast(waitMs: number): ConnectorAnswer {
  return { ...refusal(429, "ThrottledRequest"), retryAfterSeconds: Math.ceil(waitMs / 1_000) };
}

/** The conversation if the bot may write there, else the refusal Teams gives. */
function openConversation(world: World, id: string): TeamsConversation | ConnectorAnswer {
  const { base, thread } = splitConversationId(id);
  const conversation = world.conversations.get(base);
  if (conversation === undefined) return refusal(404, "ConversationNotFound");
  if (thread !== null && hasNoThreads(conversation)) return refusal(404, "ConversationNotFound");
  const [person] = conversation.members;
  if (conversation.kind === "personal" && person !== undefined && world.blocked.has(person.handle)) {
    return refusal(403, "MessageWritesBlocked", "The user has blocked the conversation with the bot.");
  }
  return world.installed.has(conversation.id) ? conversation : refusal(403, "BotNotInConversationRoster");
}

type Written = { readonly conversation: string; readonly body: string };

function readActivity(body: string): SentActivity | ConnectorAnswer {
  if (sizeOf(body) > TEAMS_LIMITS.messageBytes) return refusal(413, "MessageSizeTooBig");
  const sent = SentActivity.safeParse(JSON.parse(body));
  if (!sent.success || sent.data.type !== "message") return refusal(400, "BadSyntax", String(sent.error));
  const fields = refusedFields(sent.data);
  if (fields !== null) return refusal(400, "BadArgument", fields);
  if ((sent.data.text ?? "") === "" && sent.data.attachments.length === 0) return refusal(400, "BadSyntax", "empty");
  const problems = sent.data.attachments.flatMap((one) => (one.contentType === CARD ? problemsOf(one.content) : []));
  return problems.length === 0 ? sent.data : refusal(400, "BadArgument", problems.join("; "));
}

function send({ world, throttle, stands }: Desk, { conversation: id, body }: Written): ConnectorAnswer {
  const conversation = openConversation(world, id);
  if ("status" in conversation) return conversation;
  const waitMs = throttle.take(`send ${conversation.id}`, TEAMS_LIMITS.sends);
  if (waitMs > 0) return tooFast(waitMs);
  const sent = readActivity(body);
  if ("status" in sent) return sent;
  const { thread } = splitConversationId(id);
  const messages = (isSplit(sent) ? apart(sent) : [sent]).map((part) => ({
    ...drawn(part, conversation),
    id: world.nextMessageId(),
    thread,
    edits: 0,
  }));
  for (const message of messages) {
    world.messages.push(message);
    stands(message);
  }
  const [only, ...others] = messages;
  return only === undefined || others.length > 0 ? { status: 202 } : { status: 201, body: { id: only.id } };
}

function apart(sent: SentActivity): readonly SentActivity[] {
  return [
    { ...sent, attachments: [] },
    { ...sent, text: "", textFormat: "plain", entities: [] },
  ];
}

type Drawn = Omit<TeamsMessage, "id" | "thread" | "edits">;

function drawn(sent: SentActivity, conversation: TeamsConversation): Drawn {
  const card = sent.attachments.find((one) => one.contentType === CARD)?.content ?? null;
  const { textFormat, summary } = sent;
  const { text, notified } = display(sent, conversation);
  return {
    conversation,
    from: null,
    text,
    notified: [...notified, ...notifiedByCard(card, conversation)],
    links: linksIn(sent),
    textFormat,
    summary,
    card,
    deleted: false,
  };
}

function update(desk: Desk, { conversation: id, id: message, body }: Written & { readonly id: string }) {
  const { world, throttle } = desk;
  const conversation = openConversation(world, id);
  if ("status" in conversation) return conversation;
  const waitMs = throttle.take(`send ${conversation.id}`, TEAMS_LIMITS.sends);
  if (waitMs > 0) return tooFast(waitMs);
  const sent = readActivity(body);
  if ("status" in sent) return sent;
  if (isSplit(sent)) return refusal(400, "BadSyntax", "Activity resulted into multiple skype activities");
  return replace(desk, conversation, message, (old) => ({
    ...old,
    ...drawn(sent, conversation),
    edits: old.edits + 1,
  }));
}

function remove(desk: Desk, id: string, message: string): ConnectorAnswer {
  const conversation = openConversation(desk.world, id);
  if ("status" in conversation) return conversation;
  return replace(desk, conversation, message, (old) => ({ ...old, text: "", card: null, deleted: true }));
}

/** An edit gives everybody the new card: views of their own are gone. */
function replace(
  { world, stands }: Desk,
  conversation: TeamsConversation,
  id: string,
  change: (old: TeamsMessage) => TeamsMessage,
): ConnectorAnswer {
  const index = world.messages.findIndex((one) => one.id === id && one.conversation === conversation && !one.deleted);
  const old = world.messages[index];
  if (old === undefined) return refusal(404, "ActivityNotFoundInConversation");
  if (old.from !== null) return refusal(403, "BotNotAuthor");
  const changed = change(old);
  world.messages[index] = changed;
  for (const key of world.ownViews.keys()) if (key.startsWith(`${id}/`)) world.ownViews.delete(key);
  stands(changed);
  return { status: 200, body: { id } };
}

const NewConversation = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).length(1),
  tenantId: z.string(),
  isGroup: z.literal(false).optional(),
});

function create(world: World, throttle: Throttle, body: string): ConnectorAnswer {
  const asked = NewConversation.safeParse(JSON.parse(body));
  if (!asked.success || asked.data.tenantId !== world.tenant) return refusal(400, "BadSyntax", String(asked.error));
  const wanted = asked.data.members[0]?.id;
  const person = [...world.people.values()].find((one) => one.id === wanted || one.aad === wanted);
  if (person === undefined) return refusal(400, "BadArgument", "Unknown member");
  // The app is installed in the tenant of the shared channel, not in theirs: from memory.
  const { tenantId = world.tenant } = world.profiles.get(person.handle) ?? {};
  if (tenantId !== world.tenant) return refusal(403, "ForbiddenOperationException", "The bot is not installed there");
  const id = `a:${person.handle}`;
  const waitMs = throttle.take(`create ${id}`, TEAMS_LIMITS.sends);
  if (waitMs > 0) return tooFast(waitMs);
  const open = openConversation(world, id);
  return "status" in open ? open : { status: 201, body: { id } };
}

function member(world: World, throttle: Throttle, id: string, wanted: string): ConnectorAnswer {
  const conversation = openConversation(world, id);
  if ("status" in conversation) return conversation;
  const waitMs = throttle.take(`members ${conversation.id}`, TEAMS_LIMITS.memberReads);
  if (waitMs > 0) return tooFast(waitMs);
  const person = conversation.members.find((one) => one.id === wanted || one.aad === wanted);
  if (person === undefined) return refusal(404, "MemberNotFoundInConversation");
  return { status: 200, body: accountOf(world, person) };
}

const PAGE = 50;

function pagedMembers(world: World, throttle: Throttle, id: string, from: number): ConnectorAnswer {
  const conversation = openConversation(world, id);
  if ("status" in conversation) return conversation;
  const waitMs = throttle.take(`members ${conversation.id}`, TEAMS_LIMITS.memberReads);
  if (waitMs > 0) return tooFast(waitMs);
  const members = conversation.members.slice(from, from + PAGE).map((person) => accountOf(world, person));
  const more = from + PAGE < conversation.members.length;
  return { status: 200, body: { members, ...(more && { continuationToken: String(from + PAGE) }) } };
}

function accountOf(world: World, { id, name, aad, handle }: TeamsPerson) {
  const known = { email: `${handle}@plant.example`, tenantId: world.tenant, userRole: "user" };
  return { id, name, objectId: aad, aadObjectId: aad, ...known, ...world.profiles.get(handle) };
}
