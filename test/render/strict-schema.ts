/** As much of a JSON Schema as is looked at. */
export interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The schema with every object closed. */
export function strict(schema: Schema): unknown {
  const { properties, items } = schema;
  return {
    ...schema,
    ...(properties && {
      additionalProperties: false,
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, strict(value)])),
    }),
    ...(items && { items: strict(items) }),
  };
}
