import { z } from "zod";
import type { Form, FormInput } from "../../src/index.ts";
import { ADAPTIVE_LIMITS } from "../adaptive/limits.ts";

const Options = z.array(z.object({ value: z.string(), label: z.string() })).max(400);

/**
 * A form that travels with its own button, so that whichever process gets the answers can show it again with remarks.
 * It comes back from the client and so proves nothing: it is only drawn again, for the person who sent it. What the
 * answers mean is decided by the button's value.
 */
export const CarriedForm: z.ZodType<Form> = z.object({
  title: z.string(),
  submit: z.string(),
  intro: z.string(),
  value: z.string(),
  inputs: z
    .array(
      z.object({
        id: z.string(),
        label: z.string(),
        hint: z.string(),
        required: z.boolean(),
        initial: z.string(),
        kind: z.discriminatedUnion("type", [
          z.object({ type: z.literal("line"), maxLength: z.number() }),
          z.object({ type: z.literal("text"), maxLength: z.number() }),
          z.object({ type: z.literal("choice"), options: Options }),
          z.object({ type: z.literal("checkboxes"), options: Options }),
          z.object({
            type: z.literal("dateTime"),
            date: z.string(),
            time: z.string(),
            timeZone: z.string(),
            beside: z.string(),
            maxLength: z.number(),
          }),
          z.object({
            type: z.literal("combobox"),
            options: Options,
            chosen: z.array(z.string()).max(200),
            several: z.boolean(),
            beside: z.string(),
            maxLength: z.number(),
          }),
        ]),
      }),
    )
    .max(50),
});

/**
 * A form as it is carried: of a list that is searched while somebody types, only as many options as show that it is one,
 * and those that are chosen.
 */
export function carriedForm(form: Form): Form {
  return { ...form, inputs: form.inputs.map(carriedInput) };
}

function carriedInput(input: FormInput): FormInput {
  const { kind } = input;
  if (kind.type !== "combobox") return input;
  const options = kind.options.filter(
    ({ value }, at) => at <= ADAPTIVE_LIMITS.listedChoices || kind.chosen.includes(value),
  );
  return { ...input, kind: { ...kind, options } };
}
