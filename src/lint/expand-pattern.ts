import { API_VERBS, listApiResources, nameOf } from "../kubernetes/index.js";

/**
 * Some of the values that a pattern was to stand for: verbs and resources that there are, and otherwise one that it would
 * match. None where there is none.
 */
export function expandPattern(
  field: "verbs" | "namespaces" | "resources" | "resourceNames",
  pattern: string,
  group: string = "",
): readonly string[] {
  const shape = shapeOf(pattern);
  switch (field) {
    case "verbs":
      return API_VERBS.filter((verb) => shape.test(verb));
    case "resources":
      if (pattern === "*/*") return ["*"];
      return resourcesOf(group).filter((name) => shape.test(name));
    case "namespaces":
      return [["default", "kube-system"].find((name) => shape.test(name)) ?? pattern.replaceAll("*", "1")];
    case "resourceNames":
      return [pattern === "*" ? "web-0" : pattern.replaceAll("*", "1")];
  }
}

function shapeOf(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}

function resourcesOf(group: string): readonly string[] {
  const names = listApiResources()
    .filter((served) => group === "*" || served.group === group)
    .map(nameOf);
  return [...new Set(names)];
}
