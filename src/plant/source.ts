import { z } from "zod";

/**
 * A plant's texts, plain enough to be stored: the same texts make the same plant in every process. `included`: the calendars
 * it refers to, by file name.
 */
export const PlantSource = z
  .object({ file: z.string(), text: z.string(), included: z.record(z.string(), z.string()).readonly() })
  .readonly();
export type PlantSource = z.infer<typeof PlantSource>;
