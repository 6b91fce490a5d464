/** How many bytes of a text its reader decodes at a time, and how far it looks ahead for more. */
const BLOCK = 512;
const LOOK_AHEAD = 8;

/**
 * Where a byte order mark stands inside of a text that kube-apiserver's reader may mistake for the one at its beginning. It
 * looks for it at the beginning of its buffer instead of at the place it has come to, and then leaves out the first character
 * of each line. What is at the beginning of the buffer is near the end of a block; any other mark is a part of a word.
 *
 * Upstream: go.yaml.in/yaml/v2, yamlprivateh.go, is_bom; readerc.go, yaml_parser_update_buffer
 */
export function findMisreadMark(text: string): number | undefined {
  const first = text.startsWith("\ufeff") ? 1 : 0;
  if (!text.includes("\ufeff", first)) return undefined;
  if (text[first] === "\ufeff") return first;
  let bytes = first * 3;
  let index = first;
  let last: { readonly index: number; readonly age: number } | undefined;
  for (const character of text.slice(first)) {
    const width = widthOf(character.codePointAt(0) ?? 0);
    bytes += width;
    last = character === "\ufeff" ? { index, age: 0 } : last && { index: last.index, age: last.age + 1 };
    if (bytes > BLOCK) {
      if (last && last.age < LOOK_AHEAD) return last.index;
      bytes = width;
    }
    index += character.length;
  }
  return undefined;
}

/** In UTF-8. */
function widthOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
