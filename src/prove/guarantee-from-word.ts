import { GenAuditError } from "../diagnostics/index.js";
import { resourcesFromWords } from "../request/index.js";
import { guarantee, isGuaranteeName, unknownGuarantee } from "./guarantee.js";
import type { Guarantee } from "./guarantee-definition.js";

/**
 * The guarantee that `NAME` or `NAME=RESOURCE[.GROUP][/SUB],…` stands for, one of a user's own among them.
 *
 * @throws GenAuditError `unknown-guarantee` for an unknown name, `bad-input` for resources that it cannot be about.
 */
export function guaranteeFromWord(
  word: string,
  own: readonly Guarantee[],
  kubernetesVersion: string | undefined,
): Guarantee {
  const [name = "", ...rest] = word.split("=");
  const found = own.find((one) => one.name === name);
  if (!found && !isGuaranteeName(name))
    throw unknownGuarantee(
      name,
      own.map((one) => one.name),
    );
  if (rest.length === 0) return found ?? guarantee(name);
  if (found)
    throw new GenAuditError("bad-input", `${name} is about what its file says, and takes no resources`);
  const words = rest.join("=").split(",");
  return guarantee(name, { resources: resourcesFromWords(words, kubernetesVersion) });
}
