import { type Saying, say } from "../../words/say.ts";
import type { RequestType } from "../../workflow/requestType.ts";
import { rulesFor, typeFor } from "../../workflow/texts.ts";
import type { World } from "../commands.ts";

type Rules = Pick<World, "types">;

/** The rules of a request in the words of whoever is refused. */
export function inWordsOf(
  rules: RequestType,
  { types }: Rules,
  words: (read: RequestType, reader: Parameters<Saying>[0]) => string,
): Saying {
  const type = types.get(rules.type);
  return (reader) => words(rulesFor(rules, type && typeFor(type, reader), reader), reader);
}

/** That certain facts are still to be told, by the labels that their reader sees on the card. */
export function stillNeeded(missing: readonly { readonly id: string }[], rules: RequestType, world: Rules): Saying {
  const ids = new Set<string>(missing.map(({ id }) => id));
  return inWordsOf(rules, world, ({ fields }, reader) => {
    const labels = fields.filter(({ id }) => ids.has(id)).map(({ label }) => label);
    return say(reader, "refused.stillNeeded", { what: labels.join(", ") });
  });
}
