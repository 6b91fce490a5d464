/** Paths on a node, as `readSetting` lets them through: absolute, clean, at least one directory deep. */

/** The directory of a file. */
export function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** The last part of a path. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Whether `path` is `directory` or somewhere below it. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(`${directory}/`);
}

/** A path, or any other text, as a word for the shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
