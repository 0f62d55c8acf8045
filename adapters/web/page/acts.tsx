import type { LocalId } from "../localId.ts";
import type { Shown } from "../wire.ts";
import type { Spot } from "./drafts.ts";
import { useForms } from "./FormDialog.tsx";
import { act, NotDone, say } from "./send.ts";
import { useShared } from "./shared.ts";

/** What a person can do in their chat. Whatever they are shown in return opens by itself. */
export type Acts = {
  /** @returns whether it stands in the chat now; otherwise the person has been told why */
  say(spot: Spot, text: string): Promise<boolean>;
  press(message: string, value: string): Promise<boolean>;
  point(message: string): Promise<boolean>;
};

export function useActs(user: LocalId): Acts {
  const { tell } = useShared();
  const openForm = useForms();
  const take = async (work: Promise<Shown>) => {
    try {
      const shown = await work;
      if (shown.type === "form") openForm({ user, ...shown });
      return true;
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      tell(error.message);
      return !error.isRefused;
    }
  };
  const id = () => crypto.randomUUID();
  return {
    say: (spot, text) => take(say({ as: user, spot, text })),
    press: (message, value) => take(act("/api/press", { id: id(), as: user, message, value })),
    point: (message) => take(act("/api/point", { id: id(), as: user, message })),
  };
}
