import { api, body } from "~/api/client";
import { CustomersBehind } from "~/kit/behind/CustomersBehind";
import type { Asked } from "~/kit/selection/selection";
import type { Opened } from "../opened";

/** The customers behind a number of the map. */
export function MapCustomers({ opened, asked }: { opened: Opened; asked: Asked }) {
  const { kind, key } = opened;
  if (kind === "remark") return null;
  return <CustomersBehind number={["map", opened, asked]} ask={({ signal, ...page }) => body(api.GET("/api/map/customers", { params: { query: { ...asked, kind, key, stage: opened.stage ?? "", ...page } }, signal }))} />;
}
