/** Who somebody is, where no name in the plant file says it. */
export type WhoWords = {
  readonly "who.requester": null;
  readonly "who.shiftLead": { readonly line: string };
  readonly "who.ops": null;
  readonly "who.manager": null;
  readonly "who.account": { readonly platform: string };
  readonly "who.externalAccount": { readonly platform: string };
  readonly "who.notLinked": { readonly name: string; readonly platform: string };
  readonly "who.externalNotLinked": { readonly name: string; readonly platform: string };
  readonly "who.answersFor": { readonly who: string; readonly other: string };
  readonly "who.localChat": null;
  readonly "who.floorChat": null;
  readonly "who.officeChat": null;
  /** What somebody is, behind their name on the local page, and the channel of Ops there. */
  readonly "who.plantManager": null;
  readonly "who.opsLead": null;
  readonly "who.leadsShift": { readonly line: string };
  readonly "who.teamLead": { readonly team: string };
  readonly "who.operations": null;
};
