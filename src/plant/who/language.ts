import type { Language } from "../../words/reader.ts";
import { freezesAsRead } from "../arrangement/saidFreezes.ts";
import { AccountId, type AdapterName } from "../ids.ts";
import { personByAccount } from "../person.ts";
import type { Plant } from "../plant.ts";
import { perPlant } from "../remember.ts";
import { channelNames, withChannels } from "./channel.ts";
import { namesAsRead } from "./namesAsRead.ts";

/** A conversation of one platform. */
type Conversation = { readonly adapter: AdapterName; readonly conversation: string };

/**
 * The plant as it is read in a conversation, for everything that is put into words there: in a chat of their own in its
 * reader's language, in a channel in that of whose channel it is, else in the plant's. Somebody's language is that of the plant
 * file, else the one in which they have their platform. A channel has the latter on the local page alone, where one person
 * reads in everybody's place, and nothing of it where the plant file says what is spoken.
 */
export function readAt(plant: Plant, { adapter, conversation }: Conversation): Plant {
  const account = AccountId.safeParse(`${adapter}:${conversation}`);
  const ofChannel = channelLanguages(plant).get(`${adapter}:${conversation}`);
  return readIn(plant, ofChannel ?? (account.success ? languageOfAccount(plant, account.data) : undefined));
}

/** The plant as whoever has an account reads it, in answers that nobody else sees. */
export function readBy(plant: Plant, account: AccountId): Plant {
  return readIn(plant, languageOfAccount(plant, account));
}

function languageOfAccount(plant: Plant, account: AccountId): Language | undefined {
  return personByAccount(plant, account)?.language ?? plant.localeOf?.(account) ?? undefined;
}

/** The same plant for readers of a language: always the same object, so that what is remembered of it stays known. */
export function readIn(plant: Plant, language: Language = plant.language): Plant {
  if (language === plant.language) return plant;
  const known = readings(plant);
  const before = known.get(language);
  if (before !== undefined) return before;
  const read = namesAsRead({ ...plant, language });
  const made = { ...read, freezes: freezesAsRead(read) };
  known.set(language, made);
  return made;
}

const readings = perPlant(() => new Map<Language, Plant>());

const channelLanguages = perPlant((plant) => {
  return new Map(
    withChannels(plant).flatMap(({ channel, language }) =>
      language === undefined ? [] : channelNames([{ channel }]).map((name) => [name, language] as const),
    ),
  );
});
