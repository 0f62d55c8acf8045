import type { PersonView } from "../wire.ts";
import { Avatar } from "./Avatar.tsx";
import { activeOf, bring, conversationsOf, openConversation, seatsOf, unread } from "./desk.ts";
import { useShared } from "./shared.ts";

/** Everybody of the plant: whose chat is open, and who has something new. */
export function People() {
  const { world, desk } = useShared();
  const seats = seatsOf(desk, world.directory);
  const atHand = world.directory.people.filter(({ id, featured }) => featured || seats.includes(id));
  const others = world.directory.people.filter((person) => !atHand.includes(person));
  return (
    <nav class="people" aria-label="People">
      <ul>
        {atHand.map((person) => (
          <PersonButton key={person.id} person={person} />
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>Everybody else</summary>
          <ul>
            {others.map((person) => (
              <PersonButton key={person.id} person={person} />
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}

function PersonButton({ person }: { readonly person: PersonView }) {
  const { world, desk, change } = useShared();
  const isOpen = seatsOf(desk, world.directory).includes(person.id);
  const isActive = activeOf(desk, world.directory) === person.id;
  const news = conversationsOf(world.directory, person.id).map((conversation) =>
    unread(desk, world.messages, { user: person.id, conversation }),
  );
  const calls = news.reduce((sum, { calls: more }) => sum + more, 0);
  const open = () =>
    change((before) =>
      bring(before, world.directory, { user: person.id, conversation: openConversation(before, person.id) }),
    );
  return (
    <li class="person" data-open={isOpen}>
      <button type="button" aria-current={isActive ? "true" : undefined} onClick={open}>
        <Avatar user={person.id} name={person.name} />
        <span class="person-name">{person.name}</span>
        <span class="person-role">{person.role}</span>
        {calls > 0 && (
          <span class="badge">
            {calls}
            <span class="hidden"> new for {person.name}</span>
          </span>
        )}
      </button>
    </li>
  );
}
