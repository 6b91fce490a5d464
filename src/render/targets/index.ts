import type { Target } from "../target.js";
import { clusterApi } from "./cluster-api.js";
import { kops } from "./kops.js";
import { kubeadm } from "./kubeadm.js";
import { kubespray } from "./kubespray.js";
import { policy } from "./policy.js";
import { staticPod } from "./static-pod.js";
import { talos } from "./talos.js";

/** Every target, in the order in which they are listed. */
export const TARGETS: readonly Target[] = [policy, kops, kubeadm, staticPod, clusterApi, talos, kubespray];
