import { readFileSync } from "node:fs";
import * as apps from "kubernetes-models/apps/v1";
import * as networking from "kubernetes-models/networking.k8s.io/v1";
import * as policy from "kubernetes-models/policy/v1";
import * as core from "kubernetes-models/v1";
import { parseAllDocuments } from "yaml";
import { z } from "zod";

const MODELS = {
  "v1 Namespace": core.Namespace,
  "v1 Service": core.Service,
  "apps/v1 StatefulSet": apps.StatefulSet,
  "policy/v1 PodDisruptionBudget": policy.PodDisruptionBudget,
  "networking.k8s.io/v1 NetworkPolicy": networking.NetworkPolicy,
} as const;

const Named = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});
const Labels = z.record(z.string(), z.string());
const Container = z.looseObject({
  securityContext: z.looseObject({ readOnlyRootFilesystem: z.boolean(), allowPrivilegeEscalation: z.boolean() }),
});
const StatefulSet = z.looseObject({
  spec: z.looseObject({
    replicas: z.int(),
    selector: z.object({ matchLabels: Labels }),
    template: z.looseObject({
      metadata: z.looseObject({ labels: Labels }),
      spec: z.looseObject({
        terminationGracePeriodSeconds: z.int(),
        securityContext: z.looseObject({ runAsNonRoot: z.literal(true) }),
        containers: z.array(Container).length(1),
      }),
    }),
  }),
});
const Budget = z.looseObject({
  spec: z.object({ minAvailable: z.int(), selector: z.object({ matchLabels: Labels }) }),
});

function objectsIn(file: string) {
  const text = readFileSync(`deploy/kubernetes/${file}`, "utf8");
  return parseAllDocuments(text).map((document) => Named.parse(document.toJS()));
}

const objects = ["namespace.yaml", "redis.yaml", "referee.yaml"].flatMap(objectsIn);
const find = (kind: string, name: string) => objects.find((each) => each.kind === kind && each.metadata.name === name);

test.each(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object] as const))(
  "Kubernetes knows every field of %s",
  (_, object) => {
    const Model = Object.entries(MODELS).find(([name]) => name === `${object.apiVersion} ${object.kind}`)?.[1];
    expect(Model).toBeDefined();
    expect(() => (Model === undefined ? undefined : new Model({ ...object }).validate())).not.toThrow();
  },
);

test("two processes run, one always stays, and each has the time to end in order", () => {
  const { spec } = StatefulSet.parse(find("StatefulSet", "referee"));
  expect(spec.replicas).toBe(2);
  expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
  // Referee itself ends within ten seconds.
  expect(spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(10);
  const budget = Budget.parse(find("PodDisruptionBudget", "referee"));
  expect(budget.spec.minAvailable).toBe(1);
  expect(spec.template.metadata.labels).toMatchObject(budget.spec.selector.matchLabels);
});

test.each(["referee", "redis"])("%s runs as nobody in particular, on a root it cannot change", (name) => {
  const { template } = StatefulSet.parse(find("StatefulSet", name)).spec;
  expect(template.spec.containers[0]?.securityContext).toMatchObject({
    readOnlyRootFilesystem: true,
    allowPrivilegeEscalation: false,
  });
});

test("what looks whether Referee lives asks what Referee answers", () => {
  const paths = [...readFileSync("deploy/kubernetes/referee.yaml", "utf8").matchAll(/path: (\/\w+), port: http/g)];
  expect(paths.map(([, path]) => path)).toEqual(["/healthz", "/healthz", "/readyz"]);
});
