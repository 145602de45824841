import type { View } from "../view";
import { FunnelView } from "./FunnelView";
import { DropoffView, ReachView } from "./RankedView";
import { StagesView } from "./StagesView";
import { TransitionsView } from "./TransitionsView";

/** The drawings by question; a question without one is shown as its table. */
export const VIEWS: Record<string, View> = {
  funnel: FunnelView,
  transitions: TransitionsView,
  stages: StagesView,
  dropoff: DropoffView,
  reach: ReachView,
};
