export {
  commentText,
  type PrintPolicyOptions,
  policyDocument,
  printDocument,
  printPolicy,
} from "./print-policy.js";
