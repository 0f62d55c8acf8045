import { z } from "zod";
import { type Clock, SECOND_MS } from "../clock.ts";
import type { SecondReaderConfig } from "../config/secondReader.ts";
import { readJson } from "../json.ts";
import type { Log } from "../log.ts";
import type { Outgoing } from "../outgoing/outgoing.ts";
import { textWithin } from "../outgoing/textWithin.ts";
import type { RequestType, TypeId } from "../workflow/requestType.ts";
import { createBreaker } from "./breaker.ts";
import { promptFor } from "./prompt.ts";

/** What somebody else's model reads in a text. None of it counts by itself. */
export type SecondReading = {
  readonly type: TypeId | null;
  /** Pieces that stand in the text to the letter. */
  readonly quotes: readonly string[];
  readonly model: string;
  readonly prompt: string;
};

export type SecondReader = {
  /** Null where it is turned off, does not answer, or says what cannot be used. Never throws. */
  read(text: string, types: ReadonlyMap<TypeId, RequestType>): Promise<SecondReading | null>;
};

const WITHIN_MS = 10 * SECOND_MS;
const LONGEST_ANSWER = 50_000;
const MOST_QUOTES = 8;
const LONGEST_QUOTE = 200;
const SHORTEST_QUOTE = 2;

type Options = { readonly fetch: Outgoing["fetch"]; readonly now: Clock; readonly log: Log };

/** Asks an endpoint as OpenAI's is asked. A breaker keeps a slow one from being asked again and again. */
export function createSecondReader(
  { url, model, key }: SecondReaderConfig,
  { fetch, now, log }: Options,
): SecondReader {
  const breaker = createBreaker(now);
  const off = (isOff: boolean) => {
    if (isOff) log.warn("the second reader is slow or does not answer, so it is left alone for ten minutes", { model });
  };
  const ask = async (body: string): Promise<string> => {
    const response = await fetch(`${url}/chat/completions`, {
      method: "POST",
      redirect: "error",
      headers: {
        "content-type": "application/json",
        ...(key !== null && { authorization: `Bearer ${key.reveal()}`, "api-key": key.reveal() }),
      },
      body,
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    if (response.ok) return textWithin(response.body, LONGEST_ANSWER);
    await response.body?.cancel();
    throw new Error(`it answered ${response.status}`);
  };
  return {
    read: async (text, types) => {
      if (!breaker.mayTry()) return null;
      const { messages, hash } = promptFor(text, types);
      const began = now();
      try {
        const answer = await ask(
          JSON.stringify({
            model,
            messages,
            temperature: 0,
            max_tokens: 400,
            response_format: { type: "json_object" },
          }),
        );
        off(breaker.answered(now() - began));
        const said = saidIn(answer);
        if (said === null) return null;
        const type = [...types.keys()].find((id) => id === said.type && types.get(id)?.active === true) ?? null;
        return { type, quotes: verbatim(said.quotes, text), model, prompt: hash };
      } catch (error) {
        log.debug("the second reader could not be asked", { error });
        off(breaker.failed());
        return null;
      }
    },
  };
}

const Completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });
const Said = z.object({
  type: z.string().max(60).catch("none"),
  quotes: z.array(z.string().catch("")).catch([]),
});

/** Null for an answer that is none; whatever else stands in it is not looked at. */
function saidIn(answer: string): z.infer<typeof Said> | null {
  const [choice] = Completion.safeParse(jsonIn(answer)).data?.choices ?? [];
  return choice === undefined ? null : (Said.safeParse(jsonIn(choice.message.content)).data ?? null);
}

function jsonIn(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    // Not JSON, so it says nothing that could be used.
    return null;
  }
}

function verbatim(quotes: readonly string[], text: string): readonly string[] {
  const fit = quotes.filter((quote) => quote.trim().length >= SHORTEST_QUOTE && quote.length <= LONGEST_QUOTE);
  return [...new Set(fit)].filter((quote) => text.includes(quote)).slice(0, MOST_QUOTES);
}
