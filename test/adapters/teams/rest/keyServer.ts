import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import { type JWTPayload, SignJWT } from "jose";
import { z } from "zod";

/** Who signs what Teams sends, with keys that come and go. */
export type KeyServer = {
  readonly metadataUrl: string;
  /** Makes a key and publishes it, endorsed for these channels; null publishes a key that says nothing of channels. */
  publish(kid: string, endorsements?: readonly string[] | null): void;
  withdraw(kid: string): void;
  /** A token signed with a key that was once published. */
  sign(kid: string, claims: JWTPayload): Promise<string>;
  /** Paths that were asked for, oldest first. */
  readonly asked: readonly string[];
  /** What a path is answered from now on instead of the documents: a status, and where it leads or what it says. */
  answers(path: string, status: number, location?: string, body?: unknown): void;
  close(): Promise<void>;
};

type Key = { readonly jwk: object; readonly privateKey: KeyObject; published: boolean };
type Odd = { readonly status: number; readonly location: string; readonly body: unknown };

// Making keys takes longest of all: those of one name are the same in every test of a file.
const pairs = new Map<string, { readonly publicKey: KeyObject; readonly privateKey: KeyObject }>();

function pairFor(kid: string) {
  const pair = pairs.get(kid) ?? generateKeyPairSync("rsa", { modulusLength: 2_048 });
  pairs.set(kid, pair);
  return pair;
}

export async function startKeyServer(): Promise<KeyServer> {
  const keys = new Map<string, Key>();
  const odd = new Map<string, Odd>();
  const asked: string[] = [];
  const published = () => [...keys.values()].filter((key) => key.published).map(({ jwk }) => jwk);
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    const { status, location, body } = odd.get(path) ?? { status: 200, location: "", body: undefined };
    const documents: Readonly<Record<string, unknown>> = {
      "/metadata": { jwks_uri: `${origin}/keys` },
      "/keys": { keys: published() },
    };
    response.writeHead(status, { "content-type": "application/json", ...(location !== "" && { location }) });
    response.end(JSON.stringify(body ?? documents[path] ?? null));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
  return {
    metadataUrl: `${origin}/metadata`,
    asked,
    publish: (kid, endorsements = ["msteams"]) => {
      const { publicKey, privateKey } = pairFor(kid);
      const says = endorsements === null ? {} : { endorsements };
      keys.set(kid, { jwk: { ...publicKey.export({ format: "jwk" }), kid, ...says }, privateKey, published: true });
    },
    withdraw: (kid) => {
      const key = keys.get(kid);
      if (key !== undefined) key.published = false;
    },
    sign: async (kid, claims) => {
      const key = keys.get(kid);
      if (key === undefined) throw new Error(`Key ${kid} was never published.`);
      return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign(key.privateKey);
    },
    answers: (path, status, location = "", body) => {
      odd.set(path, { status, location, body });
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
