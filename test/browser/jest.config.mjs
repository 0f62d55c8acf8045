import base from "../../jest.config.mjs";

/** The browser's stories, apart from `npm test`: they need Chromium, and take longer. @type {import("jest").Config} */
export default {
  ...base,
  rootDir: "../..",
  testMatch: ["<rootDir>/test/browser/**/*.story.ts"],
  maxWorkers: 1,
};
