import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { SHORTCUT_ID } from "../../../adapters/slack/hear.ts";
import { SLACK_PATH } from "../../../adapters/slack/http.ts";
import { SLACK_LIMITS } from "../../../adapters/slack/limits.ts";
import { SCOPES } from "../../../adapters/slack/scopes.ts";
import { AccountId } from "../../../src/index.ts";
import { postOn } from "../../support/postOn.ts";
import { approverCard } from "../cards.ts";
import { line3, olga, openSlack, otto } from "./useSlack.ts";

const Address = z.url({ protocol: /^https$/ }).endsWith(SLACK_PATH);
const Manifest = z.object({
  display_information: z.object({
    name: z.string().max(SLACK_LIMITS.manifestName),
    description: z.string().max(SLACK_LIMITS.manifestDescription),
    long_description: z
      .string()
      .min(SLACK_LIMITS.manifestLongDescriptionFewest)
      .max(SLACK_LIMITS.manifestLongDescription),
  }),
  features: z.object({
    app_home: z.object({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.object({ display_name: z.string().max(SLACK_LIMITS.manifestBotName) }),
    shortcuts: z
      .array(
        z.object({
          type: z.literal("message"),
          callback_id: z.string().max(SLACK_LIMITS.callbackId),
          description: z.string().max(SLACK_LIMITS.manifestShortcutDescription),
        }),
      )
      .max(SLACK_LIMITS.manifestShortcuts),
    slash_commands: z.array(
      z.object({
        command: z.string().startsWith("/").max(SLACK_LIMITS.manifestCommand),
        url: Address,
        should_escape: z.boolean(),
      }),
    ),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).max(SLACK_LIMITS.manifestScopes) }) }),
  settings: z.object({
    event_subscriptions: z.object({
      request_url: Address,
      bot_events: z.array(z.string()).max(SLACK_LIMITS.manifestEvents),
    }),
    interactivity: z.object({ is_enabled: z.literal(true), request_url: Address, message_menu_options_url: Address }),
  }),
});

const manifest = Manifest.parse(parse(readFileSync("adapters/slack/manifest.yaml", "utf8")));
const { scopes } = manifest.oauth_config;

describe("the app manifest", () => {
  test("offers the shortcut that Referee listens to, and its slash command as typed", () => {
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([SHORTCUT_ID]);
    expect(manifest.features.slash_commands).toMatchObject([{ command: "/referee", should_escape: false }]);
  });

  test("hears every kind of conversation once: a mention arrives among the messages", () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([
      "message.channels",
      "message.groups",
      "message.im",
      "message.mpim",
      "app_uninstalled",
      "tokens_revoked",
      "app_home_opened",
    ]);
  });

  test("asks for the scopes that Referee misses aloud when it starts without them", () => {
    expect([...SCOPES].sort()).toEqual([...scopes.bot].sort());
  });

  test("has a Home tab, and hears when somebody looks at it: both need no scope", () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  test("asks for the scope of each event it subscribes to", () => {
    const messages = manifest.settings.event_subscriptions.bot_events.filter((event) => event.startsWith("message."));
    const kinds = messages.map((event) => event.replace("message.", ""));
    expect(scopes.bot).toEqual(expect.arrayContaining(kinds.map((kind) => `${kind}:history`)));
  });

  test("asks for all that Referee needs to hear, speak, whisper, find and take back", async () => {
    const { slack, adapter, heard, stop } = await openSlack("http", { scopes: scopes.bot, events: ["message"] });
    heard.answers = [{ type: "private", text: "heard" }];
    const root = await slack.as(olga).says(line3, "<@U0REFEREE> open port 502");
    for (const spot of [
      { adapter: "slack" as const, conversation: line3, thread: root.ts },
      { adapter: "slack" as const, conversation: otto, thread: null },
    ]) {
      const posted = await postOn(adapter, spot, { text: "Your call", card: approverCard, mention: [] }, "e1");
      await adapter.update(posted, { text: "Otto has it", card: null, mention: [] });
      expect(await adapter.find(spot, "e1")).toEqual(posted);
      expect(await adapter.permalink(posted)).not.toBeNull();
      expect(await adapter.emailOf?.(AccountId.parse(`slack:${otto}`))).toEqual({
        email: "otto@plant.example",
        vouched: true,
      });
      await adapter.remove(posted);
    }
    await slack.until("the private line", () => slack.as(olga).ephemerals().length > 0);
    expect(slack.calls.filter(({ error }) => error !== null)).toEqual([]);
    await stop();
  });
});
