import { useState } from "preact/hooks";
import type { ChatMessage } from "../entry.ts";
import type { LocalId } from "../localId.ts";
import type { Thread } from "../threads.ts";
import { Avatar } from "./Avatar.tsx";
import { useActs } from "./acts.tsx";
import { CardView } from "./CardView.tsx";
import { Composer } from "./Composer.tsx";
import { nameOf, useShared } from "./shared.ts";
import { timeOfDay } from "./time.ts";
import { said } from "./words.ts";

/** A message, the replies to it, and a place to reply. */
export function MessageView({
  user,
  thread,
  zone,
}: {
  readonly user: LocalId;
  readonly thread: Thread;
  readonly zone: string;
}) {
  const [isReplying, setReplying] = useState(false);
  const { root, replies } = thread;
  return (
    <>
      <One user={user} message={root} zone={zone} />
      {replies.length > 0 && (
        <ol class="replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <One user={user} message={reply} zone={zone} />
            </li>
          ))}
        </ol>
      )}
      <div class="thread-tools">
        {isReplying ? (
          <Composer
            user={user}
            spot={{ conversation: root.conversation, thread: root.id }}
            onSent={() => setReplying(false)}
          />
        ) : (
          <button type="button" class="quiet" onClick={() => setReplying(true)}>
            {said("answer")}
          </button>
        )}
        {!isReplying && <PointButton user={user} message={root} />}
      </div>
    </>
  );
}

/** Asks Referee about what somebody else wrote, as the message menu does on other platforms. */
function PointButton({ user, message }: { readonly user: LocalId; readonly message: ChatMessage }) {
  const acts = useActs(user);
  if (message.author === "referee" || message.author === user) return null;
  return (
    <button type="button" class="quiet" onClick={() => void acts.point(message.id)}>
      {said("askAbout")}
    </button>
  );
}

function One({
  user,
  message,
  zone,
}: {
  readonly user: LocalId;
  readonly message: ChatMessage;
  readonly zone: string;
}) {
  const { world } = useShared();
  const name = nameOf(world.directory, message.author);
  return (
    <article
      class="message"
      id={`${user}-${message.id}`}
      data-message={message.id}
      data-number={message.number}
      data-calls={message.mention.includes(user)}
      aria-label={`${name}, ${timeOfDay(message.at, zone)}`}
    >
      <Avatar user={message.author} name={name} />
      <header>
        <strong>{name}</strong> <time class="meta">{timeOfDay(message.at, zone)}</time>
        {message.to !== null && <span class="meta"> · {said("onlyYou")}</span>}
      </header>
      <Words user={user} message={message} />
      {message.card !== null && <CardView user={user} message={message} />}
    </article>
  );
}

/** Who is called, and the words. A card says everything its text does, so the text is left out beside one. */
function Words({ user, message }: { readonly user: LocalId; readonly message: ChatMessage }) {
  const { world } = useShared();
  const text = message.card === null ? message.text : "";
  if (text === "" && message.mention.length === 0) return null;
  return (
    <p class="words">
      {message.mention.map((id) => (
        <>
          <span key={id} class="mention" data-me={id === user}>
            @{nameOf(world.directory, id)}
          </span>{" "}
        </>
      ))}
      {text}
    </p>
  );
}
