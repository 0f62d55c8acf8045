import { useRef, useState } from "preact/hooks";
import type { LocalId } from "../localId.ts";
import { useActs } from "./acts.tsx";
import { isDirect } from "./conversations.ts";
import { useShared } from "./shared.ts";

type Spot = { readonly conversation: LocalId; readonly thread: string | null };

const MENTION = /@referee\b/i;

/** Where a person writes. Enter sends, Shift and Enter begin a new line. */
export function Composer({
  user,
  spot,
  onSent,
}: {
  readonly user: LocalId;
  readonly spot: Spot;
  readonly onSent?: () => void;
}) {
  const { world } = useShared();
  const acts = useActs(user);
  const [text, setText] = useState("");
  const input = useRef<HTMLTextAreaElement>(null);
  const isChannel = !isDirect(world.directory, spot.conversation) && spot.thread === null;
  const channel = world.directory.channels.find(({ id }) => id === spot.conversation)?.name;
  const label =
    spot.thread !== null
      ? "Reply in this thread"
      : isChannel
        ? `Write in ${channel ?? spot.conversation}`
        : "Write to Referee";
  const send = () => {
    if (text.trim() === "") return;
    acts.say(spot, text.trim());
    setText("");
    onSent?.();
  };
  const address = () => {
    setText((before) => `@Referee ${before}`);
    input.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={input}
        rows={1}
        value={text}
        aria-label={label}
        placeholder={label}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      {isChannel && !MENTION.test(text) && (
        <button
          type="button"
          class="quiet"
          onClick={address}
          title="In a channel Referee listens only when it is addressed"
        >
          @Referee
        </button>
      )}
      <button type="submit" class="send" disabled={text.trim() === ""}>
        Send
      </button>
    </form>
  );
}
