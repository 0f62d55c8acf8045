import type { PlantDraft } from "./file.ts";
import type { Finding } from "./yamlFile.ts";

/** Whoever alone may take a risk must be able to say so, and be somebody else than those whose no it would be; their stand-in too. */
export function unlikelyRiskOwner(plant: PlantDraft): readonly Finding[] {
  const { riskOwner = null, riskOwnerStandIn: standIn = null } = plant;
  const standsIn = standIn === null ? [] : [...unlikely(plant, "riskOwnerStandIn", standIn), ...standsInFor(plant)];
  return [...(riskOwner === null ? [] : unlikely(plant, "riskOwner", riskOwner)), ...standsIn];
}

function unlikely(
  { people = {}, teams = {}, roles }: PlantDraft,
  key: "riskOwner" | "riskOwnerStandIn",
  id: string,
): readonly Finding[] {
  const owner = Object.entries(people).find(([each]) => each === id)?.[1];
  if (owner === undefined) return [];
  const path = [key];
  if (owner.accounts.length === 0 && owner.email === undefined) {
    const what = `${owner.name} is to take risks, and has neither an account nor an e-mail address to press anything with`;
    return [{ path, what, todo: `add accounts to ${id}, or name somebody else` }];
  }
  const security = Object.entries(teams).find(([each]) => each === roles?.security)?.[1];
  if (security === undefined || ![...security.members, security.lead, security.backup].some((each) => each === id))
    return [];
  const what = `${owner.name} is of ${security.name}: what they deny themselves, nobody may take the risk of`;
  return [
    { severity: "warning", path, what, todo: "name somebody who answers for the plant as a whole, or leave it so" },
  ];
}

/** Nobody stands in for nobody, nor for themselves. */
function standsInFor({ riskOwner = null, riskOwnerStandIn = null }: PlantDraft): readonly Finding[] {
  const path = ["riskOwnerStandIn"];
  if (riskOwner === null)
    return [{ path, what: "there is no riskOwner to stand in for", todo: "name a riskOwner, or leave this out" }];
  if (riskOwner !== riskOwnerStandIn) return [];
  return [{ path, what: `${riskOwner} would stand in for themselves`, todo: "name somebody else, or leave this out" }];
}
