import type { Reader } from "../../words/reader.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import { typed } from "../../words/typed.ts";

/** The words that something was read by, in the quotation marks of whoever reads it: „neu“ und „starten“. */
export function saySaid(because: readonly string[], reader: Reader): string {
  return sayList(
    because.map((words) =>
      words.replace(/“([^“”]*)”/gu, (_all, text: string) => say(reader, "values.quoted", { text: typed(text) })),
    ),
    reader,
  );
}
