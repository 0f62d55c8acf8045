/** Puts the local chat's page into `page.js` and `style.css` in this folder. */
export function buildPage(outDir: string): Promise<void>;
