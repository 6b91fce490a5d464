import { describe, expect, test } from "vitest";
import { canonicalSettings } from "../../../src/render/canonical-settings.js";
import { AUDIT_FLAGS, type AuditSettings } from "../../../src/render/index.js";
import { parseSettings } from "../../../src/render/parse-settings.js";
import type { FlagSettings } from "../../../src/render/settings.js";

/** Every field, so that the compiler names one that the type has and this list has not. */
const everyField: Required<FlagSettings> = {
  auditPolicyFile: "/etc/kubernetes/audit/policy.yaml",
  auditLogPath: "/var/log/kubernetes/audit/audit.log",
  auditLogFormat: "json",
  auditLogMaxAge: 30,
  auditLogMaxBackup: 10,
  auditLogMaxSize: 100,
  auditLogCompress: true,
  auditLogVersion: "audit.k8s.io/v1",
  auditLogMode: "batch",
  auditLogBatchBufferSize: 1,
  auditLogBatchMaxSize: 2,
  auditLogBatchMaxWait: "1m0s",
  auditLogBatchThrottleEnable: true,
  auditLogBatchThrottleQps: 0.5,
  auditLogBatchThrottleBurst: 3,
  auditLogTruncateEnabled: true,
  auditLogTruncateMaxBatchSize: 5,
  auditLogTruncateMaxEventSize: 4,
  auditWebhookConfigFile: "/etc/kubernetes/audit/webhook.kubeconfig",
  auditWebhookInitialBackoff: "10s",
  auditWebhookVersion: "audit.k8s.io/v1",
  auditWebhookMode: "batch",
  auditWebhookBatchBufferSize: 1,
  auditWebhookBatchMaxSize: 2,
  auditWebhookBatchMaxWait: "30s",
  auditWebhookBatchThrottleEnable: true,
  auditWebhookBatchThrottleQps: 10,
  auditWebhookBatchThrottleBurst: 15,
  auditWebhookTruncateEnabled: false,
  auditWebhookTruncateMaxBatchSize: 10485760,
  auditWebhookTruncateMaxEventSize: 102400,
};

describe("the table of flags", () => {
  test("has each field of the settings once, and no other", () => {
    expect(AUDIT_FLAGS.map(({ key }) => key).sort()).toEqual(Object.keys(everyField).sort());
  });

  test("names each field after its flag", () => {
    for (const { name, key } of AUDIT_FLAGS) {
      expect(key.toLowerCase()).toBe(name.replaceAll("-", ""));
    }
  });

  test("says what every flag takes in one line", () => {
    for (const { help, value } of AUDIT_FLAGS) {
      expect(`${value} ${help}`).toMatch(/^[^\n]{5,120}$/);
    }
  });
});

describe("parseSettings", () => {
  test("takes every flag as its value and as its text", () => {
    const texts = Object.fromEntries(Object.entries(everyField).map(([key, value]) => [key, String(value)]));
    expect(parseSettings(everyField)).toEqual(everyField);
    expect(parseSettings(texts)).toEqual(everyField);
  });

  test("gives back what it gave", () => {
    expect(parseSettings(parseSettings(everyField))).toEqual(everyField);
  });

  test("prints durations as Go does", () => {
    const written = {
      "60s": "1m0s",
      "1.5h": "1h30m0s",
      "1500us": "1.5ms",
      "0": "0s",
      ".5s": "500ms",
      "90m": "1h30m0s",
    };
    for (const [input, output] of Object.entries(written)) {
      expect(parseSettings({ auditWebhookBatchMaxWait: input })).toEqual({
        auditWebhookBatchMaxWait: output,
      });
    }
  });

  const refused: readonly (readonly [keyof FlagSettings, unknown, string])[] = [
    [
      "auditLogMaxAge",
      "010", // 8 for kube-apiserver
      '--audit-log-maxage takes a whole number of days from 1 to 106751, not "010"',
    ],
    ["auditLogMaxAge", 0, '--audit-log-maxage takes a whole number of days from 1 to 106751, not "0"'],
    [
      "auditLogMaxAge",
      "106752",
      '--audit-log-maxage takes a whole number of days from 1 to 106751, not "106752"',
    ],
    [
      "auditLogMaxBackup",
      -1,
      '--audit-log-maxbackup takes a whole number of files from 1 to 2147483647, not "-1"',
    ],
    [
      "auditLogMaxSize",
      "1e3",
      '--audit-log-maxsize takes a whole number of megabytes from 1 to 2147483647, not "1e3"',
    ],
    [
      "auditLogMaxSize",
      1.5,
      '--audit-log-maxsize takes a whole number of megabytes from 1 to 2147483647, not "1.5"',
    ],
    ["auditLogCompress", "yes", '--audit-log-compress takes true or false, not "yes"'],
    ["auditLogMode", "async", '--audit-log-mode takes one of batch, blocking, blocking-strict, not "async"'],
    ["auditLogFormat", "JSON", '--audit-log-format takes one of json, legacy, not "JSON"'],
    [
      "auditWebhookBatchMaxWait",
      "5",
      '--audit-webhook-batch-max-wait takes a duration such as "30s" or "1m30s", not "5"',
    ],
    [
      "auditWebhookBatchMaxWait",
      "-5s",
      '--audit-webhook-batch-max-wait takes a duration such as "30s" or "1m30s", not "-5s"',
    ],
    [
      "auditWebhookBatchMaxWait",
      "1d",
      '--audit-webhook-batch-max-wait takes a duration such as "30s" or "1m30s", not "1d"',
    ],
    [
      "auditWebhookBatchThrottleQps",
      0,
      '--audit-webhook-batch-throttle-qps takes a number of batches per second greater than 0, up to 1000000000, with at most nine decimals, not "0"',
    ],
  ];

  test.each(refused)("refuses %s %o and says what the flag takes", (key, value, message) => {
    expect(() => parseSettings({ [key]: value })).toThrow(
      expect.objectContaining({ code: "bad-setting", message }),
    );
  });

  test.each([
    "policy.yaml",
    "/policy.yaml",
    "/etc/../policy.yaml",
    "/etc/./policy.yaml",
    "/etc//policy.yaml",
    "/etc/audit/",
    "/etc/a:b/policy.yaml",
    "/etc/$(HOME)/policy.yaml",
    "/etc/a b/policy.yaml",
    "/etc/a\nb/policy.yaml",
    "-",
    "",
  ])("refuses the policy path %o", (path) => {
    expect(() => parseSettings({ auditPolicyFile: path })).toThrow(
      /^--audit-policy-file takes an absolute path/,
    );
  });

  test("takes a log path of - for standard output", () => {
    expect(parseSettings({ auditLogPath: "-" })).toEqual({ auditLogPath: "-" });
  });

  test("refuses an event size above the batch size, the default one included", () => {
    expect(() => parseSettings({ auditLogTruncateMaxEventSize: 10485761 })).toThrow(
      "--audit-log-truncate-max-event-size is 10485761 bytes and must not exceed --audit-log-truncate-max-batch-size, 10485760 bytes",
    );
    expect(() =>
      parseSettings({ auditWebhookTruncateMaxEventSize: 6, auditWebhookTruncateMaxBatchSize: 5 }),
    ).toThrow(/must not exceed/);
  });

  test("refuses a throttled log without rate and burst, which are 0 by default", () => {
    const throttled = { auditLogMode: "batch", auditLogBatchThrottleEnable: true };
    expect(() => parseSettings(throttled)).toThrow(/must be given: they are 0$/);
    expect(() => parseSettings({ ...throttled, auditLogBatchThrottleQps: 5 })).toThrow(/must be given/);
    const whole = { ...throttled, auditLogBatchThrottleQps: 5, auditLogBatchThrottleBurst: 5 };
    expect(parseSettings(whole)).toEqual(whole);
    expect(() =>
      parseSettings({ auditWebhookMode: "batch", auditWebhookBatchThrottleEnable: true }),
    ).not.toThrow();
  });

  test("offers the near miss of an unknown setting", () => {
    expect(() => parseSettings({ auditLogMaxBackups: 3 })).toThrow(
      'unknown setting "auditLogMaxBackups"; did you mean "auditLogMaxBackup"?',
    );
  });

  test.each([
    [null, /not an object/],
    ["text", /not an object/],
    [{ log: "no" }, /^log takes true or false/],
    [{ auditLogMaxAge: [30] }, /^--audit-log-maxage takes one value/],
    [{ webhook: {} }, /^webhook takes either config, or server/],
    [{ webhook: { server: "https://x.example", config: "text" } }, /^webhook takes either/],
  ])("refuses %o", (input, message) => {
    expect(() => parseSettings(input)).toThrow(message);
  });
});

test("settings written in code are checked as those from outside are", () => {
  const settings: AuditSettings = { auditLogMaxSize: 0 };
  expect(() => canonicalSettings(settings)).toThrow(expect.objectContaining({ code: "bad-setting" }));
});
