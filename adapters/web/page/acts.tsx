import type { LocalId } from "../localId.ts";
import type { Shown } from "../wire.ts";
import { useForms } from "./FormDialog.tsx";
import { act, NotDone, say } from "./send.ts";
import { useShared } from "./shared.ts";

type Spot = { readonly conversation: LocalId; readonly thread: string | null };

/** What a person can do in their chat. Whatever they are shown in return opens by itself. */
export type Acts = {
  say(spot: Spot, text: string): void;
  press(message: string, value: string): Promise<void>;
  point(message: string): Promise<void>;
};

export function useActs(user: LocalId): Acts {
  const { tell } = useShared();
  const openForm = useForms();
  const take = async (work: Promise<Shown>) => {
    try {
      const shown = await work;
      if (shown.type === "form") openForm({ user, ...shown });
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      tell(error.message);
    }
  };
  const id = () => crypto.randomUUID();
  return {
    say: (spot, text) => void take(say({ as: user, spot, text })),
    press: (message, value) => take(act("/api/press", { id: id(), as: user, message, value })),
    point: (message) => take(act("/api/point", { id: id(), as: user, message })),
  };
}
