import { open } from "node:fs/promises";
import { LONGEST_FILE_BYTES } from "./yamlBounds.ts";

/** A file's text, and no more of it than shows that it is too long. Throws what opening and reading throw. */
export async function readText(path: string): Promise<string> {
  const file = await open(path);
  try {
    const most = LONGEST_FILE_BYTES + 1;
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, most)), 0, Math.min(size, most), 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
