import { parse } from "yaml";
import { AUDIT_FLAGS, type Rendering } from "../../src/render/index.js";
import { KOPS_KEYS } from "../../src/render/targets/kops-fragment.js";
import type { RenderedCase } from "./generate-rendering.js";

/** The words that a rendering makes kube-apiserver's command line of, `--audit-log-maxage=30`. */
export function renderedArguments({ target, artifacts }: Rendering): readonly string[] {
  // Of our own making: a fragment with the fields that the target has.
  const data = parse(artifacts[0]?.content ?? "", { version: "1.1" });
  switch (target) {
    case "kops":
      return Object.entries<string | number | boolean>(data.spec.kubeAPIServer).map(kopsArgument);
    case "kubeadm": {
      const given: readonly Argument[] | Readonly<Record<string, string>> = data.apiServer.extraArgs;
      const list = isList(given) ? given : Object.entries(given).map(([name, value]) => ({ name, value }));
      return list.map(({ name, value }) => `--${name}=${value}`);
    }
    default:
      return data.spec.containers[0].command;
  }
}

interface Argument {
  readonly name: string;
  readonly value: string;
}

function isList(given: readonly Argument[] | object): given is readonly Argument[] {
  return Array.isArray(given);
}

/** The kOps suite holds this against what kOps itself makes of its fields. */
function kopsArgument([key, value]: readonly [string, string | number | boolean]): string {
  const flag = [...KOPS_KEYS].find(([, known]) => known.key === key)?.[0];
  return `--${flag}=${key.endsWith("Qps") ? plainDecimal(String(value)) : value}`;
}

/** A quantity without its suffix: `3140m` is `3.140`, `1k` is `1000`. */
function plainDecimal(quantity: string): string {
  const [, digits = "", suffix = ""] = /^(\d+)([GMkmun]?)$/.exec(quantity) ?? [];
  const exponent = { G: 9, M: 6, k: 3, "": 0, m: -3, u: -6, n: -9 }[suffix] ?? 0;
  if (exponent >= 0) return digits + "0".repeat(exponent);
  const padded = digits.padStart(1 - exponent, "0");
  return `${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

/** Settings that kube-apiserver understands as something else, given how it understood each flag. */
export function findMisunderstood(
  { request, rendering }: RenderedCase,
  understood: Readonly<Record<string, string>>,
): readonly string[] {
  const settings = request.settings ?? {};
  const without = rendering.diagnostics.flatMap(({ code, path }) =>
    code === "setting-without-effect" ? [path] : [],
  );
  return AUDIT_FLAGS.filter(({ key }) => settings[key] !== undefined && !without.includes(key))
    .filter(({ name, key }) => !isSameValue(name, String(settings[key]), understood[name]))
    .map(({ name, key }) => `--${name} ${settings[key]} is understood as ${understood[name]}`);
}

/** kube-apiserver holds a rate in 32 bits, and prints all else as we do. */
export function isSameValue(name: string, text: string, understood: string | undefined): boolean {
  if (!name.endsWith("-qps")) return text === understood;
  return Math.fround(Number(text)) === Math.fround(Number(understood));
}
