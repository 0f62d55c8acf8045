const SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

/** What a client is told that asked for something that cannot be: RFC 7644, 3.12. */
export class ScimError extends Error {
  readonly status: number;
  readonly scimType: ScimType | null;
  readonly retryAfter: number | null;

  /** @param retryAfter when it is worth asking again, seconds */
  constructor(status: number, message: string, scimType: ScimType | null = null, retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.scimType = scimType;
    this.retryAfter = retryAfter;
  }

  body(): object {
    const { status, scimType, message } = this;
    return { schemas: [SCHEMA], status: String(status), ...(scimType !== null && { scimType }), detail: message };
  }
}

export type ScimType =
  | "invalidFilter"
  | "invalidSyntax"
  | "invalidPath"
  | "invalidValue"
  | "noTarget"
  | "uniqueness"
  | "mutability";
