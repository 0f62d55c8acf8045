import { z } from "zod";
import type { Form } from "../../src/index.ts";

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
          z.object({
            type: z.literal("choice"),
            options: z.array(z.object({ value: z.string(), label: z.string() })).max(200),
          }),
        ]),
      }),
    )
    .max(50),
});
