import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, body } from "~/api/client";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import tables from "~/kit/page/table.module.css";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./sources.module.css";

const EVERY_MS = 2_000;

/** The newest events, looked at every two seconds. */
export function ArrivingNow({ source }: { source: string }) {
  const { say } = useTexts();
  const format = useFormat();
  const found = useQuery({
    queryKey: ["arriving", source],
    queryFn: ({ signal }) => body(api.GET("/api/sources/{source}/arriving", { params: { path: { source }, query: { limit: 50 } }, signal })),
    refetchInterval: EVERY_MS,
  });
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={4} height={32} />;
  if (found.data.events.length === 0) {
    return (
      <p className={classes.listening} role="status">
        <span aria-hidden="true" /> {say("sources.listening")}
      </p>
    );
  }
  return (
    <div className={tables.scroll}>
      <p className={classes.listening} role="status">
        <span aria-hidden="true" /> {say("sources.live")}
      </p>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{say("sources.at")}</th>
            <th scope="col">{say("catalogue.event")}</th>
            <th scope="col">{say("sources.who")}</th>
            <th scope="col">{say("sources.fate")}</th>
          </tr>
        </thead>
        <tbody>
          {found.data.events.map((event, i) => (
            <tr key={`${event.at}${event.event}${i}`}>
              <td className={classes.at}>{format.moment(event.at)}</td>
              <td><code>{event.event}</code></td>
              <td>{event.who}</td>
              <td>
                {event.fate === "accepted" ? (
                  <span className={classes.state} data-state="on">{say("sources.taken")}</span>
                ) : (
                  <Link to="/data" search={{ part: "quarantine" }} className={classes.heldBack}>
                    {event.reason ? <Named name={event.reason} /> : say("sources.held_back")}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
