import { MOST_SHOWN } from "./directory.ts";
import { GROUP, USER } from "./resources.ts";

const SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";
const TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

/** What this server can do: RFC 7643, 5. */
export const CONFIGURATION = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: MOST_SHOWN },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    { type: "oauthbearertoken", name: "Bearer token", description: "SCIM_TOKEN of Referee's settings", primary: true },
  ],
  meta: { resourceType: "ServiceProviderConfig", location: "/scim/v2/ServiceProviderConfig" },
};

const typeOf = (name: string, schema: string) => ({
  schemas: [TYPE],
  ...{ id: name, name, endpoint: `/${name}s`, schema },
  meta: { resourceType: "ResourceType", location: `/scim/v2/ResourceTypes/${name}` },
});
export const TYPES = [typeOf("User", USER), typeOf("Group", GROUP)];

const attribute = (name: string, type: string, more: object = {}) => ({
  ...{
    name,
    type,
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: "readWrite",
    returned: "default",
  },
  ...{ uniqueness: "none", ...more },
});
const schemaOf = (id: string, name: string, attributes: readonly object[]) => ({
  ...{ schemas: [SCHEMA], id, name, attributes },
  meta: { resourceType: "Schema", location: `/scim/v2/Schemas/${id}` },
});

/** Only what is kept: RFC 7643, 7. */
export const SCHEMAS = [
  schemaOf(USER, "User", [
    attribute("userName", "string", { required: true, uniqueness: "server" }),
    attribute("externalId", "string", { caseExact: true }),
    attribute("displayName", "string"),
    attribute("name", "complex", {
      subAttributes: [
        attribute("formatted", "string"),
        attribute("givenName", "string"),
        attribute("familyName", "string"),
      ],
    }),
    attribute("emails", "complex", {
      multiValued: true,
      subAttributes: [attribute("value", "string"), attribute("type", "string"), attribute("primary", "boolean")],
    }),
    attribute("active", "boolean"),
  ]),
  schemaOf(GROUP, "Group", [
    attribute("displayName", "string", { required: true }),
    attribute("externalId", "string", { caseExact: true }),
    attribute("members", "complex", {
      multiValued: true,
      subAttributes: [attribute("value", "string", { mutability: "immutable" })],
    }),
  ]),
];
