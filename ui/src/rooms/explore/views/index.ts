import type { View } from "../view";
import { FunnelView } from "./FunnelView";
import { PathsView } from "./PathsView";
import { DropoffView, ReachView } from "./RankedView";
import { RetentionView } from "./RetentionView";
import { StagesView } from "./StagesView";
import { SurvivalView } from "./SurvivalView";
import { TransitionsView } from "./TransitionsView";

/** The drawings by question; a question without one is shown as its table. */
export const VIEWS: Record<string, View> = {
  funnel: FunnelView,
  transitions: TransitionsView,
  stages: StagesView,
  dropoff: DropoffView,
  reach: ReachView,
  paths: PathsView,
  retention: RetentionView,
  survival: SurvivalView,
};
