import { useRef } from "preact/hooks";
import { type ChatName, chatOf, type LocalId } from "../localId.ts";
import { isDirect } from "../wire.ts";
import { chatNameOf, personIn, tabsOf, titleOf } from "./conversations.ts";
import { callsIn, openConversation, unread } from "./desk.ts";
import { useShared } from "./shared.ts";
import { said } from "./words.ts";

type Turn = (conversation: LocalId) => void;

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A person's conversations in the chat they look at: with Referee alone, and the channels they are in. */
export function ConversationTabs({ user }: { readonly user: LocalId }) {
  const { world, desk, change } = useShared();
  const row = useRef<HTMLDivElement>(null);
  const open = openConversation(desk, user);
  const chat = chatOf(open);
  const shown = tabsOf(world.directory, user, open);
  const turnTo: Turn = (conversation) =>
    change((before) => ({ ...before, conversation: { ...before.conversation, [user]: conversation } }));
  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = shown.at((shown.indexOf(open) + by) % shown.length);
    if (next === undefined) return;
    turnTo(next);
    row.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next)}"]`)?.focus();
  };
  const title = titleOf(world.directory, chat);
  const where = title === null ? "" : `: ${title}`;
  return (
    <div class="tabs">
      <ChatSwitch user={user} open={open} turnTo={turnTo} />
      <div role="tablist" aria-label={`${said("conversations")}${where}`} ref={row} onKeyDown={step}>
        {shown.map((conversation) => (
          <Tab key={conversation} {...{ user, conversation, turnTo }} isOpen={conversation === open} />
        ))}
      </div>
      <OtherChannels {...{ chat, shown, turnTo }} label={`${said("otherChannels")}${where}`} />
    </div>
  );
}

/** Says in which chat a person is. Whoever is in several turns from one to the other here. */
function ChatSwitch(props: { readonly user: LocalId; readonly open: LocalId; readonly turnTo: Turn }) {
  const { user, open, turnTo } = props;
  const { world, desk } = useShared();
  const accounts = personIn(world.directory, user)?.accounts ?? [];
  if (world.directory.chats.length < 2) return null;
  if (accounts.length < 2) return <ChatLabel account={open} />;
  return (
    <fieldset class="chat-switch" aria-label={said("chats")}>
      {accounts.map((account) => {
        const chat = chatOf(account);
        const calls = callsIn(desk, world, { user, chat });
        return (
          <button
            key={chat}
            type="button"
            class="chat-name"
            data-chat={chat}
            aria-pressed={chat === chatOf(open)}
            onClick={() => chat !== chatOf(open) && turnTo(account)}
          >
            {titleOf(world.directory, chat)}
            {calls > 0 && (
              <span class="badge">
                {calls}
                <span class="hidden"> {said("new")}</span>
              </span>
            )}
          </button>
        );
      })}
    </fieldset>
  );
}

/** The channels of a chat that somebody is not in; looking into one is allowed. */
function OtherChannels(props: {
  readonly chat: ChatName;
  readonly shown: readonly LocalId[];
  readonly turnTo: Turn;
  readonly label: string;
}) {
  const { chat, shown, turnTo } = props;
  const { world } = useShared();
  const others = world.directory.channels.filter(({ id }) => chatOf(id) === chat && !shown.includes(id));
  const choose = (value: string) => {
    const chosen = others.find(({ id }) => id === value);
    if (chosen !== undefined) turnTo(chosen.id);
  };
  if (others.length === 0) return null;
  return (
    <select
      class="more-channels"
      aria-label={props.label}
      value=""
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{said("more")}</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Where a narrow screen has no head that says it. Each tab says its chat by itself, so this is for the eye only. */
function ChatLabel({ account }: { readonly account: LocalId }) {
  return (
    <span class="chat-name" data-chat={chatOf(account)} aria-hidden="true">
      {chatNameOf(useShared().world.directory, account)}
    </span>
  );
}

function Tab(props: {
  readonly user: LocalId;
  readonly conversation: LocalId;
  readonly isOpen: boolean;
  readonly turnTo: Turn;
}) {
  const { user, conversation, isOpen } = props;
  const { world, desk } = useShared();
  const news = unread(desk, world, { user, conversation });
  const chat = chatNameOf(world.directory, conversation);
  const channel = world.directory.channels.find(({ id }) => id === conversation);
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${user}-${conversation}`}
      data-tab={conversation}
      aria-selected={isOpen}
      aria-controls={`panel-${user}`}
      tabIndex={isOpen ? 0 : -1}
      data-new={news.messages > 0}
      onClick={() => props.turnTo(conversation)}
    >
      {isDirect(world.directory, conversation) ? "Referee" : `# ${channel?.name ?? conversation}`}
      {chat !== null && <span class="hidden"> · {chat}</span>}
      {news.calls > 0 && <span class="badge">{news.calls}</span>}
      {news.messages > 0 && <span class="hidden"> ({said("newCount", String(news.messages))})</span>}
    </button>
  );
}
