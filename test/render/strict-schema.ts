/** As much of a JSON Schema as is looked at. */
export interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly nullable?: boolean;
}

/** The schema with every object closed. */
export function strict(schema: Schema): unknown {
  // Without nullable, which Ajv takes only beside a type.
  const { properties, items, nullable: _, ...others } = schema;
  return {
    ...others,
    ...(properties && {
      additionalProperties: false,
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, strict(value)])),
    }),
    ...(items && { items: strict(items) }),
  };
}
