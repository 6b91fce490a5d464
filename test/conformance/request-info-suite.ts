import { writeFile } from "node:fs/promises";
import { GenAuditError } from "../../src/diagnostics/index.js";
import { requestFromHttp } from "../../src/request/index.js";
import { buildOracle, moduleVersion } from "./go-program.js";
import { type Random, randomFrom } from "./random.js";
import type { Suite } from "./suite.js";

/** A request as it comes in, and its attributes; an error for one that is not audited. */
export interface HttpQuestion {
  readonly method: string;
  readonly url: string;
}
export interface RecordedAttributes {
  readonly error?: string;
  readonly verb: string;
  readonly path?: string;
  readonly resource?: Readonly<Record<string, string>>;
}

const MODULE = "k8s.io/apiserver";
const MODFILES = ["go.mod", "go-1.25.mod", "go-1.23.mod"];
const COUNT = 200_000;
const RECORDED = 4000;
const VECTORS = new URL("vectors/request-info.json", import.meta.url);

export const requestInfoSuite: Suite = {
  name: "request attributes",
  async run({ seed, record, signal, log }) {
    const against: string[] = [];
    const mismatches: string[] = [];
    for (const modfile of MODFILES) {
      const version = `${MODULE} ${await moduleVersion("policy", MODULE, modfile)}`;
      const oracle = await buildOracle({ folder: "policy", program: "./requestinfo", modfile }, signal);
      const questions = generateHttp(randomFrom(seed), COUNT);
      let index = 0;
      for await (const answer of oracle.ask<RecordedAttributes>(questions)) {
        const question = questions[index++] as HttpQuestion;
        const [ours, theirs] = [describe(ourAnswer(question)), describe(answer)];
        if (ours !== theirs)
          mismatches.push(JSON.stringify({ version, ...question, expected: theirs, found: ours }));
      }
      against.push(version);
      log(`${version}: ${index.toLocaleString("en")} requests`);
      if (record && modfile === "go.mod") {
        const some = generateHttp(randomFrom(1), RECORDED);
        const answers: RecordedAttributes[] = [];
        for await (const answer of oracle.ask<RecordedAttributes>(some)) answers.push(answer);
        const lines = some.map(({ method, url }, at) => JSON.stringify([method, url, describe(answers[at])]));
        await writeFile(
          VECTORS,
          `{"recordedFrom":${JSON.stringify(version)},"cases":[\n${lines.join(",\n")}\n]}\n`,
        );
      }
    }
    return {
      against,
      compared: `${(COUNT * MODFILES.length).toLocaleString("en")} HTTP requests`,
      mismatches,
    };
  },
};

/** What we make of a request. */
export function ourAnswer({ method, url }: HttpQuestion): RecordedAttributes {
  try {
    const { verb, path, resource } = requestFromHttp(method, url, null);
    return resource ? { verb, resource: { ...resource } } : { verb, path };
  } catch (error) {
    if (error instanceof GenAuditError) return { error: error.message, verb: "" };
    throw error;
  }
}

/** On one line; every error is alike. */
export function describe(answer: RecordedAttributes | undefined): string {
  const { error, verb, path = "", resource } = answer ?? { error: "none", verb: "" };
  if (error !== undefined) return "not audited";
  if (!resource) return JSON.stringify([verb, path]);
  const { apiGroup, resource: name, subresource, namespace, name: object } = resource;
  return JSON.stringify([verb, apiGroup, name, subresource, namespace, object]);
}

const METHODS = [
  "GET",
  "GET",
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "CONNECT",
  "get",
  "FOO",
];
const HEADS = [
  "/api/v1",
  "/apis/apps/v1",
  "/api",
  "/apis",
  "/apis/apps",
  "/api/v1/",
  "//api/v1",
  "/apis/",
  "/healthz",
  "/",
];
const PARTS = [
  ..."pods nodes services secrets namespaces watch proxy status finalize exec log web-0 kube-system x".split(
    " ",
  ),
  ..."a%2Fb %2e a%20b %C3%A4 + %ff %zz . .. %25 * ; a:b".split(" "),
  "",
];
const PARAMETERS = [
  "watch",
  "watch=1",
  "watch=true",
  "watch=false",
  "watch=FALSE",
  "watch=0",
  "watch=f",
  "watch=",
  "limit=5",
  "limit=x",
  "limit=",
  "limit=-1",
  "limit=9223372036854775808",
  "timeoutSeconds=30",
  "timeoutSeconds=1.5",
  "timeout=5s",
  "fieldSelector=metadata.name=web-0",
  "fieldSelector=metadata.name%3Dweb-0",
  "fieldSelector=metadata.name%3D%3Dx",
  "fieldSelector=metadata.name!=x",
  "fieldSelector=metadata.name%3Da%2Cmetadata.name%3Db",
  "fieldSelector=spec.nodeName%3Dn",
  "fieldSelector=metadata.name%3Db%2Cspec.x%3D1",
  "fieldSelector=x",
  "fieldSelector=metadata.name%3Da%5C%2Cb",
  "fieldSelector=metadata.name%3Da%5Cb",
  "fieldSelector=metadata.name%3Da%2Fb",
  "fieldSelector=metadata.name%3D..",
  "fieldSelector=metadata.name%3D",
  "fieldSelector=%2C%2Cmetadata.name%3Dq%2C",
  "fieldSelector=",
  "fieldSelector=%3D",
  "resourceVersion=0",
  "continue=abc",
  "allowWatchBookmarks=true",
  "sendInitialEvents=maybe",
  "pretty",
  "a;b=1",
  "%zz=1",
  "wat%63h=1",
  "labelSelector=app%3Dweb",
  "labelSelector=app",
];

/** Requests of all shapes: most of them near to what clients send, some of them like nothing. */
export function generateHttp(random: Random, count: number): readonly HttpQuestion[] {
  return Array.from({ length: count }, () => {
    const head = random.chance(0.7) ? random.pick(["/api/v1", "/apis/apps/v1"]) : random.pick(HEADS);
    const parts = Array.from({ length: random.below(6) }, () => random.pick(PARTS));
    const scoped = random.chance(0.3) ? ["namespaces", "prod"] : [];
    const parameters = random.chance(0.5) ? random.some(PARAMETERS, 4) : [];
    const query = parameters.length > 0 ? `?${parameters.join("&")}` : random.chance(0.05) ? "?" : "";
    return { method: random.pick(METHODS), url: [head, ...scoped, ...parts].join("/") + query };
  });
}
