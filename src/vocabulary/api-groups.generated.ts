// Written by scripts/generate-vocabulary.ts from src/kubernetes/api-resources.generated.ts.
import type { KnownResource, ResourceWord, WholeGroup } from "./resource.js";
import type { ApiVerb } from "./verb.js";
import { vocabularyOf } from "./vocabulary-of.js";

/** The core group, `""`. */
export const core: CoreGroup = /* @__PURE__ */ vocabularyOf("");

/** The core group, `""`, with its resources. */
export interface CoreGroup extends WholeGroup {
  readonly group: "";
  /** Binding, in a namespace. */
  readonly bindings: ResourceWord<"create">;
  /** ComponentStatus, of the cluster. */
  readonly componentstatuses: ResourceWord<"get" | "list">;
  /** ConfigMap, in a namespace. */
  readonly configmaps: ResourceWord<ApiVerb>;
  /** Endpoints, in a namespace. */
  readonly endpoints: ResourceWord<ApiVerb>;
  /** Event, in a namespace. */
  readonly events: ResourceWord<ApiVerb>;
  /** LimitRange, in a namespace. */
  readonly limitranges: ResourceWord<ApiVerb>;
  /** Namespace, of the cluster. */
  readonly namespaces: ResourceWord<"create" | "delete" | "get" | "list" | "patch" | "update" | "watch"> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<"create" | "delete" | "get" | "list" | "patch" | "update" | "watch">;
    readonly finalize: ResourceWord<"update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Node, of the cluster. */
  readonly nodes: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly proxy: ResourceWord<"create" | "delete" | "get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PersistentVolumeClaim, in a namespace. */
  readonly persistentvolumeclaims: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PersistentVolume, of the cluster. */
  readonly persistentvolumes: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Pod, in a namespace. */
  readonly pods: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly attach: ResourceWord<"create" | "get">;
    readonly binding: ResourceWord<"create">;
    /** Since Kubernetes 1.21. */
    readonly ephemeralcontainers: ResourceWord<"get" | "patch" | "update">;
    readonly eviction: ResourceWord<"create">;
    readonly exec: ResourceWord<"create" | "get">;
    readonly log: ResourceWord<"get">;
    readonly portforward: ResourceWord<"create" | "get">;
    readonly proxy: ResourceWord<"create" | "delete" | "get" | "patch" | "update">;
    /** Since Kubernetes 1.32. */
    readonly resize: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PodTemplate, in a namespace. */
  readonly podtemplates: ResourceWord<ApiVerb>;
  /** ReplicationController, in a namespace. */
  readonly replicationcontrollers: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly scale: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ResourceQuota, in a namespace. */
  readonly resourcequotas: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Secret, in a namespace. */
  readonly secrets: ResourceWord<ApiVerb>;
  /** ServiceAccount, in a namespace. */
  readonly serviceaccounts: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly token: ResourceWord<"create">;
  };
  /** Service, in a namespace. */
  readonly services: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly proxy: ResourceWord<"create" | "delete" | "get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `admissionregistration.k8s.io`. */
export const admissionregistration: AdmissionregistrationGroup = /* @__PURE__ */ vocabularyOf("admissionregistration.k8s.io");

/** The group `admissionregistration.k8s.io`, with its resources. */
export interface AdmissionregistrationGroup extends WholeGroup {
  readonly group: "admissionregistration.k8s.io";
  /** MutatingAdmissionPolicy, of the cluster. Since Kubernetes 1.32. */
  readonly mutatingadmissionpolicies: ResourceWord<ApiVerb>;
  /** MutatingAdmissionPolicyBinding, of the cluster. Since Kubernetes 1.32. */
  readonly mutatingadmissionpolicybindings: ResourceWord<ApiVerb>;
  /** MutatingWebhookConfiguration, of the cluster. */
  readonly mutatingwebhookconfigurations: ResourceWord<ApiVerb>;
  /** ValidatingAdmissionPolicy, of the cluster. Since Kubernetes 1.26. */
  readonly validatingadmissionpolicies: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.27. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ValidatingAdmissionPolicyBinding, of the cluster. Since Kubernetes 1.26. */
  readonly validatingadmissionpolicybindings: ResourceWord<ApiVerb>;
  /** ValidatingWebhookConfiguration, of the cluster. */
  readonly validatingwebhookconfigurations: ResourceWord<ApiVerb>;
}

/** The group `apiextensions.k8s.io`. */
export const apiextensions: ApiextensionsGroup = /* @__PURE__ */ vocabularyOf("apiextensions.k8s.io");

/** The group `apiextensions.k8s.io`, with its resources. */
export interface ApiextensionsGroup extends WholeGroup {
  readonly group: "apiextensions.k8s.io";
  /** CustomResourceDefinition, of the cluster. */
  readonly customresourcedefinitions: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `apiregistration.k8s.io`. */
export const apiregistration: ApiregistrationGroup = /* @__PURE__ */ vocabularyOf("apiregistration.k8s.io");

/** The group `apiregistration.k8s.io`, with its resources. */
export interface ApiregistrationGroup extends WholeGroup {
  readonly group: "apiregistration.k8s.io";
  /** APIService, of the cluster. */
  readonly apiservices: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `apps`. */
export const apps: AppsGroup = /* @__PURE__ */ vocabularyOf("apps");

/** The group `apps`, with its resources. */
export interface AppsGroup extends WholeGroup {
  readonly group: "apps";
  /** ControllerRevision, in a namespace. */
  readonly controllerrevisions: ResourceWord<ApiVerb>;
  /** DaemonSet, in a namespace. */
  readonly daemonsets: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Deployment, in a namespace. */
  readonly deployments: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly scale: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ReplicaSet, in a namespace. */
  readonly replicasets: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly scale: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** StatefulSet, in a namespace. */
  readonly statefulsets: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly scale: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `authentication.k8s.io`. */
export const authentication: AuthenticationGroup = /* @__PURE__ */ vocabularyOf("authentication.k8s.io");

/** The group `authentication.k8s.io`, with its resources. */
export interface AuthenticationGroup extends WholeGroup {
  readonly group: "authentication.k8s.io";
  /** SelfSubjectReview, of the cluster. Since Kubernetes 1.26. */
  readonly selfsubjectreviews: ResourceWord<"create">;
  /** TokenReview, of the cluster. */
  readonly tokenreviews: ResourceWord<"create">;
}

/** The group `authorization.k8s.io`. */
export const authorization: AuthorizationGroup = /* @__PURE__ */ vocabularyOf("authorization.k8s.io");

/** The group `authorization.k8s.io`, with its resources. */
export interface AuthorizationGroup extends WholeGroup {
  readonly group: "authorization.k8s.io";
  /** LocalSubjectAccessReview, in a namespace. */
  readonly localsubjectaccessreviews: ResourceWord<"create">;
  /** SelfSubjectAccessReview, of the cluster. */
  readonly selfsubjectaccessreviews: ResourceWord<"create">;
  /** SelfSubjectRulesReview, of the cluster. */
  readonly selfsubjectrulesreviews: ResourceWord<"create">;
  /** SubjectAccessReview, of the cluster. */
  readonly subjectaccessreviews: ResourceWord<"create">;
}

/** The group `autoscaling`. */
export const autoscaling: AutoscalingGroup = /* @__PURE__ */ vocabularyOf("autoscaling");

/** The group `autoscaling`, with its resources. */
export interface AutoscalingGroup extends WholeGroup {
  readonly group: "autoscaling";
  /** HorizontalPodAutoscaler, in a namespace. */
  readonly horizontalpodautoscalers: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `batch`. */
export const batch: BatchGroup = /* @__PURE__ */ vocabularyOf("batch");

/** The group `batch`, with its resources. */
export interface BatchGroup extends WholeGroup {
  readonly group: "batch";
  /** CronJob, in a namespace. */
  readonly cronjobs: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Job, in a namespace. */
  readonly jobs: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `certificates.k8s.io`. */
export const certificates: CertificatesGroup = /* @__PURE__ */ vocabularyOf("certificates.k8s.io");

/** The group `certificates.k8s.io`, with its resources. */
export interface CertificatesGroup extends WholeGroup {
  readonly group: "certificates.k8s.io";
  /** CertificateSigningRequest, of the cluster. */
  readonly certificatesigningrequests: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly approval: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ClusterTrustBundle, of the cluster. Since Kubernetes 1.27. */
  readonly clustertrustbundles: ResourceWord<ApiVerb>;
  /** PodCertificateRequest, in a namespace. Since Kubernetes 1.34. */
  readonly podcertificaterequests: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.34. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `coordination.k8s.io`. */
export const coordination: CoordinationGroup = /* @__PURE__ */ vocabularyOf("coordination.k8s.io");

/** The group `coordination.k8s.io`, with its resources. */
export interface CoordinationGroup extends WholeGroup {
  readonly group: "coordination.k8s.io";
  /** LeaseCandidate, in a namespace. Since Kubernetes 1.31. Beta. */
  readonly leasecandidates: ResourceWord<ApiVerb>;
  /** Lease, in a namespace. */
  readonly leases: ResourceWord<ApiVerb>;
}

/** The group `discovery.k8s.io`. */
export const discovery: DiscoveryGroup = /* @__PURE__ */ vocabularyOf("discovery.k8s.io");

/** The group `discovery.k8s.io`, with its resources. */
export interface DiscoveryGroup extends WholeGroup {
  readonly group: "discovery.k8s.io";
  /** EndpointSlice, in a namespace. */
  readonly endpointslices: ResourceWord<ApiVerb>;
}

/** The group `events.k8s.io`. */
export const events: EventsGroup = /* @__PURE__ */ vocabularyOf("events.k8s.io");

/** The group `events.k8s.io`, with its resources. */
export interface EventsGroup extends WholeGroup {
  readonly group: "events.k8s.io";
  /** Event, in a namespace. */
  readonly events: ResourceWord<ApiVerb>;
}

/** The group `extensions`. */
export const extensions: ExtensionsGroup = /* @__PURE__ */ vocabularyOf("extensions");

/** The group `extensions`, with its resources. */
export interface ExtensionsGroup extends WholeGroup {
  readonly group: "extensions";
  /**
   * Ingress, in a namespace.
   * @deprecated Kubernetes 1.21 was the last to serve it.
   */
  readonly ingresses: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /**
     * @deprecated Kubernetes 1.21 was the last to serve it.
     */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `flowcontrol.apiserver.k8s.io`. */
export const flowcontrol: FlowcontrolGroup = /* @__PURE__ */ vocabularyOf("flowcontrol.apiserver.k8s.io");

/** The group `flowcontrol.apiserver.k8s.io`, with its resources. */
export interface FlowcontrolGroup extends WholeGroup {
  readonly group: "flowcontrol.apiserver.k8s.io";
  /** FlowSchema, of the cluster. */
  readonly flowschemas: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PriorityLevelConfiguration, of the cluster. */
  readonly prioritylevelconfigurations: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `internal.apiserver.k8s.io`. */
export const internal: InternalGroup = /* @__PURE__ */ vocabularyOf("internal.apiserver.k8s.io");

/** The group `internal.apiserver.k8s.io`, with its resources. */
export interface InternalGroup extends WholeGroup {
  readonly group: "internal.apiserver.k8s.io";
  /** StorageVersion, of the cluster. Since Kubernetes 1.20. Alpha. */
  readonly storageversions: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.20. Alpha. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `lifecycle.k8s.io`. */
export const lifecycle: LifecycleGroup = /* @__PURE__ */ vocabularyOf("lifecycle.k8s.io");

/** The group `lifecycle.k8s.io`, with its resources. */
export interface LifecycleGroup extends WholeGroup {
  readonly group: "lifecycle.k8s.io";
  /** EvictionRequest, in a namespace. Since Kubernetes 1.37. Alpha. */
  readonly evictionrequests: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.37. Alpha. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Eviction, in a namespace. Since Kubernetes 1.37. Alpha. */
  readonly evictions: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.37. Alpha. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `networking.k8s.io`. */
export const networking: NetworkingGroup = /* @__PURE__ */ vocabularyOf("networking.k8s.io");

/** The group `networking.k8s.io`, with its resources. */
export interface NetworkingGroup extends WholeGroup {
  readonly group: "networking.k8s.io";
  /**
   * ClusterCIDR, of the cluster. Since Kubernetes 1.25.
   * @deprecated Kubernetes 1.28 was the last to serve it.
   */
  readonly clustercidrs: ResourceWord<ApiVerb>;
  /** IngressClass, of the cluster. */
  readonly ingressclasses: ResourceWord<ApiVerb>;
  /** Ingress, in a namespace. */
  readonly ingresses: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** IPAddress, of the cluster. Since Kubernetes 1.27. */
  readonly ipaddresses: ResourceWord<ApiVerb>;
  /** NetworkPolicy, in a namespace. */
  readonly networkpolicies: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /**
     * Since Kubernetes 1.24.
     * @deprecated Kubernetes 1.27 was the last to serve it.
     */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ServiceCIDR, of the cluster. Since Kubernetes 1.29. */
  readonly servicecidrs: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.29. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}

/** The group `node.k8s.io`. */
export const nodeGroup: NodeGroup = /* @__PURE__ */ vocabularyOf("node.k8s.io");

/** The group `node.k8s.io`, with its resources. */
export interface NodeGroup extends WholeGroup {
  readonly group: "node.k8s.io";
  /** RuntimeClass, of the cluster. */
  readonly runtimeclasses: ResourceWord<ApiVerb>;
}

/** The group `policy`. */
export const policy: PolicyGroup = /* @__PURE__ */ vocabularyOf("policy");

/** The group `policy`, with its resources. */
export interface PolicyGroup extends WholeGroup {
  readonly group: "policy";
  /** PodDisruptionBudget, in a namespace. */
  readonly poddisruptionbudgets: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /**
   * PodSecurityPolicy, of the cluster.
   * @deprecated Kubernetes 1.24 was the last to serve it.
   */
  readonly podsecuritypolicies: ResourceWord<ApiVerb>;
}

/** The group `rbac.authorization.k8s.io`. */
export const rbac: RbacGroup = /* @__PURE__ */ vocabularyOf("rbac.authorization.k8s.io");

/** The group `rbac.authorization.k8s.io`, with its resources. */
export interface RbacGroup extends WholeGroup {
  readonly group: "rbac.authorization.k8s.io";
  /** ClusterRoleBinding, of the cluster. */
  readonly clusterrolebindings: ResourceWord<ApiVerb>;
  /** ClusterRole, of the cluster. */
  readonly clusterroles: ResourceWord<ApiVerb>;
  /** RoleBinding, in a namespace. */
  readonly rolebindings: ResourceWord<ApiVerb>;
  /** Role, in a namespace. */
  readonly roles: ResourceWord<ApiVerb>;
}

/** The group `resource.k8s.io`. */
export const resource: ResourceGroup = /* @__PURE__ */ vocabularyOf("resource.k8s.io");

/** The group `resource.k8s.io`, with its resources. */
export interface ResourceGroup extends WholeGroup {
  readonly group: "resource.k8s.io";
  /** DeviceClass, of the cluster. Since Kubernetes 1.31. */
  readonly deviceclasses: ResourceWord<ApiVerb>;
  /** DeviceTaintRule, of the cluster. Since Kubernetes 1.33. */
  readonly devicetaintrules: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.35. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /**
   * PodSchedulingContext, in a namespace. Since Kubernetes 1.27.
   * @deprecated Kubernetes 1.31 was the last to serve it.
   */
  readonly podschedulingcontexts: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /**
     * Since Kubernetes 1.27.
     * @deprecated Kubernetes 1.31 was the last to serve it.
     */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /**
   * PodScheduling, in a namespace. Since Kubernetes 1.26.
   * @deprecated Kubernetes 1.26 was the last to serve it.
   */
  readonly podschedulings: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /**
     * Since Kubernetes 1.26.
     * @deprecated Kubernetes 1.26 was the last to serve it.
     */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /**
   * ResourceClaimParameters, in a namespace. Since Kubernetes 1.30.
   * @deprecated Kubernetes 1.30 was the last to serve it.
   */
  readonly resourceclaimparameters: ResourceWord<ApiVerb>;
  /** ResourceClaim, in a namespace. Since Kubernetes 1.26. */
  readonly resourceclaims: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.26. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ResourceClaimTemplate, in a namespace. Since Kubernetes 1.26. */
  readonly resourceclaimtemplates: ResourceWord<ApiVerb>;
  /**
   * ResourceClass, of the cluster. Since Kubernetes 1.26.
   * @deprecated Kubernetes 1.30 was the last to serve it.
   */
  readonly resourceclasses: ResourceWord<ApiVerb>;
  /**
   * ResourceClassParameters, in a namespace. Since Kubernetes 1.30.
   * @deprecated Kubernetes 1.30 was the last to serve it.
   */
  readonly resourceclassparameters: ResourceWord<ApiVerb>;
  /** ResourcePoolStatusRequest, of the cluster. Since Kubernetes 1.36. Alpha. */
  readonly resourcepoolstatusrequests: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.36. Alpha. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ResourceSlice, of the cluster. Since Kubernetes 1.30. */
  readonly resourceslices: ResourceWord<ApiVerb>;
}

/** The group `scheduling.k8s.io`. */
export const scheduling: SchedulingGroup = /* @__PURE__ */ vocabularyOf("scheduling.k8s.io");

/** The group `scheduling.k8s.io`, with its resources. */
export interface SchedulingGroup extends WholeGroup {
  readonly group: "scheduling.k8s.io";
  /** CompositePodGroup, in a namespace. Since Kubernetes 1.37. Alpha. */
  readonly compositepodgroups: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.37. Alpha. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PodGroup, in a namespace. Since Kubernetes 1.36. Beta. */
  readonly podgroups: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.36. Beta. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PriorityClass, of the cluster. */
  readonly priorityclasses: ResourceWord<ApiVerb>;
  /** Workload, in a namespace. Since Kubernetes 1.35. Beta. */
  readonly workloads: ResourceWord<ApiVerb>;
}

/** The group `settings.k8s.io`. */
export const settings: SettingsGroup = /* @__PURE__ */ vocabularyOf("settings.k8s.io");

/** The group `settings.k8s.io`, with its resources. */
export interface SettingsGroup extends WholeGroup {
  readonly group: "settings.k8s.io";
  /**
   * PodPreset, in a namespace.
   * @deprecated Kubernetes 1.19 was the last to serve it.
   */
  readonly podpresets: ResourceWord<ApiVerb>;
}

/** The group `storage.k8s.io`. */
export const storage: StorageGroup = /* @__PURE__ */ vocabularyOf("storage.k8s.io");

/** The group `storage.k8s.io`, with its resources. */
export interface StorageGroup extends WholeGroup {
  readonly group: "storage.k8s.io";
  /** CSIDriver, of the cluster. */
  readonly csidrivers: ResourceWord<ApiVerb>;
  /** CSINode, of the cluster. */
  readonly csinodes: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.37. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** CSIStorageCapacity, in a namespace. Since Kubernetes 1.21. */
  readonly csistoragecapacities: ResourceWord<ApiVerb>;
  /** StorageClass, of the cluster. */
  readonly storageclasses: ResourceWord<ApiVerb>;
  /** VolumeAttachment, of the cluster. */
  readonly volumeattachments: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** VolumeAttributesClass, of the cluster. Since Kubernetes 1.29. */
  readonly volumeattributesclasses: ResourceWord<ApiVerb>;
}

/** The group `storagemigration.k8s.io`. */
export const storagemigration: StoragemigrationGroup = /* @__PURE__ */ vocabularyOf("storagemigration.k8s.io");

/** The group `storagemigration.k8s.io`, with its resources. */
export interface StoragemigrationGroup extends WholeGroup {
  readonly group: "storagemigration.k8s.io";
  /** StorageVersionMigration, of the cluster. Since Kubernetes 1.30. */
  readonly storageversionmigrations: ResourceWord<ApiVerb> & {
    /** With all its subresources. */
    readonly withSubresources: KnownResource<ApiVerb>;
    /** Since Kubernetes 1.30. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
