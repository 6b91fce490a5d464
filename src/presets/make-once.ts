/** What makers of a table make, by name: the same each time, and only what is asked for. */
export function makeOnce<Name extends string, Made>(
  makers: Readonly<Record<Name, () => Made>>,
): (name: Name) => Made {
  const known = new Map<Name, Made>();
  return (name) => {
    const made = known.get(name) ?? makers[name]();
    known.set(name, made);
    return made;
  };
}
