import { useRef } from "preact/hooks";
import type { LocalId } from "../localId.ts";
import { isDirect } from "../wire.ts";
import { useActs } from "./acts.tsx";
import { type Spot, useDraft } from "./drafts.ts";
import { composerId } from "./SkipLink.tsx";
import { useShared } from "./shared.ts";
import { said } from "./words.ts";

const MENTION = /@referee\b/i;

/** Where a person writes. Enter sends, Shift and Enter begin a new line. What is refused is back in the box. */
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
  const [text, change] = useDraft(user, spot);
  const input = useRef<HTMLTextAreaElement>(null);
  const isChannel = !isDirect(world.directory, spot.conversation) && spot.thread === null;
  const channel = world.directory.channels.find(({ id }) => id === spot.conversation)?.name;
  const label =
    spot.thread !== null ? said("reply") : isChannel ? said("writeIn", channel ?? spot.conversation) : said("writeTo");
  const send = async () => {
    const words = text.trim();
    if (words === "") return;
    change(() => "");
    const isTaken = await acts.say(spot, words);
    if (!isTaken) change((since) => [words, since].filter((part) => part !== "").join("\n"));
    else if (input.current?.value === "") onSent?.();
  };
  const address = () => {
    change((before) => `@Referee ${before}`);
    input.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        ref={input}
        id={spot.thread === null ? composerId(user) : undefined}
        rows={1}
        value={text}
        aria-label={label}
        placeholder={label}
        onInput={({ currentTarget }) => {
          const { value } = currentTarget;
          change(() => value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          void send();
        }}
      />
      {isChannel && !MENTION.test(text) && (
        <button type="button" class="quiet" onClick={address} title={said("addressed")}>
          @Referee
        </button>
      )}
      <button type="submit" class="send" disabled={text.trim() === ""}>
        {said("send")}
      </button>
    </form>
  );
}
