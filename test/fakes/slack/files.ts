import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { Block } from "./blocks.ts";
import { type Method, method } from "./method.ts";
import { Refusal } from "./refusal.ts";
import type { Workspace } from "./workspace.ts";

/** A file that the app uploads. `looks`: how often a message that shows it is still refused, as Slack looks at it first. */
export type UploadedFile = { readonly length: number; bytes: Buffer | null; isComplete: boolean; looks: number };

const getUploadURLExternal = method(
  ["files:write"],
  z.object({ filename: z.string().min(1), length: z.coerce.number().int().positive(), alt_txt: z.string().optional() }),
  ({ length }, { workspace, uploadUrl }) => {
    const id = workspace.id("F0FILE");
    workspace.files.set(id, { length, bytes: null, isComplete: false, looks: workspace.slowness.files });
    return { upload_url: uploadUrl(id), file_id: id };
  },
);

const completeUploadExternal = method(
  ["files:write"],
  z.object({ files: z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1) }),
  ({ files }, { workspace }) => {
    for (const { id } of files) {
      const file = workspace.files.get(id);
      if (file === undefined || file.bytes?.length !== file.length) throw new Refusal("file_not_found");
      file.isComplete = true;
    }
    return { files: files.map(({ id, title = "" }) => ({ id, title })) };
  },
);

export const fileMethods: Readonly<Record<string, Method>> = {
  "files.getUploadURLExternal": getUploadURLExternal,
  "files.completeUploadExternal": completeUploadExternal,
};

/** Takes the bytes at the address that was given out for them. */
export function takeUpload({ url = "" }: IncomingMessage, response: ServerResponse, body: Buffer, all: Workspace[]) {
  const id = url.slice(url.lastIndexOf("/") + 1);
  const file = all.map(({ files }) => files.get(id)).find((found) => found !== undefined);
  if (file === undefined) return void response.writeHead(404).end();
  file.bytes = body;
  response.writeHead(200).end(`OK - ${body.length}`);
}

/** A message shows only files that are whole, and that Slack has looked at. */
export function checkPictures(blocks: readonly Block[], { files }: Workspace): void {
  for (const [index, block] of blocks.entries()) {
    if (block.type !== "image" || block.slack_file === undefined) continue;
    const file = files.get(block.slack_file.id);
    if (file?.isComplete === true && file.looks === 0) continue;
    if (file !== undefined && file.looks > 0) file.looks -= 1;
    throw new Refusal("invalid_blocks", [`[ERROR] invalid slack file [json-pointer:/blocks/${index}/slack_file]`]);
  }
}
