import { z } from "zod";
import { chatMethods } from "./chat.ts";
import { conversationMethods } from "./conversations.ts";
import { fileMethods } from "./files.ts";
import { isOrganisationWide, type Method, method } from "./method.ts";
import { Refusal } from "./refusal.ts";
import { viewMethods } from "./viewMethods.ts";

const authTest = method([], z.unknown(), (_, { bot }) => ({
  url: "https://plant.slack.com/",
  team: "Plant",
  team_id: bot.teamId,
  ...(bot.organisation === undefined ? {} : { enterprise_id: bot.organisation }),
  is_enterprise_install: isOrganisationWide(bot),
  user: "referee",
  user_id: bot.userId,
  bot_id: bot.botId,
}));

const appsConnectionsOpen = method([], z.unknown(), (_, { sockets, socketUrl }) => {
  if (sockets.isFull()) throw new Refusal("too_many_websockets");
  return { url: socketUrl(sockets.ticket()) };
});

/** Every method of the Web API that the fake knows. */
export const METHODS: Readonly<Record<string, Method>> = {
  "auth.test": authTest,
  "apps.connections.open": appsConnectionsOpen,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...viewMethods,
};
