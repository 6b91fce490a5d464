import { auditPolicy } from "gen-audit";

export const { policy, comments } = auditPolicy()
  .otherwise("Request")
  .otherwise("RequestResponse")
  .build();
