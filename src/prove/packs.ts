import type { GuaranteeName } from "./definitions.js";

/** Guarantees that belong together. */
export interface GuaranteePack {
  /** What they come to. */
  readonly title: string;
  readonly guarantees: readonly GuaranteeName[];
}

/** The name of a pack: of guarantees against leaks, and of what CIS and PCI DSS ask for. */
export type PackName = "leaks" | "cis" | "pci";

/** The packs, by name. */
export const PACKS: Readonly<Record<PackName, GuaranteePack>> = {
  leaks: {
    title: "Nothing that has to be kept secret gets into the log",
    guarantees: ["no-secret-bodies", "no-configmap-bodies", "no-token-bodies"],
  },
  cis: {
    title: "What the CIS Kubernetes Benchmark asks of an audit policy, 3.2.1 and 3.2.2",
    guarantees: ["cis-3.2.1", "cis-3.2.2"],
  },
  pci: {
    title: "What PCI DSS 4.0.1 wants recorded, 10.2.1, as far as it is requests to the API server",
    guarantees: [
      // 10.2.1.1, each access of a user to cardholder data: in the API itself, the keys to it.
      "secret-access-recorded",
      // 10.2.1.2, each action with administrative access, interactive use included.
      "exec-recorded",
      "rbac-writes-recorded",
      "admission-writes-recorded",
      // 10.2.1.2, and 10.2.1.3, each access to audit logs: a kubelet hands out the files of its node.
      "proxy-recorded",
      // 10.2.1.4, each failed access. One that is refused for want of a permission is audited as any other request.
      "failed-authentication-recorded",
      "anonymous-recorded",
      // 10.2.1.5, each change of what somebody logs in by.
      "credential-writes-recorded",
      // 10.2.1.6, logging started, stopped or paused: a flag of kube-apiserver, and no request.
      // 10.2.1.7, objects of the system created or deleted.
      "workload-writes-recorded",
      "cluster-writes-recorded",
    ],
  },
};
