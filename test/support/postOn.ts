import type { Adapter, EffectId, Message, Posted, Spot } from "../../src/adapter.ts";

/** Posts where the platform names what it takes, as they all do on good days. @throws when it does not */
export async function postOn(adapter: Adapter, spot: Spot, message: Message, effect: EffectId): Promise<Posted> {
  const posted = await adapter.post(spot, message, effect);
  if (posted === null) throw new Error("The platform took the message and did not say under which id.");
  return posted;
}
