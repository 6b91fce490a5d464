export { readBySchema, type SchemaFile } from "./read-by-schema.js";
