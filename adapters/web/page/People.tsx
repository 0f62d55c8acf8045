import { chatOf } from "../localId.ts";
import type { Directory, PersonView } from "../wire.ts";
import { Avatar } from "./Avatar.tsx";
import { activeOf, bring, callsIn, openConversation, seatsOf } from "./desk.ts";
import { useShared } from "./shared.ts";
import { said } from "./words.ts";

/** Everybody of the plant, chat by chat: whose chat is open, and who has something new. */
export function People() {
  const { world, desk } = useShared();
  const { people, chats } = world.directory;
  const seats = seatsOf(desk, world.directory);
  const atHand = people.filter(({ id, featured }) => featured || seats.includes(id));
  const others = people.filter((person) => !atHand.includes(person));
  return (
    <nav class="people" aria-label={said("people")}>
      {chats.map((chat) => (
        <PeopleIn key={chat.id} chat={chat} people={atHand} />
      ))}
      {others.length > 0 && (
        <details>
          <summary>{said("everybodyElse")}</summary>
          {chats.map((chat) => (
            <PeopleIn key={chat.id} chat={chat} people={others} />
          ))}
        </details>
      )}
    </nav>
  );
}

type Chat = Directory["chats"][number];

/** The people of a chat, below its name where there are several. Whoever is in several stands in each. */
function PeopleIn({ chat, people }: { readonly chat: Chat; readonly people: readonly PersonView[] }) {
  const { world } = useShared();
  const own = people.filter(({ accounts }) => accounts.some((account) => chatOf(account) === chat.id));
  if (own.length === 0) return null;
  return (
    <div class="people-in">
      {world.directory.chats.length > 1 && (
        <p class="chat-name" data-chat={chat.id}>
          {chat.name}
        </p>
      )}
      <ul>
        {own.map((person) => (
          <PersonButton key={person.id} person={person} chat={chat.id} />
        ))}
      </ul>
    </div>
  );
}

function PersonButton({ person, chat }: { readonly person: PersonView; readonly chat: Chat["id"] }) {
  const { world, desk, change } = useShared();
  const user = person.id;
  const account = person.accounts.find((own) => chatOf(own) === chat);
  const isThere = chatOf(openConversation(desk, user)) === chat;
  const isOpen = seatsOf(desk, world.directory).includes(user);
  const isActive = isThere && activeOf(desk, world.directory) === user;
  const calls = callsIn(desk, world, { user, chat });
  const open = () =>
    change((before) => {
      const conversation = isThere ? openConversation(before, user) : account;
      return conversation === undefined ? before : bring(before, world.directory, { user, conversation });
    });
  return (
    <li class="person" data-open={isOpen}>
      <button type="button" aria-current={isActive ? "true" : undefined} onClick={open}>
        <Avatar user={person.id} name={person.name} />
        <span class="person-name">{person.name}</span>
        <span class="person-role">{person.role}</span>
        {calls > 0 && (
          <span class="badge">
            {calls}
            <span class="hidden"> {said("newFor", person.name)}</span>
          </span>
        )}
      </button>
    </li>
  );
}
