import { fillTemplate } from "../fill-template.js";
import type { Target } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import { MANAGED, presetPolicy } from "./managed.js";

const FRAGMENT_FILE = "eks-fragment.yaml";

/** Amazon EKS: its policy is AWS's; what can be set is whether its log is kept. */
export const eks: Target = {
  ...MANAGED,
  name: "eks",
  title: "Amazon EKS",
  summary: "a fragment of eksctl's ClusterConfig that turns the log on; the policy is AWS's own",
  provider: { name: "AWS", policies: () => [presetPolicy("eks", "EKS")] },
  render: ({ header }) => {
    const data = {
      apiVersion: "eksctl.io/v1alpha5",
      kind: "ClusterConfig",
      cloudWatch: { clusterLogging: { enableTypes: ["audit"] } },
    };
    const content = fillTemplate(TEMPLATES["eks/cluster-config.yaml"], data, header);
    return {
      artifacts: [{ path: FRAGMENT_FILE, content, mode: "0644", placement: "user-file" }],
      steps: {
        apply: [
          "Turn the log on:",
          `$ aws eks update-cluster-config --name "$CLUSTER" --logging '{"clusterLogging":[{"types":["audit"],"enabled":true}]}'`,
          `Or merge ${FRAGMENT_FILE} into the cluster's file for eksctl, and let that do it:`,
          '$ eksctl utils update-cluster-logging --config-file "$CLUSTER_FILE" --approve',
          "CloudWatch keeps a log for ever unless it is told for how many days:",
          '$ aws logs put-retention-policy --log-group-name "/aws/eks/$CLUSTER/cluster" --retention-in-days 30',
        ],
        verify: [
          "The log is on, and has events:",
          '$ aws eks describe-cluster --name "$CLUSTER" --query cluster.logging',
          '$ aws logs tail "/aws/eks/$CLUSTER/cluster" --log-stream-name-prefix kube-apiserver-audit --since 5m',
        ],
      },
    };
  },
};
