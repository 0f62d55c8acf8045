import { createHmac, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { systemClock } from "../../../src/clock.ts";

/** What a token claims. Tests that attack change one thing and leave the rest. */
export type Claims = {
  readonly iss: string;
  readonly aud: string;
  readonly serviceurl: string;
  /** Seconds from now until the token ends, and until it begins to hold. */
  readonly expiresInSeconds: number;
  readonly validInSeconds: number;
  readonly alg: "RS256" | "RS512" | "HS256" | "none";
  /** Signs with a key that the metadata does not name. */
  readonly foreignKey: boolean;
  /** What the token leaves out. */
  readonly without: readonly ("exp" | "serviceurl" | "kid")[];
  /** Names a key that there is not. */
  readonly unknownKey: boolean;
};

export type Issuer = {
  /** A signed token, as the Bot Connector would send it. */
  token(claims: Claims): string;
  /** The public keys, as the metadata names them. */
  keys(): unknown;
};

// Making keys takes longest of all, so the fakes of one process share them, and make the foreign one when it is used.
const ownKey = once(() => ({ kid: randomUUID(), ...makeKey() }));
const foreignKey = once(makeKey);

function makeKey() {
  return generateKeyPairSync("rsa", { modulusLength: 2_048 });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The identity provider of the Bot Connector: one RSA key, endorsed for Teams. */
export function createIssuer(): Issuer {
  const own = ownKey();
  const jwk = own.publicKey.export({ format: "jwk" });
  return {
    keys: () => ({ keys: [{ ...jwk, kid: own.kid, use: "sig", endorsements: ["msteams"] }] }),
    token: (claims) => {
      const nowSeconds = Math.floor(systemClock() / 1_000);
      const header = { typ: "JWT", alg: claims.alg, kid: claims.unknownKey ? randomUUID() : own.kid };
      const payload = {
        iss: claims.iss,
        aud: claims.aud,
        serviceurl: claims.serviceurl,
        nbf: nowSeconds + claims.validInSeconds,
        exp: nowSeconds + claims.expiresInSeconds,
      };
      const without = (part: object) =>
        Object.fromEntries(Object.entries(part).filter(([name]) => !claims.without.some((left) => left === name)));
      const signed = `${base64url(without(header))}.${base64url(without(payload))}`;
      if (claims.alg === "none") return `${signed}.`;
      if (claims.alg === "HS256") {
        const password = own.publicKey.export({ type: "spki", format: "pem" });
        return `${signed}.${createHmac("sha256", password).update(signed).digest("base64url")}`;
      }
      const key = claims.foreignKey ? foreignKey().privateKey : own.privateKey;
      return `${signed}.${createSign(claims.alg === "RS512" ? "RSA-SHA512" : "RSA-SHA256")
        .update(signed)
        .sign(key, "base64url")}`;
    },
  };
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
