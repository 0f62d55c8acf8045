import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ChatMessage } from "../entry.ts";
import type { LocalId } from "../localId.ts";
import { threadsOf } from "../threads.ts";
import { isDirect } from "../wire.ts";
import { visibleTo } from "./desk.ts";
import { MessageView } from "./MessageView.tsx";
import { useObservable } from "./observable.ts";
import { waiting } from "./send.ts";
import { useShared, zoneOf } from "./shared.ts";
import { day } from "./time.ts";
import { said } from "./words.ts";

/** How near to its end, in pixels, a log must be scrolled to follow what is new. */
const NEAR_END_PX = 160;

/** A conversation as one person sees it: what began a thread, with the replies below it. */
export function MessageLog(props: {
  readonly user: LocalId;
  readonly conversation: LocalId;
  readonly isActive: boolean;
}) {
  const { user, conversation, isActive } = props;
  const { world } = useShared();
  const zone = zoneOf(world.directory, user);
  const messages = visibleTo(world.messages, props);
  const threads = threadsOf(messages);
  const unsent = useObservable(waiting).filter(({ as, spot }) => as === user && spot.conversation === conversation);
  const log = useFollowing({ user, messages, unsent: unsent.length, conversation, isActive });
  return (
    <div
      class="log"
      role="log"
      aria-label={said("messages")}
      aria-live={isActive ? "polite" : "off"}
      ref={log}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, to be scrolled
      tabIndex={0}
    >
      <LookBack conversation={conversation} log={log} />
      {threads.length === 0 && unsent.length === 0 && <Nothing isAlone={isDirect(world.directory, conversation)} />}
      <ol class="threads">
        {threads.map((thread, index) => {
          const today = day(thread.root.at, zone);
          const before = threads[index - 1];
          const isNewDay = before === undefined || day(before.root.at, zone) !== today;
          return (
            <li key={thread.root.id}>
              {isNewDay && <p class="day">{today}</p>}
              <MessageView user={user} thread={thread} zone={zone} />
            </li>
          );
        })}
        {unsent.map(({ id, text }) => (
          <li key={id} class="unsent">
            <p>{text}</p>
            <p class="meta">{said("sending")}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Brings what was said before. What is read stays where it stands on the screen. */
function LookBack({
  conversation,
  log,
}: {
  readonly conversation: LocalId;
  readonly log: RefObject<HTMLDivElement | null>;
}) {
  const { world, lookBack } = useShared();
  const [isBusy, setBusy] = useState(false);
  if (!world.earlier.has(conversation)) return null;
  const look = async () => {
    const below = (log.current?.scrollHeight ?? 0) - (log.current?.scrollTop ?? 0);
    setBusy(true);
    await lookBack(conversation).finally(() => setBusy(false));
    requestAnimationFrame(() => log.current?.scrollTo({ top: log.current.scrollHeight - below }));
  };
  return (
    <p class="look-back">
      <button type="button" class="quiet" disabled={isBusy} onClick={() => void look()}>
        {said("earlier")}
      </button>
    </p>
  );
}

function Nothing({ isAlone }: { readonly isAlone: boolean }) {
  return <p class="nothing">{isAlone ? said("nothingAlone") : said("nothingHere")}</p>;
}

/**
 * Keeps what was said last in sight, from its head, unless somebody scrolled back to read. What this person wrote, or alone is told,
 * is brought into sight wherever it stands: it may belong to a thread further up.
 */
function useFollowing({ user, messages, unsent, conversation, isActive }: Following) {
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  /** Where the log was scrolled to last by itself: staying there is no reading back. */
  const placed = useRef(-1);
  const seen = useRef<string | undefined>(undefined);
  const own = messages.findLast(({ author, to }) => author === user || to === user)?.id;
  const newest = messages.at(-1);
  useEffect(() => {
    const element = log.current;
    if (element === null) return;
    const note = () => {
      const { scrollHeight, scrollTop, clientHeight } = element;
      const isPlaced = Math.abs(scrollTop - placed.current) < 2;
      isAtEnd.current = isPlaced || scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    };
    element.addEventListener("scroll", note, { passive: true });
    return () => element.removeEventListener("scroll", note);
  }, []);
  useEffect(() => {
    isAtEnd.current = true;
    seen.current = own;
  }, [conversation]);
  useEffect(() => {
    const element = log.current;
    if (element === null || !isAtEnd.current) return;
    placed.current = endOf(element, newest?.id);
    element.scrollTo({ top: placed.current });
  }, [messages.length, unsent, conversation, isActive, newest?.card]);
  useEffect(() => {
    if (seen.current === own) return;
    seen.current = own;
    const message = log.current?.querySelector(`[data-message="${own}"]`);
    if (log.current && message) bringIntoSight(log.current, message);
  }, [own]);
  return log;
}

/** How far to scroll for the end of the log, or for the head of its last message where that is higher than the log. */
function endOf(log: Element, newest: string | undefined): number {
  const end = log.scrollHeight - log.clientHeight;
  const last = log.querySelector(`.threads > li:last-child [data-message="${newest}"]`);
  if (last === null) return end;
  const head = log.scrollTop + last.getBoundingClientRect().top - log.getBoundingClientRect().top;
  return Math.min(end, Math.floor(head));
}

/** By scrolling the log alone: after `scrollIntoView` Chromium 150 has the next Tab begin at the message, past the skip link. */
function bringIntoSight(log: Element, message: Element): void {
  const [around, within] = [log.getBoundingClientRect(), message.getBoundingClientRect()];
  const below = within.bottom - around.bottom;
  const above = within.top - around.top;
  if (above < 0) log.scrollBy({ top: above });
  else if (below > 0) log.scrollBy({ top: Math.min(above, below) });
}

type Following = {
  readonly user: string;
  readonly messages: readonly ChatMessage[];
  readonly unsent: number;
  readonly conversation: string;
  /** On a phone only the active chat is drawn; it finds its end when it appears. */
  readonly isActive: boolean;
};
