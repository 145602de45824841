import type { View } from "../view";
import { AnomaliesView } from "./AnomaliesView";
import { ClustersView } from "./ClustersView";
import { CompareView } from "./CompareView";
import { ConformanceView } from "./ConformanceView";
import { ContributionView } from "./ContributionView";
import { DriversView } from "./DriversView";
import { FeaturesView } from "./FeaturesView";
import { FeelingsView } from "./FeelingsView";
import { FlowView } from "./FlowView";
import { FunnelView } from "./FunnelView";
import { LifecycleView } from "./LifecycleView";
import { LookalikesView } from "./LookalikesView";
import { LoopsView } from "./LoopsView";
import { OverlapView } from "./OverlapView";
import { PathsView } from "./PathsView";
import { DropoffView, ReachView } from "./RankedView";
import { RepresentativeView } from "./RepresentativeView";
import { RetentionView } from "./RetentionView";
import { ReturnView } from "./ReturnView";
import { RfmView } from "./RfmView";
import { SegmentView } from "./SegmentView";
import { SessionsView } from "./SessionsView";
import { StagesView } from "./StagesView";
import { StickinessView } from "./StickinessView";
import { SurvivalView } from "./SurvivalView";
import { TouchpointsView } from "./TouchpointsView";
import { TransitionsView } from "./TransitionsView";

/** The drawings by question; a question without one is shown as its table. */
export const VIEWS: Record<string, View> = {
  funnel: FunnelView,
  transitions: TransitionsView,
  paths: PathsView,
  loops: LoopsView,
  conformance: ConformanceView,
  stages: StagesView,
  flow: FlowView,
  survival: SurvivalView,
  retention: RetentionView,
  lifecycle: LifecycleView,
  stickiness: StickinessView,
  return: ReturnView,
  dropoff: DropoffView,
  drivers: DriversView,
  contribution: ContributionView,
  anomalies: AnomaliesView,
  representative: RepresentativeView,
  feelings: FeelingsView,
  reach: ReachView,
  touchpoints: TouchpointsView,
  sessions: SessionsView,
  features: FeaturesView,
  segment: SegmentView,
  compare: CompareView,
  overlap: OverlapView,
  rfm: RfmView,
  clusters: ClustersView,
  lookalikes: LookalikesView,
};
