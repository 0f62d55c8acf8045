import { useEffect } from "preact/hooks";
import { Avatar } from "./Avatar.tsx";
import { Composer } from "./Composer.tsx";
import { ConversationTabs } from "./ConversationTabs.tsx";
import { markRead, openConversation } from "./desk.ts";
import { MessageLog } from "./MessageLog.tsx";
import { useShared } from "./shared.ts";

/** One person's chat, as they would have it on their own screen. */
export function Seat({ user, isActive }: { readonly user: string; readonly isActive: boolean }) {
  const { world, desk, change } = useShared();
  const person = world.directory.people.find(({ id }) => id === user);
  const conversation = openConversation(desk, user);
  const place = { user, conversation };
  useEffect(() => {
    if (document.visibilityState === "visible") change((before) => markRead(before, world.messages, place));
  }, [world.messages, user, conversation]);
  if (person === undefined) return null;
  const activate = () => change((before) => (before.active === user ? before : { ...before, active: user }));
  return (
    <section
      class="seat"
      aria-label={`${person.name}, ${person.role}`}
      data-seat={user}
      data-active={isActive}
      onFocusCapture={activate}
    >
      <header class="seat-head">
        <Avatar user={user} name={person.name} />
        <h2>{person.name}</h2>
        <p>{person.role}</p>
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
        <MessageLog {...place} isActive={isActive} />
        <Composer key={conversation} user={user} spot={{ conversation, thread: null }} />
      </div>
    </section>
  );
}

function CloseSeat({ user, name }: { readonly user: string; readonly name: string }) {
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
    <button type="button" class="quiet seat-close" aria-label={`Put ${name}'s chat away`} onClick={close}>
      ×
    </button>
  );
}
