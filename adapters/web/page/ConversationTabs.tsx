import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { chatOf, type LocalId } from "../localId.ts";
import { chatNameOf, conversationsOf, isDirect, openConversation, personIn, unread } from "./desk.ts";
import { useShared } from "./shared.ts";

/** A person's conversations, chat by chat: with Referee alone, and the channels they are in. */
export function ConversationTabs({ user }: { readonly user: LocalId }) {
  const { world, desk, change } = useShared();
  const list = useRef<HTMLDivElement>(null);
  const open = openConversation(desk, user);
  // What is new is written bolder, and so wider.
  const isNew = unread(desk, world, { user, conversation: open }).messages > 0;
  useEffect(() => showTab(list.current, open), [open, isNew]);
  const chats = (personIn(world.directory, user)?.accounts ?? []).map(chatOf);
  const own = conversationsOf(world.directory, user);
  const all = own.includes(open) ? own : [...own, open];
  const shown = chats.flatMap((chat) => all.filter((conversation) => chatOf(conversation) === chat));
  const others = world.directory.channels.filter(({ id }) => chats.includes(chatOf(id)) && !shown.includes(id));
  const turnTo = (conversation: LocalId) =>
    change((before) => ({ ...before, conversation: { ...before.conversation, [user]: conversation } }));
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = shown.at((shown.indexOf(open) + by) % shown.length);
    if (next === undefined) return;
    turnTo(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <div class="tabs" data-chats={chats.length}>
      <div role="tablist" aria-label="Conversations" ref={list} onKeyDown={step}>
        {shown.map((conversation, index) => (
          <Fragment key={conversation}>
            {chatOf(conversation) !== chatOfAny(shown[index - 1]) && <ChatLabel conversation={conversation} />}
            <Tab user={user} conversation={conversation} isOpen={conversation === open} turnTo={turnTo} />
          </Fragment>
        ))}
      </div>
      {others.length > 0 && (
        <select
          class="more-channels"
          aria-label="Other channels"
          value=""
          onChange={(event) => {
            const chosen = others.find(({ id }) => id === event.currentTarget.value);
            if (chosen !== undefined) turnTo(chosen.id);
          }}
        >
          <option value="">More</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** Scrolls a row of tabs only as far as the open one needs, and moves nothing else of the page. */
function showTab(row: HTMLElement | null, conversation: LocalId): void {
  const tab = row?.querySelector(`[data-tab="${CSS.escape(conversation)}"]`)?.getBoundingClientRect();
  if (row === null || tab === undefined) return;
  const end = tab.right - row.getBoundingClientRect().left + row.scrollLeft;
  row.scrollLeft = Math.max(0, end - row.clientWidth);
}

function chatOfAny(conversation: LocalId | undefined): string | null {
  return conversation === undefined ? null : chatOf(conversation);
}

/** Heads a chat's conversations. Each tab says its chat by itself, so this is for the eye only. */
function ChatLabel({ conversation }: { readonly conversation: LocalId }) {
  const { world } = useShared();
  const name = chatNameOf(world.directory, conversation);
  if (name === null) return null;
  return (
    <span class="chat-name" data-chat={chatOf(conversation)} aria-hidden="true">
      {name}
    </span>
  );
}

function Tab(props: {
  readonly user: LocalId;
  readonly conversation: LocalId;
  readonly isOpen: boolean;
  readonly turnTo: (conversation: LocalId) => void;
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
