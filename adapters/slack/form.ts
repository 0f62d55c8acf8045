import type { KnownBlock, ModalView } from "@slack/web-api";
import { z } from "zod";
import { type Form, say } from "../../src/index.ts";
import { inputBlocks } from "./inputs.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { plain } from "./text.ts";

/** Marks the views Referee opened. */
export const FORM_ID = "referee.form";

/** What a form carries with it, so that what is said after it goes where it was opened. */
const FormContext = z.object({
  value: z.string(),
  channel: z.string().nullable(),
  thread: z.string().nullable(),
  /** As in an origin: the card that opened the form is over with it. Absent in forms of older releases. */
  aside: z.url().nullable().default(null),
});
export type FormContext = z.infer<typeof FormContext>;

/** Undoes what `renderForm` put into the view; null for a view of somebody else's making. */
export function readFormContext(metadata: string): FormContext | null {
  try {
    return FormContext.safeParse(JSON.parse(metadata)).data ?? null;
  } catch (caught) {
    if (caught instanceof SyntaxError) return null;
    throw caught;
  }
}

/** A form as a Slack view. Text past Slack's limits is cut with an ellipsis, never refused. */
export function renderForm(form: Form, at: Omit<FormContext, "value" | "aside"> & Partial<FormContext>): ModalView {
  const context: FormContext = { value: form.value, channel: at.channel, thread: at.thread, aside: at.aside ?? null };
  const intro: KnownBlock[] =
    form.intro === "" ? [] : [{ type: "section", text: plain(form.intro, SLACK_LIMITS.sectionText) }];
  return {
    type: "modal",
    callback_id: FORM_ID,
    private_metadata: JSON.stringify(context),
    title: plain(form.title, SLACK_LIMITS.viewTitle),
    submit: plain(form.submit, SLACK_LIMITS.viewButton),
    close: plain(say(form.tongue ?? {}, "platform.cancel"), SLACK_LIMITS.viewButton),
    blocks: [...intro, ...form.inputs.flatMap((input) => inputBlocks(input, form.tongue))].slice(
      0,
      SLACK_LIMITS.viewBlocks,
    ),
  };
}
