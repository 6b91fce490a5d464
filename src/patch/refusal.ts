/** Thrown within this module where a text cannot be changed in place; the reason is its message. */
export class Refusal extends Error {}
