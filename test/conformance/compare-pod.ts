import { isDeepStrictEqual } from "node:util";

/** What kubeadm is asked about: its two documents, and where there is one a patch of the pod. */
export interface KubeadmQuestion {
  readonly cluster: string;
  readonly init: string;
  readonly patch?: string;
}

/** What kubeadm makes of a configuration: why it refuses it, or what it writes back, and its pod. */
export interface KubeadmAnswer {
  readonly error?: string;
  readonly apiServer?: Readonly<Record<string, unknown>>;
  readonly command?: readonly string[];
  readonly volumeMounts?: readonly { name: string; mountPath: string; readOnly?: boolean }[];
  readonly volumes?: readonly { name: string; hostPath?: { path: string; type?: string } }[];
}

/** The document that answers what kubeadm would otherwise ask the machine and the network about. */
export function kubeadmInit(apiVersion: string): string {
  return `${apiVersion}kind: InitConfiguration
localAPIEndpoint: {advertiseAddress: 203.0.113.1}
nodeRegistration: {name: node, criSocket: "unix:///run/containerd/containerd.sock"}
`;
}

export function auditFlags({ command = [] }: KubeadmAnswer): readonly string[] {
  return command.filter((word) => word.startsWith("--audit-"));
}

/** What is wrong with the pod: every flag is in it, and every directory, each at a path of its own. */
export function comparePod(expected: readonly string[], answer: KubeadmAnswer): readonly string[] {
  const { volumeMounts = [], volumes = [] } = answer;
  const problems: string[] = [];
  const found = auditFlags(answer);
  if (!isDeepStrictEqual([...expected].sort(), [...found].sort()))
    problems.push(`the pod has ${found.join(" ")} instead of ${expected.join(" ")}`);
  const paths = volumeMounts.map(({ mountPath }) => mountPath);
  if (new Set(paths).size < paths.length) problems.push(`mounted twice: ${paths.join(" ")}`);
  for (const word of found) {
    const [, name, directory] = /^--([\w-]+)=(\/.+)\//.exec(word) ?? [];
    if (name === undefined) continue;
    const mount = volumeMounts.find(({ mountPath }) => mountPath === directory);
    const volume = volumes.find((candidate) => candidate.name === mount?.name);
    const isWritable = name === "audit-log-path";
    const type = isWritable ? "DirectoryOrCreate" : "Directory";
    if (
      (mount?.readOnly ?? false) === isWritable ||
      !isDeepStrictEqual(volume?.hostPath, { path: directory, type })
    )
      problems.push(`${word} is not mounted as it should be`);
  }
  return problems;
}
