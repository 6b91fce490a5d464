import type { Target } from "../target.js";
import { k3d } from "./k3d.js";
import { k3s } from "./k3s.js";
import { kind } from "./kind.js";
import { kops } from "./kops.js";
import { kubeadm } from "./kubeadm.js";
import { minikube } from "./minikube.js";
import { policy } from "./policy.js";
import { rancher } from "./rancher.js";
import { rke2 } from "./rke2.js";
import { staticPod } from "./static-pod.js";

/** Every target, in the order in which they are listed. */
export const TARGETS: readonly Target[] = [
  policy,
  kops,
  kubeadm,
  staticPod,
  k3s,
  rke2,
  kind,
  k3d,
  minikube,
  rancher,
];
