import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { commonTokens, declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import fc from "fast-check";
import { addEventHandler } from "jest-circus";
import jestConfig from "../../jest.config.mjs";

/**
 * The same lives at every run, and of each property so many as a tenth of a second suffices for: what only one life in a
 * hundred notices would be dead today and alive tomorrow, and takes longest.
 */
const LIVES = { seed: 20_261_130, endOnFailure: true, interruptAfterTimeLimit: 100 };

/** What ran quickly in the first run goes first for every mutant, also in a process that took over from one that hung. */
const ORDER = "suitesInOrder.json";

/**
 * Lets Stryker run our suites as `npm test` does. Its own runner for jest wants a test environment and a transform, and
 * jest-light-runner has neither: so what belongs to which test is noticed where jest-circus is told of the test.
 *
 * Everything is imported once, and a mutant is switched on in what runs: it costs the time of the tests that meet it.
 */
class LightRunner {
  static inject = [commonTokens.options];
  #suites = [];
  #run;
  /** The tests that noticed a mutant last, the latest first. */
  #noticed = [];
  /** What of the suite that runs now is wanted; null is all of it. `over`: something failed, and the rest may be left. */
  #now = { suite: "", ids: [], filter: null, over: false };

  constructor({ lightRunner }) {
    const { tests, without } = lightRunner;
    this.#suites = tests.flatMap(suitesIn).filter((suite) => !without.includes(suite));
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    await (await imported(jestConfig.globalSetup)).default();
    addEventHandler((event, state) => {
      if (event.name === "add_test") this.#watch(state.currentDescribeBlock);
    });
    const worker = new URL("worker-runner.js", import.meta.resolve("jest-light-runner"));
    const { default: run, setWorkerData } = await import(worker);
    setWorkerData({
      globalConfig: { testNamePattern: null, expand: false, updateSnapshot: "none" },
      projectConfig: {
        ...{ rootDir: process.cwd(), transform: [], snapshotSerializers: [], snapshotFormat: {}, slowTestThreshold: 5 },
        setupFiles: jestConfig.setupFiles.map(inSandbox),
        setupFilesAfterEnv: jestConfig.setupFilesAfterEnv.map(inSandbox),
      },
      runtime: "main_thread",
    });
    this.#run = run;
    if (existsSync(ORDER)) this.#suites = JSON.parse(readFileSync(ORDER, "utf8"));
    await this.#importAll();
    fc.configureGlobal({ ...fc.readConfigureGlobal(), ...LIVES });
  }

  async dispose() {
    await (await imported(jestConfig.globalTeardown)).default();
  }

  async dryRun() {
    const results = new Map();
    for (const suite of this.#suites) results.set(suite, await this.#runSuite(suite, null, false));
    const spent = (suite) => results.get(suite).reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0);
    this.#suites.sort((a, b) => spent(a) - spent(b));
    writeFileSync(ORDER, JSON.stringify(this.#suites));
    const tests = [...results.values()].flat();
    return { status: DryRunStatus.Complete, tests, mutantCoverage: byTest(stryker().mutantCoverage, results) };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(stryker(), { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    stryker().activeMutant = activeMutant.id;
    const tests = await this.#untilOneFails(testFilter === undefined ? null : new Set(testFilter));
    stryker().activeMutant = undefined;
    const { hitCount } = stryker();
    const tooOften = determineHitLimitReached(hitCount, hitLimit);
    return toMutantRunResult(tooOften ?? { status: DryRunStatus.Complete, tests }, false);
  }

  /** What noticed the mutants before is asked first: its neighbours are often noticed by the same. */
  async #untilOneFails(filter) {
    const isWanted = (id) => filter === null || filter.has(id);
    const looks = [
      ...this.#noticed.filter(isWanted).map((id) => ({ suite: suiteOf(id), only: new Set([id]) })),
      ...this.#suites.map((suite) => ({ suite, only: filter })),
    ];
    const tests = [];
    for (const { suite, only } of looks) {
      if (only !== null && ![...only].some((id) => suiteOf(id) === suite)) continue;
      tests.push(...(await this.#runSuite(suite, only, true)));
      const failed = tests.find(({ status }) => status === TestStatus.Failed);
      if (failed === undefined) continue;
      if (failed.id !== suite)
        this.#noticed = [failed.id, ...this.#noticed.filter((id) => id !== failed.id)].slice(0, 6);
      break;
    }
    return tests;
  }

  /** What modules do while they are imported belongs to no test. After this, a suite is imported anew for each mutant. */
  async #importAll() {
    for (const suite of this.#suites) await this.#runSuite(suite, new Set(), true);
  }

  async #runSuite(suite, filter, bail) {
    this.#now = { suite, ids: [], filter, bail, over: false };
    const isFirst = filter?.size === 0;
    stryker().currentTestId = isFirst ? undefined : suite;
    try {
      const { testResults } = await this.#run(resolve(suite));
      return this.#told(testResults);
    } catch (error) {
      if (isFirst) throw error;
      return [{ id: suite, name: suite, timeSpentMs: 0, status: TestStatus.Failed, failureMessage: String(error) }];
    } finally {
      stryker().currentTestId = undefined;
    }
  }

  #told(testResults) {
    const { suite } = this.#now;
    let nth = 0;
    return testResults.flatMap(({ title, ancestorTitles, status, duration, failureMessages }) => {
      const isHook = /^\((before|after)(All|Each)\)$/.test(title);
      const id = isHook ? suite : this.#now.ids[nth++];
      const name = [...ancestorTitles, title].join(" ");
      const all = { id, name, fileName: resolve(suite), timeSpentMs: duration ?? 0 };
      if (status === "failed")
        return [{ ...all, status: TestStatus.Failed, failureMessage: failureMessages.join("\n") }];
      if (status === "passed" && !isHook) return [{ ...all, status: TestStatus.Success }];
      return [];
    });
  }

  /** jest-circus has just been told of a test. */
  #watch(block) {
    const test = block.children.at(-1);
    const now = this.#now;
    const path = [];
    for (let at = block; at.parent; at = at.parent) path.unshift(at.name);
    const named = `${now.suite} ${[...path, test.name].join(" ")}`;
    const same = now.ids.filter((id) => id === named || id.startsWith(`${named} (`)).length;
    const id = same === 0 ? named : `${named} (${same + 1})`;
    now.ids.push(id);
    if (now.filter !== null && !now.filter.has(id)) {
      test.mode = "skip";
      return;
    }
    const { fn } = test;
    test.fn = async () => {
      if (now.over) return;
      stryker().currentTestId = id;
      try {
        await fn();
      } catch (error) {
        now.over = now.bail;
        throw error;
      } finally {
        stryker().currentTestId = now.suite;
      }
    };
  }
}

/** What Stryker and the code it changed have in common. */
function stryker() {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
}

/** What ran while a suite was set up, or between its tests, belongs to each of its tests. */
function byTest({ static: atImport = {}, perTest = {} } = {}, results) {
  const spread = {};
  for (const [suite, tests] of results) {
    for (const { id } of tests) spread[id] = added(perTest[suite] ?? {}, perTest[id] ?? {});
  }
  return { static: atImport, perTest: spread };
}

function added(some, more) {
  const sum = { ...some };
  for (const [mutant, times] of Object.entries(more)) sum[mutant] = (sum[mutant] ?? 0) + times;
  return sum;
}

function suiteOf(id) {
  return id.slice(0, id.indexOf(".test.ts") + ".test.ts".length);
}

function suitesIn(path) {
  const found = path.endsWith(".test.ts")
    ? [path]
    : readdirSync(path, { recursive: true }).map((at) => `${path}/${at}`);
  return found.filter((file) => file.endsWith(".test.ts")).map((file) => relative(process.cwd(), resolve(file)));
}

function inSandbox(path) {
  return path.replace("<rootDir>", process.cwd());
}

function imported(path) {
  return import(pathToFileURL(inSandbox(path)));
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "light", LightRunner)];

export const strykerValidationSchema = {
  properties: {
    lightRunner: {
      type: "object",
      properties: {
        tests: { type: "array", items: { type: "string" } },
        without: { type: "array", items: { type: "string" } },
      },
      required: ["tests", "without"],
    },
  },
};
