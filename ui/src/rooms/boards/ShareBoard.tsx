import { api, body } from "~/api/client";
import type { Dashboard } from "~/api/types";
import { useTexts } from "~/texts/texts";
import { ShareLinks } from "./ShareLinks";

/** Links to a dashboard. */
export function ShareBoard({ board, close }: { board: Dashboard; close: () => void }) {
  const { say } = useTexts();
  const params = { path: { dashboard: board.id } };
  return (
    <ShareLinks
      about={board.id}
      title={say("boards.share_title", { name: board.name })}
      hint={say("boards.share_hint")}
      page="/shared"
      list={(signal) => body(api.GET("/api/dashboards/{dashboard}/shares", { params, signal }))}
      add={(days) => body(api.POST("/api/dashboards/{dashboard}/shares", { params, body: { days } }))}
      close={close}
    />
  );
}
