import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { webhookConfig } from "../../../src/render/webhook-config.js";

const PEM = (kind: string): string => `-----BEGIN ${kind}-----\nAAAA\n-----END ${kind}-----\n`;

function kubeconfig(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "sink", cluster: { server: "https://audit.example/events" } }],
    users: [{ name: "me", user: {} }],
    contexts: [{ name: "main", context: { cluster: "sink", user: "me" } }],
    "current-context": "main",
    ...changes,
  });
}

function codes(config: string): readonly string[] {
  return webhookConfig({ config }).diagnostics.map(({ code }) => code);
}

describe("a kubeconfig that is built", () => {
  test("holds the server, and every certificate and key as data", () => {
    const { text, holdsSecret, diagnostics } = webhookConfig({
      server: "https://203.0.113.10:8443/audit",
      ca: PEM("CERTIFICATE"),
      token: " s3cret\n",
      clientCert: PEM("CERTIFICATE"),
      clientKey: PEM("EC PRIVATE KEY"),
    });
    expect(parse(text)).toEqual({
      apiVersion: "v1",
      kind: "Config",
      clusters: [
        {
          name: "audit-webhook",
          cluster: {
            server: "https://203.0.113.10:8443/audit",
            "certificate-authority-data": btoa(PEM("CERTIFICATE")),
          },
        },
      ],
      users: [
        {
          name: "kube-apiserver",
          user: {
            token: "s3cret",
            "client-certificate-data": btoa(PEM("CERTIFICATE")),
            "client-key-data": btoa(PEM("EC PRIVATE KEY")),
          },
        },
      ],
      contexts: [{ name: "audit-webhook", context: { cluster: "audit-webhook", user: "kube-apiserver" } }],
      "current-context": "audit-webhook",
    });
    expect({ holdsSecret, diagnostics }).toEqual({ holdsSecret: true, diagnostics: [] });
  });

  test("without credentials holds no secret and an empty user", () => {
    const { text, holdsSecret } = webhookConfig({ server: "https://audit.example" });
    expect(holdsSecret).toBe(false);
    expect(parse(text).users).toEqual([{ name: "kube-apiserver", user: {} }]);
  });

  test.each([
    "audit.example",
    "ftp://audit.example",
    "https://user:pass@audit.example",
    "https://",
    "https://x/#y",
  ])("is refused for the server %o", (server) => {
    expect(() => webhookConfig({ server })).toThrow(/^--webhook-server takes a URL/);
  });

  test("is refused for what is no PEM, no token, or half a key pair", () => {
    const server = "https://audit.example";
    expect(() => webhookConfig({ server, ca: "text" })).toThrow(
      '--webhook-ca holds no PEM block "CERTIFICATE"',
    );
    expect(() => webhookConfig({ server, token: "two words" })).toThrow(
      /^--webhook-token-file holds no token/,
    );
    expect(() => webhookConfig({ server, clientCert: PEM("CERTIFICATE") })).toThrow(/go together/);
  });

  test.each([
    "sink.audit.svc",
    "sink.audit.svc.cluster.local",
    "sink.audit.svc.example.org",
    "sink.cluster.local",
  ])("warns of the cluster's own name %s", (host) => {
    const { diagnostics } = webhookConfig({ server: `https://${host}:8443` });
    expect(diagnostics.map(({ code }) => code)).toEqual(["webhook-cluster-name"]);
  });

  test("warns of plain text to another host", () => {
    const of = (server: string): readonly string[] =>
      webhookConfig({ server }).diagnostics.map(({ code }) => code);
    expect(of("http://audit.example")).toEqual(["webhook-not-encrypted"]);
    expect(of("http://127.0.0.1:8080")).toEqual([]);
    expect(of("http://localhost:8080")).toEqual([]);
  });
});

describe("a kubeconfig that is given", () => {
  test("is kept byte for byte but for carriage returns and the end", () => {
    const config = "\ufeff# mine\r\nkind: Config   # yes\r\n\r\n\r\n";
    expect(webhookConfig({ config }).text).toBe("# mine\nkind: Config   # yes\n");
  });

  test("is usable with its current context, cluster, user and server", () => {
    expect(codes(kubeconfig())).toEqual([]);
  });

  const broken: readonly (readonly [string, string])[] = [
    ["", "it is not a mapping"],
    ["kind: Pod", 'its kind is not "Config"'],
    ["a: b: c", "it is no YAML (block as implicit key)"],
    ["kind: Config\u0000", "it contains control characters"],
    [kubeconfig({ "current-context": "" }), "it has no current-context"],
    [kubeconfig({ "current-context": "other" }), 'its current-context "other" is not among its contexts'],
    [kubeconfig({ clusters: [] }), 'context "main" names a cluster that is not among its clusters'],
    [kubeconfig({ users: [] }), 'context "main" names a user that is not among its users'],
    [
      kubeconfig({ clusters: [{ name: "sink", cluster: {} }] }),
      'the server of context "main" is not an http or https URL',
    ],
  ];
  test.each(broken)("%j is unusable: %s", (config, problem) => {
    const [diagnostic] = webhookConfig({ config }).diagnostics;
    expect(diagnostic).toMatchObject({
      code: "webhook-config-unusable",
      severity: "error",
      data: { problem },
    });
  });

  test("warns of each file that it names, and not of one that its data overrides", () => {
    const cluster = { server: "https://audit.example", "certificate-authority": "ca.crt" };
    const user = {
      "client-certificate": "/etc/ssl/c.crt",
      "client-certificate-data": "QUFB",
      "client-key": "c.key",
      tokenFile: "token",
      token: "abc",
    };
    const { diagnostics, holdsSecret } = webhookConfig({
      config: kubeconfig({ clusters: [{ name: "sink", cluster }], users: [{ name: "me", user }] }),
    });
    expect(diagnostics.map(({ code, data }) => [code, data["field"]])).toEqual([
      ["webhook-config-names-file", "certificate-authority"],
      ["webhook-config-names-file", "client-key"],
      ["webhook-config-names-file", "tokenFile"],
    ]);
    expect(holdsSecret).toBe(true);
  });
});
