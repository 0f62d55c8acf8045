import type { Typed } from "../typed.ts";

/** What is wrong with an answer, for whoever gave it. */
export type ValuesWords = {
  readonly "values.thing": { readonly kind: "asset" | "endpoint" | "place" };
  readonly "values.whichOne": { readonly choices: string };
  readonly "values.network": { readonly said: Typed; readonly most: number };
  readonly "values.writeRange": { readonly from: string; readonly to: string };
  readonly "values.addressOrder": null;
  readonly "values.badAddress": { readonly said: Typed };
  readonly "values.noAddress": { readonly said: Typed };
  readonly "values.choose": null;
  readonly "values.instant": null;
  readonly "values.text": null;
  readonly "values.port": null;
  readonly "values.portBounds": { readonly last: string };
  readonly "values.portOrder": null;
  readonly "values.icmp": { readonly last: number };
  readonly "values.isIt": { readonly one: string; readonly first: string; readonly second: string };
  readonly "values.portOf": { readonly name: string };
  readonly "values.portsOf": { readonly name: string; readonly ports: string };
  readonly "values.quoted": { readonly text: Typed };
};
