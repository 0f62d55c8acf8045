import { accountOf } from "../../src/plant/person.ts";
import type { Person, Plant } from "../../src/plant/plant.ts";
import { type PlatformName, platformCalled } from "../../src/platforms.ts";
import { type Finding, ok, warn } from "./finding.ts";

/** The platforms that Referee is set up for, by their names in a plant file. */
export type Platforms = readonly PlatformName[];

/**
 * Who of a plant has no account on one platform. Each platform is looked at by itself; where they have an account on another one
 * that is set up, they are reached, and that is no more than worth knowing.
 * @param missing who has none there, as far as the file, the record and the platform's directory tell
 */
export function examineMissing(
  { code }: Plant,
  adapter: PlatformName,
  missing: readonly Person[],
  platforms: Platforms,
): readonly Finding[] {
  const isElsewhere = (person: Person) => platforms.some((each) => accountOf(person, each) !== null);
  const elsewhere = missing.filter(isElsewhere);
  const others = platforms.filter((each) => each !== adapter).map(platformCalled);
  const known =
    elsewhere.length === 0
      ? []
      : [ok(code, `not on ${platformCalled(adapter)}, but on ${others.join(" or ")}: ${namesOf(elsewhere)}`)];
  return [
    ...known,
    ...missing.filter((person) => !isElsewhere(person)).map((person) => nowhere(code, adapter, person)),
  ];
}

/** Whoever is asked next is asked in their place, so it is worth a look and stops nothing. */
function nowhere(code: string, adapter: PlatformName, { name, email }: Person): Finding {
  const platform = platformCalled(adapter);
  if (email === undefined)
    return warn(
      code,
      `${name} cannot be reached: they have neither an account on ${platform} nor an e-mail address`,
      "list their account in the plant file, or their address",
    );
  if (adapter === "slack")
    return warn(
      code,
      `nobody in Slack has the address of ${name}`,
      "list their account in the plant file, or correct the address",
    );
  return warn(
    code,
    `${name} cannot be reached on ${platform}: they have no account listed, and did not write to Referee yet`,
    "list their account in the plant file, or have them write to Referee once",
  );
}

function namesOf(people: readonly Person[]): string {
  return people.map(({ name }) => name).join(", ");
}
