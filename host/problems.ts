import { createProblemPage } from "../adapters/web/problemPage.ts";
import { sayProblem } from "../src/plant/file/read.ts";
import type { Secret } from "../src/secret.ts";
import type { Files } from "./files.ts";
import { serve } from "./httpServer.ts";
import { onChange } from "./restart.ts";

type Sound = Extract<Files, { ok: true }>;
type Unsound = Extract<Files, { ok: false }>;

export type MendingOptions = {
  readonly files: Unsound;
  readonly read: () => Promise<Files>;
  readonly dirs: readonly string[];
  readonly http: { readonly host: string; readonly port: number };
  readonly token: Secret;
  readonly stopped: Promise<unknown>;
};

/** Shows what is wrong with the files, in the browser and here, until they are mended; null when it was stopped before. */
export async function showProblemsUntilSound({
  files,
  read,
  dirs,
  http,
  token,
  stopped,
}: MendingOptions): Promise<Sound | null> {
  const page = createProblemPage(token, files.problems);
  const server = await serve(http.host, http.port, [{ path: "/", listener: page.handle }]);
  const address = `http://${http.host}:${server.port}/?token=${encodeURIComponent(token.reveal())}`;
  process.stdout.write(
    `${files.problems.map(sayProblem).join("\n")}\n\nMend these files, and Referee goes on. They are shown at ${address}\n`,
  );
  let watching: { close(): void } | undefined;
  const mended = new Promise<Sound>((resolve, reject) => {
    watching = onChange(dirs, () => {
      read().then((newer) => {
        page.show(newer.ok ? [] : newer.problems);
        if (newer.ok) resolve(newer);
      }, reject);
    });
  });
  try {
    return await Promise.race([mended, stopped.then(() => null)]);
  } finally {
    watching?.close();
    page.close();
    await server.close();
  }
}
