import type { LocalId } from "../localId.ts";
import { useShared } from "./shared.ts";
import { said } from "./words.ts";

/** Takes whoever goes by keyboard past the cards to the box to write in; only seen when it has the focus. */
export function SkipLink({ to, label }: { readonly to: LocalId; readonly label: string }) {
  return (
    <a
      class="skip"
      href={`#${composerId(to)}`}
      onClick={(event) => {
        // The address stays as it is: what stands behind its # is a message.
        event.preventDefault();
        document.getElementById(composerId(to))?.focus();
      }}
    >
      {label}
    </a>
  );
}

/** Takes whoever goes by keyboard to the guide, which is opened for it. */
export function GuideLink() {
  const { change } = useShared();
  return (
    <a
      class="skip"
      href={`#${GUIDE_ID}`}
      onClick={(event) => {
        event.preventDefault();
        change((before) => ({ ...before, panel: "guide" }));
        // Once the panel is drawn.
        requestAnimationFrame(() => document.getElementById(GUIDE_ID)?.focus());
      }}
    >
      {said("toGuide")}
    </a>
  );
}

/** The guide's heading. */
export const GUIDE_ID = "guide";

/** The box in which a person writes to the conversation they have open. */
export function composerId(user: LocalId): string {
  return `write-${user}`;
}
