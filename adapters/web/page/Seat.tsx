import { useEffect, useRef } from "preact/hooks";
import { chatOf, type LocalId } from "../localId.ts";
import { Avatar } from "./Avatar.tsx";
import { Composer } from "./Composer.tsx";
import { ConversationTabs } from "./ConversationTabs.tsx";
import { chatNameOf, personIn } from "./conversations.ts";
import { markRead, openConversation } from "./desk.ts";
import { MessageLog } from "./MessageLog.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { useShared } from "./shared.ts";
import { said } from "./words.ts";

/** One person's chat, as they would have it on their own screen. */
export function Seat({ user, isActive }: { readonly user: LocalId; readonly isActive: boolean }) {
  const { world, desk, change } = useShared();
  const person = personIn(world.directory, user);
  const conversation = openConversation(desk, user);
  const place = { user, conversation };
  useEffect(() => {
    if (document.visibilityState === "visible") change((before) => markRead(before, world.messages, place));
  }, [world.messages, user, conversation]);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isActive) showWhole(section.current);
  }, [isActive]);
  if (person === null) return null;
  const activate = () => change((before) => (before.active === user ? before : { ...before, active: user }));
  return (
    <section
      class="seat"
      ref={section}
      aria-label={`${person.name}, ${person.role}`}
      data-seat={user}
      data-chat={world.directory.chats.length > 1 ? chatOf(conversation) : undefined}
      data-active={isActive}
      onFocusCapture={activate}
    >
      <header class="seat-head">
        <Avatar user={user} name={person.name} />
        <h2>{person.name}</h2>
        <p>
          {person.role}
          {person.accounts.length === 1 && <ChatName account={user} />}
        </p>
        <CloseSeat user={user} name={person.name} />
      </header>
      <ConversationTabs user={user} />
      <div
        class="seat-body"
        role="tabpanel"
        id={`panel-${user}`}
        aria-labelledby={`tab-${user}-${conversation}`}
        data-conversation={conversation}
      >
        <SkipLink to={user} label={said("toBox")} />
        <MessageLog {...place} isActive={isActive} />
        <Composer key={conversation} user={user} spot={{ conversation, thread: null }} />
      </div>
    </section>
  );
}

/** Brings a chat beside the others that had to give way. By scrolling the desk alone, so that the next Tab stays where it was. */
function showWhole(seat: HTMLElement | null): void {
  const desk = seat?.closest(".desk");
  if (!seat || !desk) return;
  const [around, own] = [desk.getBoundingClientRect(), seat.getBoundingClientRect()];
  if (own.left < around.left) desk.scrollBy({ left: own.left - around.left });
  else if (own.right > around.right) desk.scrollBy({ left: own.right - around.right });
}

/** The chat this person is in, where there are several. Whoever is in more than one reads them beside their tabs. */
function ChatName({ account }: { readonly account: LocalId }) {
  const { world } = useShared();
  const name = chatNameOf(world.directory, account);
  if (name === null) return null;
  return (
    <>
      {" "}
      <span class="chat-name" data-chat={chatOf(account)}>
        {name}
      </span>
    </>
  );
}

function CloseSeat({ user, name }: { readonly user: LocalId; readonly name: string }) {
  const { desk, world, change } = useShared();
  if (desk.view === "one") return null;
  const close = () =>
    change((before) => ({
      ...before,
      seats: (before.seats ?? world.directory.people.filter((p) => p.featured).map((p) => p.id)).filter(
        (id) => id !== user,
      ),
    }));
  return (
    <button type="button" class="quiet seat-close" aria-label={said("putAway", name)} onClick={close}>
      ×
    </button>
  );
}
