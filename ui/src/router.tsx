import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { type Chosen, list, readChosen } from "./kit/selection/selection";
import { type Exploring, readExploring } from "./rooms/explore/address";
import { type ListChosen, readList } from "./rooms/customers/filters";
import { Missing } from "./kit/shell/Missing";
import { Shell } from "./kit/shell/Shell";

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

const VIEWS = ["grid", "list", "table"] as const;
type View = (typeof VIEWS)[number];
const PARTS = ["sources", "events", "catalogue", "stages", "quarantine"] as const;
type Part = (typeof PARTS)[number];

interface Looking extends Chosen {
  open?: string | undefined;
}

const root = createRootRoute({ component: Shell, notFoundComponent: Missing });

const overview = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: (search: Record<string, unknown>): Looking => ({ ...readChosen(search), open: text(search.open) }),
  component: lazyRouteComponent(() => import("./rooms/overview/OverviewPage"), "OverviewPage"),
});

const map = createRoute({
  getParentRoute: () => root,
  path: "/map",
  validateSearch: (search: Record<string, unknown>): Looking & { view?: View | undefined; moves?: string[] | undefined } => ({
    ...readChosen(search),
    open: text(search.open),
    view: VIEWS.find((view) => view === search.view),
    moves: list(search.moves),
  }),
  component: lazyRouteComponent(() => import("./rooms/maps/MapPage"), "MapPage"),
});

const explore = createRoute({
  getParentRoute: () => root,
  path: "/explore",
  beforeLoad: () => {
    throw redirect({ to: "/explore/$question", params: { question: "funnel" }, replace: true });
  },
});

const question = createRoute({
  getParentRoute: () => root,
  path: "/explore/$question",
  validateSearch: (search: Record<string, unknown>): Exploring => readExploring(search),
  component: lazyRouteComponent(() => import("./rooms/explore/ExplorePage"), "ExplorePage"),
});

const boards = createRoute({
  getParentRoute: () => root,
  path: "/boards",
  component: lazyRouteComponent(() => import("./rooms/boards/BoardsPage"), "BoardsPage"),
});

const board = createRoute({
  getParentRoute: () => root,
  path: "/boards/$board",
  component: lazyRouteComponent(() => import("./rooms/boards/BoardPage"), "BoardPage"),
});

const customers = createRoute({
  getParentRoute: () => root,
  path: "/customers",
  validateSearch: (search: Record<string, unknown>): ListChosen => readList(search),
  component: lazyRouteComponent(() => import("./rooms/customers/CustomersPage"), "CustomersPage"),
});

const customer = createRoute({
  getParentRoute: () => root,
  path: "/customers/$id",
  component: lazyRouteComponent(() => import("./rooms/customers/CustomerPage"), "CustomerPage"),
});

const segments = createRoute({
  getParentRoute: () => root,
  path: "/segments",
  component: lazyRouteComponent(() => import("./rooms/segments/SegmentsPage"), "SegmentsPage"),
});

const newSegment = createRoute({
  getParentRoute: () => root,
  path: "/segments/new",
  component: lazyRouteComponent(() => import("./rooms/segments/NewSegmentPage"), "NewSegmentPage"),
});

const segment = createRoute({
  getParentRoute: () => root,
  path: "/segments/$segment",
  component: lazyRouteComponent(() => import("./rooms/segments/SegmentPage"), "SegmentPage"),
});

const personas = createRoute({
  getParentRoute: () => root,
  path: "/personas",
  component: lazyRouteComponent(() => import("./rooms/personas/PersonasPage"), "PersonasPage"),
});

const newPersona = createRoute({
  getParentRoute: () => root,
  path: "/personas/new",
  validateSearch: (search: Record<string, unknown>): { kind?: number | undefined; segment?: string | undefined } => ({
    kind: typeof search.kind === "number" ? search.kind : undefined,
    segment: text(search.segment),
  }),
  component: lazyRouteComponent(() => import("./rooms/personas/NewPersonaPage"), "NewPersonaPage"),
});

const persona = createRoute({
  getParentRoute: () => root,
  path: "/personas/$id",
  component: lazyRouteComponent(() => import("./rooms/personas/PersonaPage"), "PersonaPage"),
});

const data = createRoute({
  getParentRoute: () => root,
  path: "/data",
  validateSearch: (search: Record<string, unknown>): { part?: Part | undefined } => ({ part: PARTS.find((part) => part === search.part) }),
  component: lazyRouteComponent(() => import("./rooms/data/DataPage"), "DataPage"),
});

export const router = createRouter({ routeTree: root.addChildren([overview, map, explore, question, boards, board, customers, customer, segments, newSegment, segment, personas, newPersona, persona, data]), defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
