/** Installs exactly what package-lock.json of this folder says, unless it is already there. */
export function bringDependencies(root: string): Promise<void>;
