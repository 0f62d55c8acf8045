import { ADAPTER_NAMES, type AdapterName, adapterOf, PLATFORM_NAMES } from "../ids.ts";
import type { Plant } from "../plant.ts";

/** The platforms on which a plant has people or channels. */
export function platformsOf(plant: Plant): readonly AdapterName[] {
  const parties = [...plant.teams.values(), ...plant.lines.values(), plant.ops];
  const accounts = new Set([...plant.people.values()].flatMap((person) => person.accounts.map(adapterOf)));
  return ADAPTER_NAMES.filter(
    (name) => accounts.has(name) || parties.some(({ channel }) => channel[name] !== undefined),
  );
}

/**
 * What people call a platform. The two local chats have names of their own where both are in use; one alone is the
 * local chat, and nobody there has ever read another name.
 * @param inUse the platforms of those who read it
 */
export function platformName(name: AdapterName, inUse: readonly AdapterName[]): string {
  const isLocal = name === "web" || name === "office";
  const areBoth = inUse.includes("web") && inUse.includes("office");
  return isLocal && !areBoth ? "local chat" : PLATFORM_NAMES[name];
}
