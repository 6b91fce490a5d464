/** A flag as a document has it. */
export interface PresentFlag {
  readonly name: string;
  readonly value: string;
  /** Where it stands. */
  readonly path: string;
}

/** Of a flag that is repeated the last counts. */
function valueOfFlag(there: readonly PresentFlag[], name: string): string | undefined {
  return there.findLast((flag) => flag.name === name)?.value;
}

/** The files that the flags name, which are those that kube-apiserver reads now. */
export function formerFiles(there: readonly PresentFlag[]): {
  readonly policyFile?: string;
  readonly webhookFile?: string;
} {
  const policyFile = valueOfFlag(there, "audit-policy-file");
  const webhookFile = valueOfFlag(there, "audit-webhook-config-file");
  return {
    ...(policyFile !== undefined && { policyFile }),
    ...(webhookFile !== undefined && { webhookFile }),
  };
}
