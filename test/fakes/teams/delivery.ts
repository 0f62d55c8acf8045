import type { Claims, Issuer } from "./issuer.ts";

/** What the bot answered to one activity. */
export type Delivered = { readonly activity: unknown; readonly status: number; readonly body: unknown };

/** How a delivery differs from what Teams does: for attacks. */
export type Forgery = { readonly claims?: Partial<Claims>; readonly authorization?: string | null };

export type Deliver = (activity: unknown, forgery?: Forgery) => Promise<Delivered>;

export type DeliveryOptions = {
  readonly issuer: Issuer;
  readonly appId: string;
  readonly issuerName: string;
  readonly serviceUrl: () => string;
  readonly botUrl: () => string;
};

/** Sends an activity to the bot with a signed token, as the Bot Connector does. */
export function createDelivery({ issuer, appId, issuerName, serviceUrl, botUrl }: DeliveryOptions): Deliver {
  return async (activity, { claims = {}, authorization } = {}) => {
    const honest: Claims = {
      iss: issuerName,
      aud: appId,
      serviceurl: serviceUrl(),
      expiresInSeconds: 3_600,
      validInSeconds: -60,
      alg: "RS256",
      foreignKey: false,
      without: [],
      unknownKey: false,
    };
    const bearer = authorization === undefined ? `Bearer ${issuer.token({ ...honest, ...claims })}` : authorization;
    const response = await fetch(botUrl(), {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", ...(bearer !== null && { authorization: bearer }) },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { activity, status: response.status, body: readJson(text) };
  };
}

function readJson(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
