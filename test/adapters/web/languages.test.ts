import { randomUUID } from "node:crypto";
import { AccountId, type Language } from "../../../src/index.ts";
import { call, cookieOf } from "./browserCall.ts";
import { openWebChat, testPlant, type WebChat, type WebChatOptions } from "./standIn.ts";

const open: WebChat[] = [];
async function chatWith(options: WebChatOptions = {}): Promise<WebChat> {
  const chat = await openWebChat(options);
  open.push(chat);
  return chat;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((chat) => chat.close()));
});

/** What Olga's browser sends when she writes. */
async function says(chat: WebChat, browser: string, as = "web:olga") {
  const body = { id: randomUUID(), as, spot: { conversation: as, thread: null }, text: "can we open port 502?" };
  const headers = { "content-type": "application/json", origin: chat.origin, "accept-language": browser };
  const cookie = await cookieOf(chat);
  return call(chat, { method: "POST", path: "/api/say", headers: { ...headers, cookie }, body: JSON.stringify(body) });
}

describe("a browser in another language", () => {
  test.each([
    { browser: "de-AT,de;q=0.9,en;q=0.8", language: "de" },
    { browser: "fr-FR,fr;q=0.9,es;q=0.8", language: "es" },
    { browser: "ja", language: "en" },
    { browser: "", language: "en" },
  ])(
    "that asks for “$browser” is known to Referee as $language with what is done in it",
    async ({ browser, language }) => {
      const heard: unknown[] = [];
      const chat = await chatWith({
        answer: (_inbound, _adapter, locale) => {
          heard.push(locale);
          return { type: "nothing" };
        },
      });
      await says(chat, browser);
      expect(heard).toEqual([language]);
    },
  );

  test("is told what does not go in its own", async () => {
    const chat = await chatWith();
    expect((await says(chat, "de-DE", "web:nobody")).body.trim()).toBe("So heißt hier niemand.");
    expect((await says(chat, "es-MX", "web:nobody")).body.trim()).toBe("Aquí nadie se llama así.");
    const shut = await call(chat, { headers: { "accept-language": "de" } });
    expect([shut.status, shut.body]).toEqual([401, expect.stringContaining("Bitte die Adresse öffnen")]);
  });

  test("tells at once who and what is read in it, before anything is said there", async () => {
    const told: { readonly conversations: readonly AccountId[]; readonly language: Language }[] = [];
    const chat = await chatWith({
      plants: () => [{ ...testPlant(), isLanguageSaid: false }],
      reads: async (conversations, language) => void told.push({ conversations, language }),
    });
    const live = new AbortController();
    const response = await fetch(`${chat.origin}/api/live`, {
      signal: live.signal,
      headers: { cookie: await cookieOf(chat), "accept-language": "de" },
    });
    expect(response.status).toBe(200);
    live.abort();
    expect(told).toEqual([
      { language: "de", conversations: expect.arrayContaining([AccountId.parse("web:otto"), "web:line-3", "web:ops"]) },
    ]);
  });
});
