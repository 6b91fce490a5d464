import { overlap, type Region, subtract, USER } from "../request-space/index.js";

/** Requests with and without a user that differ in nothing else: one region, and whether it has those without a user too. */
export interface RequestBox {
  /** With no users at all, the box is of requests without a user only. */
  readonly region: Region;
  readonly withoutUser: boolean;
}

/** What a box has of a region. */
export function overlapBox(region: Region, { region: own, withoutUser }: RequestBox): Region | undefined {
  if (region.hasUser) return overlap(region, own);
  // A request without a user is in no group.
  if (!withoutUser || own.required.some((word) => word !== 0)) return undefined;
  return overlap(region, anonymize(own));
}

/** What a box leaves of a region. */
export function subtractBox(region: Region, box: RequestBox): readonly Region[] {
  if (!overlapBox(region, box)) return [region];
  return subtract(region, region.hasUser ? box.region : anonymize(box.region));
}

/** The box of a region's own requests. */
export function boxOf(region: Region): RequestBox {
  if (region.hasUser) return { region, withoutUser: false };
  return { region: { ...region, hasUser: true }, withoutUser: true };
}

/** The region without a user. */
function anonymize(region: Region): Region {
  const none = new Uint32Array(region.required.length);
  return {
    ...region,
    hasUser: false,
    bits: region.bits.with(USER, new Uint32Array((region.bits[USER] ?? none).length)),
    counts: region.counts.with(USER, 0),
    required: none,
    forbidden: none,
  };
}
