import type { NewShare, Share } from "~/api/types";

/** All links to one thing. */
export type ListLinks = (signal: AbortSignal) => Promise<Share[]>;
/** A new link to it, for so many days. */
export type AddLink = (days: number) => Promise<NewShare>;
