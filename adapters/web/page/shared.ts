import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { LocalId } from "../localId.ts";
import type { Directory } from "../wire.ts";
import type { Desk } from "./desk.ts";
import type { Observable } from "./observable.ts";
import type { Followed, World } from "./world.ts";

/** What every part of the page may look at and change. */
export type Shared = {
  readonly world: World;
  readonly desk: Desk;
  /** The same, for work that outlives a drawing. */
  readonly worldNow: Observable<World>;
  readonly deskNow: Observable<Desk>;
  change(change: (desk: Desk) => Desk): void;
  readonly lookBack: Followed["lookBack"];
  readonly bringThread: Followed["bringThread"];
  /** Tells the person at the screen something that went otherwise than they wanted. */
  tell(words: string): void;
};

export const SharedContext = createContext<Shared | null>(null);

export function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (shared === null) throw new Error("A part of the page was drawn outside of it.");
  return shared;
}

export function nameOf({ people }: Directory, user: string): string {
  if (user === "referee") return "Referee";
  return people.find(({ id }) => id === user)?.name ?? user;
}

/** The time zone of a person's plant, or of the first plant. */
export function zoneOf({ people, plants }: Directory, user: LocalId | null): string {
  const code = people.find(({ id }) => id === user)?.plant;
  return (plants.find((plant) => plant.code === code) ?? plants[0])?.timeZone ?? "UTC";
}
