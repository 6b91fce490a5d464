// Written by scripts/generate-api-resources.ts from k8s.io/kubernetes v1.19.16, v1.20.15, v1.21.14, v1.22.17, v1.23.17, v1.24.17, v1.25.16, v1.26.15, v1.27.16, v1.28.15, v1.29.15, v1.30.14, v1.31.14, v1.32.13, v1.33.13, v1.34.4, v1.35.4, v1.36.3, v1.37.2.
// SHA-256 of the scripts and the table: 2f1c1620385b019550d303a8d80c4e2d1ce9a13d308fda89b594872d8fa2eec0
/** The first and the last minor release of the table. */
export const API_RESOURCE_MINORS = [19, 37] as const;
/**
 * A group in brackets, and a line for each of its resources: name, verbs (`*`: all), the minor releases that serve it so
 * (from the first, or from the first to the last, with each stability it had), and for what is no subresource scope, kind
 * and short names. A second line of a name is for releases with other verbs.
 */
export const API_RESOURCES: string = `
[]
bindings create 19 namespaced Binding
componentstatuses get,list 19 cluster ComponentStatus cs
configmaps * 19 namespaced ConfigMap cm
endpoints * 19 namespaced Endpoints ep
events * 19 namespaced Event ev
limitranges * 19 namespaced LimitRange limits
namespaces create,delete,get,list,patch,update,watch 19 cluster Namespace ns
namespaces/finalize update 19
namespaces/status get,patch,update 19
nodes * 19 cluster Node no
nodes/proxy create,delete,get,patch,update 19
nodes/status get,patch,update 19
persistentvolumeclaims * 19 namespaced PersistentVolumeClaim pvc
persistentvolumeclaims/status get,patch,update 19
persistentvolumes * 19 cluster PersistentVolume pv
persistentvolumes/status get,patch,update 19
pods * 19 namespaced Pod po
pods/attach create,get 19
pods/binding create 19
pods/ephemeralcontainers get,patch,update 21
pods/eviction create 19
pods/exec create,get 19
pods/log get 19
pods/portforward create,get 19
pods/proxy create,delete,get,patch,update 19
pods/resize get,patch,update 32
pods/status get,patch,update 19
podtemplates * 19 namespaced PodTemplate
replicationcontrollers * 19 namespaced ReplicationController rc
replicationcontrollers/scale get,patch,update 19
replicationcontrollers/status get,patch,update 19
resourcequotas * 19 namespaced ResourceQuota quota
resourcequotas/status get,patch,update 19
secrets * 19 namespaced Secret
serviceaccounts * 19 namespaced ServiceAccount sa
serviceaccounts/token create 19
services create,delete,get,list,patch,update,watch 19-22 namespaced Service svc
services * 23 namespaced Service svc
services/proxy create,delete,get,patch,update 19
services/status get,patch,update 19
[admissionregistration.k8s.io]
mutatingadmissionpolicies * 32alpha,34beta,36 cluster MutatingAdmissionPolicy
mutatingadmissionpolicybindings * 32alpha,34beta,36 cluster MutatingAdmissionPolicyBinding
mutatingwebhookconfigurations * 19 cluster MutatingWebhookConfiguration
validatingadmissionpolicies * 26alpha,28beta,30 cluster ValidatingAdmissionPolicy
validatingadmissionpolicies/status get,patch,update 27alpha,28beta,30
validatingadmissionpolicybindings * 26alpha,28beta,30 cluster ValidatingAdmissionPolicyBinding
validatingwebhookconfigurations * 19 cluster ValidatingWebhookConfiguration
[apiextensions.k8s.io]
customresourcedefinitions * 19 cluster CustomResourceDefinition crd,crds
customresourcedefinitions/status get,patch,update 19
[apiregistration.k8s.io]
apiservices * 19 cluster APIService
apiservices/status get,patch,update 19
[apps]
controllerrevisions * 19 namespaced ControllerRevision
daemonsets * 19 namespaced DaemonSet ds
daemonsets/status get,patch,update 19
deployments * 19 namespaced Deployment deploy
deployments/scale get,patch,update 19
deployments/status get,patch,update 19
replicasets * 19 namespaced ReplicaSet rs
replicasets/scale get,patch,update 19
replicasets/status get,patch,update 19
statefulsets * 19 namespaced StatefulSet sts
statefulsets/scale get,patch,update 19
statefulsets/status get,patch,update 19
[authentication.k8s.io]
selfsubjectreviews create 26alpha,27beta,28 cluster SelfSubjectReview
tokenreviews create 19 cluster TokenReview
[authorization.k8s.io]
localsubjectaccessreviews create 19 namespaced LocalSubjectAccessReview
selfsubjectaccessreviews create 19 cluster SelfSubjectAccessReview
selfsubjectrulesreviews create 19 cluster SelfSubjectRulesReview
subjectaccessreviews create 19 cluster SubjectAccessReview
[autoscaling]
horizontalpodautoscalers * 19 namespaced HorizontalPodAutoscaler hpa
horizontalpodautoscalers/status get,patch,update 19
[batch]
cronjobs * 19beta,21 namespaced CronJob cj
cronjobs/status get,patch,update 19beta,21
jobs * 19 namespaced Job
jobs/status get,patch,update 19
[certificates.k8s.io]
certificatesigningrequests * 19 cluster CertificateSigningRequest csr
certificatesigningrequests/approval get,patch,update 19
certificatesigningrequests/status get,patch,update 19
clustertrustbundles * 27alpha,33beta,37 cluster ClusterTrustBundle
podcertificaterequests * 34alpha,35beta,37 namespaced PodCertificateRequest
podcertificaterequests/status get,patch,update 34alpha,35beta,37
[coordination.k8s.io]
leasecandidates * 31alpha,33beta namespaced LeaseCandidate
leases * 19 namespaced Lease
[discovery.k8s.io]
endpointslices * 19beta,21 namespaced EndpointSlice
[events.k8s.io]
events * 19 namespaced Event ev
[extensions]
ingresses * 19beta-21 namespaced Ingress
ingresses/status get,patch,update 19beta-21
[flowcontrol.apiserver.k8s.io]
flowschemas * 19alpha,20beta,29 cluster FlowSchema
flowschemas/status get,patch,update 19alpha,20beta,29
prioritylevelconfigurations * 19alpha,20beta,29 cluster PriorityLevelConfiguration
prioritylevelconfigurations/status get,patch,update 19alpha,20beta,29
[internal.apiserver.k8s.io]
storageversions * 20alpha cluster StorageVersion
storageversions/status get,patch,update 20alpha
[lifecycle.k8s.io]
evictionrequests * 37alpha namespaced EvictionRequest
evictionrequests/status get,patch,update 37alpha
evictions * 37alpha namespaced Eviction
evictions/status get,patch,update 37alpha
[networking.k8s.io]
clustercidrs * 25alpha-28 cluster ClusterCIDR cc
ingressclasses * 19 cluster IngressClass
ingresses * 19 namespaced Ingress ing
ingresses/status get,patch,update 19
ipaddresses * 27alpha,31beta,33 cluster IPAddress ip
networkpolicies * 19 namespaced NetworkPolicy netpol
networkpolicies/status get,patch,update 24-27
servicecidrs * 29alpha,31beta,33 cluster ServiceCIDR
servicecidrs/status get,patch,update 29alpha,31beta,33
[node.k8s.io]
runtimeclasses * 19beta,20 cluster RuntimeClass
[policy]
poddisruptionbudgets * 19beta,21 namespaced PodDisruptionBudget pdb
poddisruptionbudgets/status get,patch,update 19beta,21
podsecuritypolicies * 19beta-24 cluster PodSecurityPolicy
[rbac.authorization.k8s.io]
clusterrolebindings * 19 cluster ClusterRoleBinding
clusterroles * 19 cluster ClusterRole
rolebindings * 19 namespaced RoleBinding
roles * 19 namespaced Role
[resource.k8s.io]
deviceclasses * 31alpha,32beta,34 cluster DeviceClass
devicetaintrules * 33alpha,36beta,37 cluster DeviceTaintRule
devicetaintrules/status get,patch,update 35alpha,36beta,37
podschedulingcontexts * 27alpha-31 namespaced PodSchedulingContext
podschedulingcontexts/status get,patch,update 27alpha-31
podschedulings * 26alpha-26 namespaced PodScheduling
podschedulings/status get,patch,update 26alpha-26
resourceclaimparameters * 30alpha-30 namespaced ResourceClaimParameters
resourceclaims * 26alpha,32beta,34 namespaced ResourceClaim
resourceclaims/status get,patch,update 26alpha,32beta,34
resourceclaimtemplates * 26alpha,32beta,34 namespaced ResourceClaimTemplate
resourceclasses * 26alpha-30 cluster ResourceClass
resourceclassparameters * 30alpha-30 namespaced ResourceClassParameters
resourcepoolstatusrequests * 36alpha cluster ResourcePoolStatusRequest
resourcepoolstatusrequests/status get,patch,update 36alpha
resourceslices * 30alpha,32beta,34 cluster ResourceSlice
[scheduling.k8s.io]
compositepodgroups * 37alpha namespaced CompositePodGroup
compositepodgroups/status get,patch,update 37alpha
podgroups * 36alpha,37beta namespaced PodGroup
podgroups/status get,patch,update 36alpha,37beta
priorityclasses * 19 cluster PriorityClass pc
workloads * 35alpha,37beta namespaced Workload
[settings.k8s.io]
podpresets * 19alpha-19 namespaced PodPreset
[storage.k8s.io]
csidrivers * 19 cluster CSIDriver
csinodes * 19 cluster CSINode
csinodes/status get,patch,update 37
csistoragecapacities * 21beta,24 namespaced CSIStorageCapacity
storageclasses * 19 cluster StorageClass sc
volumeattachments * 19 cluster VolumeAttachment
volumeattachments/status get,patch,update 19
volumeattributesclasses * 29alpha,31beta,34 cluster VolumeAttributesClass vac
[storagemigration.k8s.io]
storageversionmigrations * 30alpha,35beta,37 cluster StorageVersionMigration
storageversionmigrations/status get,patch,update 30alpha,35beta,37
`;
