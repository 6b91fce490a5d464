import type { Target } from "../target.js";
import { aks } from "./aks.js";
import { clusterApi } from "./cluster-api.js";
import { eks } from "./eks.js";
import { gke } from "./gke.js";
import { k0s } from "./k0s.js";
import { k0sctl } from "./k0sctl.js";
import { k3d } from "./k3d.js";
import { k3s } from "./k3s.js";
import { kind } from "./kind.js";
import { kops } from "./kops.js";
import { kubeadm } from "./kubeadm.js";
import { kubespray } from "./kubespray.js";
import { minikube } from "./minikube.js";
import { openshift } from "./openshift.js";
import { policy } from "./policy.js";
import { rancher } from "./rancher.js";
import { rke2 } from "./rke2.js";
import { staticPod } from "./static-pod.js";
import { talos } from "./talos.js";

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
  clusterApi,
  talos,
  kubespray,
  k0s,
  k0sctl,
  openshift,
  eks,
  aks,
  gke,
];
