import { z } from "zod";
import type { Secret } from "../secret.ts";
import type { Settings } from "./settings.ts";
import { Text } from "./variables.ts";

/** An endpoint that speaks as OpenAI's does: Ollama, vLLM, Azure OpenAI. */
export type SecondReaderConfig = {
  /** Up to and without `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** Null where the endpoint asks for none. */
  readonly key: Secret | null;
};

const Address = z
  .string()
  .regex(/^https?:\/\/[^\s?#]+$/, "must be an address such as http://127.0.0.1:11434/v1")
  .transform((url) => url.replace(/(?<!\/)\/+$/, ""));

/** Null, the default: nobody but Referee reads what people write. */
export function readSecondReader(settings: Settings): SecondReaderConfig | null {
  const url = settings.optional("SECOND_READER_URL", Address);
  const model = settings.optional("SECOND_READER_MODEL", Text);
  const key = settings.secret("SECOND_READER_KEY");
  if (url === null && model === null && key === null) return null;
  if (url === null) settings.complain("SECOND_READER_URL", "is missing: without it nothing is read a second time.");
  if (model === null) settings.complain("SECOND_READER_MODEL", "is missing: which model is to be asked?");
  return url === null || model === null ? null : { url, model, key };
}
