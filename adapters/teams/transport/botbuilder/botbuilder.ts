import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
  type TurnContext,
} from "botbuilder";
import {
  AuthenticationConstants,
  AuthenticationError,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from "botframework-connector";
import { z } from "zod";
import { directly } from "../../../../src/index.ts";
import { joinConversation } from "../../activity.ts";
import { PATIENCE_MS, type TeamsIdentity } from "../../options.ts";
import type { Reference } from "../../reference.ts";
import { watchAccess } from "../access.ts";
import { certainIdIn, delivered, idIn } from "../answers.ts";
import { type Caller, callerBy } from "../call.ts";
import { guardSigning } from "../guard.ts";
import { memberIn, ROSTER_PAGE, rosterPageIn } from "../members.ts";
import { claimsToBeForUs, NOT_FOR_US } from "../token.ts";
import type { Delivery, InvokeAnswer, OutgoingActivity, Transport, Turn } from "../transport.ts";
import { fetchKeysBy } from "./keys.ts";
import { createLibraryConsole } from "./libraryConsole.ts";
import { type Signer, signerFor } from "./signer.ts";
import { connectorWire } from "./wire.ts";

/** The transport on botbuilder 4.23, which Microsoft no longer maintains: nothing outside this folder knows it. */
export function botbuilderTransport(identity: TeamsIdentity): Transport {
  const { log, outgoing: { fetch } = directly(), patienceMs = PATIENCE_MS } = identity;
  const access = watchAccess(log);
  const signer = signerFor(identity, fetch, guardSigning(patienceMs, access));
  fetchKeysBy(identity, fetch);
  const authentication = authenticationFor(identity, signer, callerBy(fetch, patienceMs, access));
  const adapter = new TurnAdapter(authentication);
  const clientFor = connectorClients(authentication, identity);
  return {
    signIn: async () => {
      await delivered(signer.signIn);
      access.worked();
    },
    isLetIn: access.works,
    turn: (delivery, handle) => turn(adapter, identity, delivery, handle),
    post: (to, thread, activity) =>
      delivered(async () => {
        const { conversations } = await clientFor(to);
        const sent = await conversations.sendToConversation(joinConversation(to, thread), outgoing(activity, to));
        return idIn(sent);
      }),
    update: (to, thread, message, activity) =>
      delivered(async () => {
        const { conversations } = await clientFor(to);
        await conversations.updateActivity(joinConversation(to, thread), message, {
          ...outgoing(activity, to),
          id: message,
        });
      }),
    remove: (to, thread, message) =>
      delivered(async () => {
        const { conversations } = await clientFor(to);
        await conversations.deleteActivity(joinConversation(to, thread), message);
      }),
    member: (of, person) =>
      delivered(async () => {
        const { conversations } = await clientFor(of);
        return memberIn(() => conversations.getConversationMember(of.conversation, person));
      }),
    roster: (of, after) => delivered(async () => rosterPageIn(await rosterPage(await clientFor(of), of, after))),
    openChat: (home, person) => delivered(async () => openChat(await clientFor(home), home, person)),
  };
}

async function openChat(client: ConnectorClient, { tenant, bot }: Reference, person: string): Promise<string> {
  const chat = { bot: { id: bot }, members: [{ id: person }], isGroup: false, tenantId: tenant };
  const opened = await client.conversations.createConversation(NewChat.parse(chat));
  return certainIdIn(opened);
}

/** The library wants a size with a continuation. */
function rosterPage({ conversations }: ConnectorClient, { conversation }: Reference, after: string | null) {
  return after === null
    ? conversations.getConversationPagedMembers(conversation)
    : conversations.getConversationPagedMembers(conversation, { continuationToken: after, pageSize: ROSTER_PAGE });
}

/** What is empty is left out: Teams refuses an empty `conversationType`. */
function outgoing(activity: OutgoingActivity, { conversation, bot }: Reference): Partial<Activity> {
  return BotbuilderActivity.parse({ ...activity, from: { id: bot }, conversation: { id: conversation } });
}

const AnyObject = z.record(z.string(), z.unknown());

// What comes in was checked against our own schema before; botbuilder's type promises more than Teams sends, and demands
// more than Teams wants.
const BotbuilderActivity = z.custom<Activity>((value) => AnyObject.safeParse(value).success);

// What botbuilder takes for text without looking: anything else ends in a TypeError of its own, before our schema is asked.
const Text = z.string().catch("");
const Received = z.looseObject({ serviceUrl: Text, channelId: Text });

// botbuilder's type demands a first message; Teams opens a chat without one.
const NewChat = z.custom<ConversationParameters>((value) => AnyObject.safeParse(value).success);

/** Opens botbuilder's turn to us: it checks the token, runs the handler, and gives back the answer to an invoke. */
class TurnAdapter extends CloudAdapter {
  readonly printing = createLibraryConsole();

  constructor(authentication: BotFrameworkAuthentication) {
    super(authentication);
    // An error that ends here would be answered 200, and the act would be lost.
    this.onTurnError = (_context, error) => Promise.reject(error);
  }

  run(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(authorization, activity, logic);
  }
}

async function turn(
  adapter: TurnAdapter,
  { appId, cloud }: TeamsIdentity,
  { authorization, body }: Delivery,
  handle: () => Promise<InvokeAnswer | null>,
): Promise<Turn> {
  if (appId !== "" && !claimsToBeForUs(authorization, cloud.issuer, appId)) return { type: "refused", why: NOT_FOR_US };
  let answer: InvokeAnswer | null = null;
  let accepted = false;
  try {
    await adapter.printing.muted(() =>
      adapter.run(authorization, BotbuilderActivity.parse(Received.parse(body)), async () => {
        accepted = true;
        answer = await handle();
      }),
    );
  } catch (error) {
    if (accepted) throw error;
    return isRefusal(error)
      ? { type: "refused", why: String(error).slice(0, 200) }
      : { type: "unavailable", cause: error };
  }
  return { type: "handled", answer };
}

// jsonwebtoken's errors: botbuilder lets them through and would answer 500 to a forged signature.
const TokenProblem = z.object({ name: z.enum(["JsonWebTokenError", "NotBeforeError", "TokenExpiredError"]) });

function isRefusal(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode === 401 || error.statusCode === 403;
  return TokenProblem.safeParse(error).success;
}

function authenticationFor({ cloud }: TeamsIdentity, signer: Signer, caller: Caller): BotFrameworkAuthentication {
  const settings = {
    ToChannelFromBotLoginUrl: cloud.loginUrl,
    ToChannelFromBotOAuthScope: cloud.scope,
    ToBotFromChannelTokenIssuer: cloud.issuer,
    OAuthUrl: cloud.scope,
    ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdMetadataUrl,
    CallerId: "",
  };
  const options = { httpClient: connectorWire(caller) };
  return new ConfigurationBotFrameworkAuthentication(settings, signer.factory, undefined, undefined, options);
}

/** Gives the client for the connector of a conversation: one for each address, so that its token serves many calls. */
function connectorClients(authentication: BotFrameworkAuthentication, { appId, cloud }: TeamsIdentity) {
  const identity = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  const factory = authentication.createConnectorFactory(identity);
  const clients = new Map<string, Promise<ConnectorClient>>();
  return ({ serviceUrl }: Reference): Promise<ConnectorClient> => {
    const client = clients.get(serviceUrl) ?? factory.create(serviceUrl, cloud.scope);
    clients.set(serviceUrl, client);
    return client;
  };
}
