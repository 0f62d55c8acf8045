import { register } from "tsx/esm/api";

// Suites are TypeScript, and so is all they import.
register();
