import { z } from "zod";
import { RequestId } from "../request/ids.ts";
import { PlaceName } from "../request/place.ts";
import type { PlaceId } from "../store/types.ts";

/** A place of a request, taken apart. */
export type RequestPlace = { readonly request: RequestId; readonly name: PlaceName };

/** Null for a place of a plant, such as its digest's, and for a name no place of a request has. */
export function requestPlaceOf(place: PlaceId): RequestPlace | null {
  const dot = place.indexOf(".");
  const parts = z.tuple([RequestId, PlaceName]).safeParse([place.slice(0, dot), place.slice(dot + 1)]);
  return parts.success ? { request: parts.data[0], name: parts.data[1] } : null;
}
