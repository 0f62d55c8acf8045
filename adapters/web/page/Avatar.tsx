import { REFEREE } from "../entry.ts";
import { type LocalId, nameIn } from "../localId.ts";

/** Colours a person can have, by class; the page's style knows them. */
const HUES = 6;

/** Somebody's initials on a colour of their own. Decoration: the name always stands beside it. */
export function Avatar({ user, name }: { readonly user: LocalId | typeof REFEREE; readonly name: string }) {
  const own = user === REFEREE ? user : nameIn(user);
  const hue = [...own].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % HUES;
  return (
    <span class={user === REFEREE ? "avatar is-referee" : `avatar hue-${hue}`} aria-hidden="true">
      {user === REFEREE ? "R" : initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => word?.charAt(0) ?? "").join("");
}
