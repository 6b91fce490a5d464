/** Whether a word is the path of a file, and not the name of a preset or a fragment that ships with the library. */
export function isPresetFile(word: string): boolean {
  return /[./\\]/.test(word);
}
