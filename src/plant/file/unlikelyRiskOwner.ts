import type { PlantDraft } from "./file.ts";
import type { Finding } from "./yamlFile.ts";

/** Whoever alone may take a risk must be able to say so, and be somebody else than those whose no it would be. */
export function unlikelyRiskOwner({ riskOwner, people = {}, teams = {}, roles }: PlantDraft): readonly Finding[] {
  if (riskOwner === undefined || riskOwner === null) return [];
  const owner = Object.entries(people).find(([id]) => id === riskOwner)?.[1];
  if (owner === undefined) return [];
  const path = ["riskOwner"];
  if (owner.accounts.length === 0 && owner.email === undefined) {
    const what = `${owner.name} is to take risks, and has neither an account nor an e-mail address to press anything with`;
    return [{ path, what, todo: `add accounts to ${riskOwner}, or name somebody else` }];
  }
  const security = Object.entries(teams).find(([id]) => id === roles?.security)?.[1];
  if (security === undefined || ![...security.members, security.lead, security.backup].includes(riskOwner)) return [];
  const what = `${owner.name} is of ${security.name}: what they deny themselves, nobody may take the risk of`;
  return [
    { severity: "warning", path, what, todo: "name somebody who answers for the plant as a whole, or leave it so" },
  ];
}
