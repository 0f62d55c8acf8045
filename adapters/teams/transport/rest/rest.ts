import { directly } from "../../../../src/index.ts";
import { joinConversation } from "../../activity.ts";
import { PATIENCE_MS, type TeamsIdentity } from "../../options.ts";
import type { Reference } from "../../reference.ts";
import { watchAccess } from "../access.ts";
import { certainIdIn, delivered, idIn } from "../answers.ts";
import { callerBy } from "../call.ts";
import type { TokenSource } from "../credentials.ts";
import { guardSigning } from "../guard.ts";
import { memberIn, ROSTER_PAGE, rosterPageIn } from "../members.ts";
import { tokensFor } from "../tokens.ts";
import type { Delivery, InvokeAnswer, OutgoingActivity, Transport, Turn } from "../transport.ts";
import { type Connector, connectorOf } from "./connector.ts";
import { type CheckToken, tokenCheck } from "./tokenCheck.ts";

/**
 * The transport that speaks the Bot Connector's REST interface itself. `jose` checks the tokens of what comes in, MSAL gets
 * those for what goes out.
 * @source https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference, read 2026-11-29 in
 *   a stored copy
 */
export function restTransport(identity: TeamsIdentity): Transport {
  const { appId, log, outgoing: { fetch } = directly(), patienceMs = PATIENCE_MS } = identity;
  const access = watchAccess(log);
  const guard = guardSigning(patienceMs, access);
  const tokens = tokensFor(identity, fetch);
  const signed: TokenSource | null = tokens === null ? null : () => guard(tokens);
  const connector = connectorOf(callerBy(fetch, patienceMs, access), signed);
  const check = appId === "" ? null : tokenCheck(identity, fetch);
  return {
    signIn: async () => {
      await delivered(async () => signed?.());
      access.worked();
    },
    isLetIn: access.works,
    turn: (delivery, handle) => turn(check, delivery, handle),
    ...speaking(connector),
  };
}

async function turn(
  check: CheckToken | null,
  delivery: Delivery,
  handle: () => Promise<InvokeAnswer | null>,
): Promise<Turn> {
  const objection = check === null ? null : await check(delivery);
  return objection ?? { type: "handled", answer: await handle() };
}

type Speaking = Pick<Transport, "post" | "update" | "remove" | "member" | "roster" | "openChat">;

function speaking(ask: Connector): Speaking {
  return {
    post: (to, thread, activity) =>
      delivered(async () => {
        const path = [joinConversation(to, thread), "activities"];
        return idIn(await ask(to, "POST", path, { body: outgoing(activity, to) }));
      }),
    update: (to, thread, message, activity) =>
      delivered(async () => {
        const path = [joinConversation(to, thread), "activities", message];
        await ask(to, "PUT", path, { body: { ...outgoing(activity, to), id: message } });
      }),
    remove: (to, thread, message) =>
      delivered(async () => {
        await ask(to, "DELETE", [joinConversation(to, thread), "activities", message]);
      }),
    member: (of, person) => delivered(() => memberIn(() => ask(of, "GET", [of.conversation, "members", person]))),
    roster: (of, after) =>
      delivered(async () => {
        const query = { pageSize: String(ROSTER_PAGE), ...(after !== null && { continuationToken: after }) };
        return rosterPageIn(await ask(of, "GET", [of.conversation, "pagedmembers"], { query }));
      }),
    openChat: (home, person) =>
      delivered(async () => {
        const { bot, tenant } = home;
        const chat = { bot: { id: bot }, members: [{ id: person }], isGroup: false, tenantId: tenant };
        return certainIdIn(await ask(home, "POST", [], { body: chat }));
      }),
  };
}

/** What is empty is left out: Teams refuses an empty `conversationType`. */
function outgoing(activity: OutgoingActivity, { conversation, bot }: Reference): object {
  return { ...activity, from: { id: bot }, conversation: { id: conversation } };
}
