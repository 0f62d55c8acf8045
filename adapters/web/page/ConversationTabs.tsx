import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type ChatName, chatOf, type LocalId } from "../localId.ts";
import { chatNameOf, isDirect, personIn, tabsOf } from "./conversations.ts";
import { openConversation, unread } from "./desk.ts";
import { useShared } from "./shared.ts";

type Turn = (conversation: LocalId) => void;

/** A person's conversations, chat by chat: with Referee alone, and the channels they are in. */
export function ConversationTabs({ user }: { readonly user: LocalId }) {
  const { world, desk, change } = useShared();
  const row = useRef<HTMLDivElement>(null);
  const open = openConversation(desk, user);
  const chats = (personIn(world.directory, user)?.accounts ?? []).map(chatOf);
  const shown = tabsOf(world.directory, user, open);
  // What is new is written bolder, and so wider.
  const isNew = unread(desk, world, { user, conversation: open }).messages > 0;
  useEffect(() => showTab(row.current, open), [open, isNew]);
  const turnTo: Turn = (conversation) =>
    change((before) => ({ ...before, conversation: { ...before.conversation, [user]: conversation } }));
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = shown.at((shown.indexOf(open) + by) % shown.length);
    if (next === undefined) return;
    turnTo(next);
    row.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <div class="tabs" data-chats={chats.length}>
      <div role="tablist" aria-label="Conversations" ref={row} onKeyDown={step}>
        {chats.map((chat) => (
          <Fragment key={chat}>
            <ChatLabel chat={chat} />
            {shown
              .filter((conversation) => chatOf(conversation) === chat)
              .map((conversation) => (
                <Tab key={conversation} {...{ user, conversation, turnTo }} isOpen={conversation === open} />
              ))}
          </Fragment>
        ))}
      </div>
      <OtherChannels chats={chats} shown={shown} turnTo={turnTo} />
    </div>
  );
}

/** The channels of a person's chats that they are not in; looking into one is allowed. */
function OtherChannels(props: {
  readonly chats: readonly ChatName[];
  readonly shown: readonly LocalId[];
  readonly turnTo: Turn;
}) {
  const { chats, shown, turnTo } = props;
  const { world } = useShared();
  const others = world.directory.channels.filter(({ id }) => chats.includes(chatOf(id)) && !shown.includes(id));
  const choose = (value: string) => {
    const chosen = others.find(({ id }) => id === value);
    if (chosen !== undefined) turnTo(chosen.id);
  };
  if (others.length === 0) return null;
  return (
    <select
      class="more-channels"
      aria-label="Other channels"
      value=""
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">More</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Scrolls a row of tabs only as far as the open one needs, and moves nothing else of the page. */
function showTab(row: HTMLElement | null, conversation: LocalId): void {
  const tab = row?.querySelector(`[data-tab="${CSS.escape(conversation)}"]`)?.getBoundingClientRect();
  if (row === null || tab === undefined) return;
  const end = tab.right - row.getBoundingClientRect().left + row.scrollLeft;
  row.scrollLeft = Math.max(0, end - row.clientWidth);
}

/** Heads a chat's conversations. Each tab says its chat by itself, so this is for the eye only. */
function ChatLabel({ chat }: { readonly chat: ChatName }) {
  const { chats } = useShared().world.directory;
  if (chats.length < 2) return null;
  return (
    <span class="chat-name" data-chat={chat} aria-hidden="true">
      {chats.find(({ id }) => id === chat)?.name}
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
      {chat !== null && <span class="hidden"> in {chat}</span>}
      {news.calls > 0 && <span class="badge">{news.calls}</span>}
      {news.messages > 0 && <span class="hidden"> ({news.messages} new)</span>}
    </button>
  );
}
