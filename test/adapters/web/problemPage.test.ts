import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createProblemPage, type PageProblem, type ProblemPage } from "../../../adapters/web/problemPage.ts";
import { Secret } from "../../../src/index.ts";
import { TOKEN } from "./standIn.ts";

const unknownTeam: PageProblem = {
  file: "plants/ours.yaml",
  line: 41,
  column: 7,
  what: 'There is no team "ot-control".',
  todo: 'Did you mean "ot-controls"?',
};

let page: ProblemPage;
let server: Server;
let address: string;
beforeEach(async () => {
  page = createProblemPage(new Secret(TOKEN), [unknownTeam]);
  server = createServer((request, response) => page.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${portOf(server)}`;
});
afterEach(async () => {
  page.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function portOf(listening: Server): number {
  const bound: AddressInfo | string | null = listening.address();
  if (bound === null || typeof bound === "string") throw new Error("The page listens on no port.");
  return bound.port;
}

/** The page as its reader's browser gets it, and the cookie it leaves. */
async function read() {
  const response = await fetch(`${address}/?token=${TOKEN}`);
  return { text: await response.text(), cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

describe("a mistake in a plant file", () => {
  test("is shown with file and line, what it is, and what to do", async () => {
    const { text } = await read();
    expect(text).toContain("One thing to put right before Referee can start");
    expect(text).toContain("plants/ours.yaml:41:7");
    expect(text).toContain("There is no team &quot;ot-control&quot;.");
    expect(text).toContain("Did you mean &quot;ot-controls&quot;?");
  });

  test("is shown in the language of the browser", async () => {
    const german = await fetch(`${address}/?token=${TOKEN}`, { headers: { "accept-language": "de-DE,de" } });
    const text = await german.text();
    expect(text).toContain("Etwas ist zu berichtigen, bevor Referee starten kann");
    expect(text).toContain('<html lang="de">');
  });

  test("runs nothing that was written into the file", async () => {
    page.show([{ ...unknownTeam, what: '<img src=x onerror="alert(1)">' }]);
    expect((await read()).text).not.toContain("<img");
  });

  test("is nobody's to read without the key", async () => {
    expect((await fetch(address)).status).toBe(401);
  });

  test("once mended, makes the open page load what there is now", async () => {
    const { cookie } = await read();
    const live = await fetch(`${address}/problems/live`, { headers: { cookie } });
    const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain("retry");
    page.show([]);
    expect((await reader?.read())?.value).toContain("event: changed");
    await reader?.cancel();
  });
});
