import { createContext } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { LocalId } from "../localId.ts";
import type { Shown } from "../wire.ts";
import { type DrawnCard, drawCard } from "./adaptive.ts";
import { act, NotDone } from "./send.ts";
import { nameOf, useShared } from "./shared.ts";
import { said } from "./words.ts";

type OpenForm = Extract<Shown, { type: "form" }> & { readonly user: LocalId };

const FormsContext = createContext<(form: OpenForm) => void>(() => undefined);

/** Opens a form for the person it was meant for. */
export function useForms(): (form: OpenForm) => void {
  return useContext(FormsContext);
}

/** Holds the one form that may be open. */
export function Forms({ children }: { readonly children: preact.ComponentChildren }) {
  const [form, setForm] = useState<OpenForm | null>(null);
  return (
    <FormsContext.Provider value={setForm}>
      {children}
      {form !== null && <FormDialog key={form.value} form={form} close={() => setForm(null)} open={setForm} />}
    </FormsContext.Provider>
  );
}

function FormDialog({ form, close, open }: { form: OpenForm; close: () => void; open: (form: OpenForm) => void }) {
  const { world } = useShared();
  const [refusal, setRefusal] = useState("");
  const dialog = useRef<HTMLDialogElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn: DrawnCard = drawCard(form.card, { onPress: () => void send(drawn) });
    frame.current?.replaceChildren(drawn.element);
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }, []);
  const send = async (drawn: DrawnCard) => {
    const { user, spot, value, on } = form;
    setRefusal("");
    try {
      const shown = await act("/api/submit", {
        id: crypto.randomUUID(),
        as: user,
        spot,
        value,
        values: drawn.values(),
        on,
      });
      if (shown.type === "formErrors") return drawn.showErrors(shown.errors);
      if (shown.type === "form") return open({ user, ...shown });
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      // What somebody filled in stays before them, with the reason beside it.
      return setRefusal(error.message);
    }
    // Closed by the dialog itself, which hands the focus back to where it came from.
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} class="form" aria-label={form.title} onClose={close}>
      <header>
        <p class="meta">{nameOf(world.directory, form.user)}</p>
        <button type="button" class="quiet" aria-label={said("closeForm")} onClick={() => dialog.current?.close()}>
          ×
        </button>
      </header>
      <div ref={frame} class="card-form" />
      <p class="form-error" role="alert">
        {refusal}
      </p>
    </dialog>
  );
}
