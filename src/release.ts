/** The release that this is, as package.json says it; it stands in every event that it writes. */
export const RELEASE = "0.1.0";
