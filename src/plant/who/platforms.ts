import { isLocalPlatform, PLATFORM_NAMES, platformCalled } from "../../platforms.ts";
import type { Reader } from "../../words/reader.ts";
import { say } from "../../words/say.ts";
import { type AdapterName, adapterOf } from "../ids.ts";
import type { Plant } from "../plant.ts";

/** The platforms on which a plant has people or channels. */
export function platformsOf(plant: Plant): readonly AdapterName[] {
  const parties = [...plant.teams.values(), ...plant.lines.values(), plant.ops];
  const accounts = new Set([...plant.people.values()].flatMap((person) => person.accounts.map(adapterOf)));
  return PLATFORM_NAMES.filter(
    (name) => accounts.has(name) || parties.some(({ channel }) => channel[name] !== undefined),
  );
}

/**
 * What people call a platform. The two local chats have names of their own where both are in use; one alone is the
 * local chat, and nobody there has ever read another name.
 * @param inUse the platforms of those who read it
 */
export function platformName(name: AdapterName, inUse: readonly AdapterName[], reader: Reader = {}): string {
  const isAlone = new Set(inUse.filter(isLocalPlatform)).size < 2;
  if (!isLocalPlatform(name)) return platformCalled(name);
  return say(reader, isAlone ? "who.localChat" : (LOCAL[name] ?? "who.localChat"));
}

const LOCAL: { readonly [name in AdapterName]?: "who.floorChat" | "who.officeChat" } = {
  web: "who.floorChat",
  office: "who.officeChat",
};
