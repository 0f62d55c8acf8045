import { z } from "zod";
import { DeliveryError } from "../../../src/index.ts";

const Named = z.object({ id: z.string().min(1) });

/** The id of what was made. Null where Teams took a message and does not say under which id. */
export function idIn(answer: unknown): string | null {
  const named = Named.safeParse(answer);
  return named.success ? named.data.id : null;
}

/** @throws ZodError where the answer names none */
export function certainIdIn(answer: unknown): string {
  return Named.parse(answer).id;
}

/** What is neither a refusal nor silence is an answer that cannot be read: then it may have been said. */
export async function delivered<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof DeliveryError ? error : new DeliveryError({ type: "unknown" }, { cause: error });
  }
}
