import type { components } from "./schema";

type Schemas = components["schemas"];

export type SignedIn = Schemas["SignedIn"];
export type Name = Schemas["Name"];
export type JourneyMap = Schemas["JourneyMap"];
export type MapStage = Schemas["MapStage"];
export type MapTouchpoint = Schemas["MapTouchpoint"];
export type Feeling = Schemas["Feeling"];
export type Obstacle = Schemas["Obstacle"];
export type Evidence = Schemas["Evidence"];
export type Comparison = Schemas["Comparison"];
export type Interval = Schemas["Interval"];
export type Metric = Schemas["Metric"];
export type Behind = Schemas["Behind"];
export type Quote = Schemas["Quote"];
export type Trend = Schemas["Trend"];
export type Provenance = Schemas["Provenance"];
export type Choices = Schemas["Choices"];
export type CustomerRow = Schemas["CustomerRow"];
export type Overview = Schemas["Overview"];
export type CustomerProfile = Schemas["CustomerProfile"];
export type CustomerPage = Schemas["CustomerPage"];
export type TimelineEvent = Schemas["TimelineEvent"];
