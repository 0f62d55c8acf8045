import { z } from "zod";

/** One of a few words, written as listed. */
export function oneOf<const Word extends string>(...words: readonly Word[]) {
  return z.string().pipe(z.enum(words, `must be ${words.slice(0, -1).join(", ")} or ${words.at(-1)}`));
}

/** Any text: a path, a name, an id that only the other side can judge. */
export const Text = z.string();

/** An id of Entra's, in the small letters that Microsoft's tokens carry. */
export const Guid = z.guid("must be an id such as 1f0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c11").toLowerCase();

const portMessage = "must be a number from 0 to 65535";
export const Port = z
  .string()
  .regex(/^\d{1,5}$/, portMessage)
  .transform(Number)
  .refine((port) => port <= 65_535, portMessage);

/** Where a platform or an identity server is. Tokens travel there, so only this machine may be reached in the clear. */
export const ServiceAddress = z
  .url({ protocol: /^https?$/, error: "must be an address such as https://example.com/api/" })
  .refine((url) => !url.startsWith("http:") || isOnThisMachine(url), {
    error: "must begin with https:// unless it is on this machine",
  });

function isOnThisMachine(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname);
}

/** True for names and addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
