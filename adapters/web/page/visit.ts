import type { LocalId } from "../localId.ts";
import { bring } from "./desk.ts";
import { useShared } from "./shared.ts";

/** Opens the conversation a message stands in, in this person's chat, and brings the message into sight. */
export function useVisit(user: LocalId): (message: string) => void {
  const { worldNow, change, bringThread } = useShared();
  const show = (id: string) => {
    const { messages, directory } = worldNow.get();
    const conversation = messages.find((message) => message.id === id)?.conversation;
    if (conversation === undefined) return false;
    change((desk) => bring(desk, directory, { user, conversation }));
    // The log, drawn anew, goes to its end first.
    requestAnimationFrame(() => requestAnimationFrame(() => bringIntoSight(`${user}-${id}`)));
    return true;
  };
  return (id) => {
    // What was said long ago may not be here yet.
    if (!show(id)) void bringThread(id).then(() => show(id));
  };
}

function bringIntoSight(id: string): void {
  const message = document.getElementById(id);
  const log = message?.closest(".log");
  if (!message || !log) return;
  log.scrollBy({ top: message.getBoundingClientRect().top - log.getBoundingClientRect().top });
}
