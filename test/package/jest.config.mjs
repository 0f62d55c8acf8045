import base from "../../jest.config.mjs";

/** What `npm run package` makes, apart from `npm test`: it builds and installs first. @type {import("jest").Config} */
export default {
  ...base,
  rootDir: "../..",
  testMatch: ["<rootDir>/test/package/**/*.story.ts"],
  maxWorkers: 1,
};
