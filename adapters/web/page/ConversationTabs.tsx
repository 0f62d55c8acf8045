import { useRef } from "preact/hooks";
import { conversationsOf, openConversation, unread } from "./desk.ts";
import { useShared } from "./shared.ts";

/** A person's conversations: with Referee alone, and the channels they are in. */
export function ConversationTabs({ user }: { readonly user: string }) {
  const { world, desk, change } = useShared();
  const list = useRef<HTMLDivElement>(null);
  const open = openConversation(desk, user);
  const own = conversationsOf(world.directory, user);
  const shown = own.includes(open) ? own : [...own, open];
  const others = world.directory.channels.filter(({ id }) => !shown.includes(id));
  const turnTo = (conversation: string) =>
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
    <div class="tabs">
      <div role="tablist" aria-label="Conversations" ref={list} onKeyDown={step}>
        {shown.map((conversation) => (
          <Tab
            key={conversation}
            user={user}
            conversation={conversation}
            isOpen={conversation === open}
            turnTo={turnTo}
          />
        ))}
      </div>
      {others.length > 0 && (
        <select
          class="more-channels"
          aria-label="Other channels"
          value=""
          onChange={(event) => event.currentTarget.value !== "" && turnTo(event.currentTarget.value)}
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

function Tab(props: {
  readonly user: string;
  readonly conversation: string;
  readonly isOpen: boolean;
  readonly turnTo: (conversation: string) => void;
}) {
  const { user, conversation, isOpen } = props;
  const { world, desk } = useShared();
  const news = unread(desk, world.messages, { user, conversation });
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
      {conversation === user ? "Referee" : `# ${channel?.name ?? conversation}`}
      {news.calls > 0 && <span class="badge">{news.calls}</span>}
      {news.messages > 0 && <span class="hidden"> ({news.messages} new)</span>}
    </button>
  );
}
