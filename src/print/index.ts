export {
  commentText,
  type Layout,
  type PrintPolicyOptions,
  policyDocument,
  printDocument,
  printPolicy,
} from "./print-policy.js";
