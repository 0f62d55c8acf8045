import { SECOND_MS } from "../../src/index.ts";
import type { Transport } from "./transport/transport.ts";

const AGAIN_MS = 30 * SECOND_MS;

/**
 * Signs in when Referee starts, and again until it works: a wrong secret shows before anybody waits for a message. Why it
 * does not work stands in the log.
 * @returns after the first try, however it went, what ends the others
 */
export async function keepSigningIn({ signIn, isLetIn }: Pick<Transport, "signIn" | "isLetIn">): Promise<() => void> {
  let timer: NodeJS.Timeout | null = null;
  let ended = false;
  const attempt = async (): Promise<void> => {
    await Promise.allSettled([signIn()]);
    if (!ended && !isLetIn()) timer = setTimeout(() => void attempt(), AGAIN_MS).unref();
  };
  await attempt();
  return () => {
    ended = true;
    if (timer !== null) clearTimeout(timer);
  };
}
