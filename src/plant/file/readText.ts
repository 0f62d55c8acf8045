import { open } from "node:fs/promises";
import { LONGEST_FILE_BYTES } from "./yamlBounds.ts";

/** A file's text, and no more of it than shows that it is too long. Throws what opening and reading throw. */
export async function readText(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, LONGEST_FILE_BYTES + 1);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
