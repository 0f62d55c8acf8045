import { z } from "zod";

/**
 * The text of an answer, of which no more is taken from the line than was agreed, whatever length was announced.
 * @throws Error when there is more, with how much would have been taken
 */
export async function textWithin(body: AsyncIterable<unknown> | null, bytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    const piece = z.instanceof(Uint8Array).parse(chunk);
    length += piece.byteLength;
    if (length > bytes) throw new Error(`it has more than ${bytes / 1_000_000} MB`);
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString("utf8");
}
