import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, body } from "~/api/client";
import type { Flags } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import tables from "~/kit/page/table.module.css";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { useEverythingAnew } from "./deciding";
import { MarkRules } from "./MarkRules";
import classes from "./review.module.css";
import { useBy } from "./useBy";

/** Staff, bots and tests: left out of every map and answer, and listed here with who said so. */
export function NotRealPart() {
  const { say } = useTexts();
  const found = useQuery({ queryKey: ["flags"], queryFn: ({ signal }) => body(api.GET("/api/flags", { signal })) });
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={3} height={110} />;
  return (
    <div className={classes.part}>
      <Card title={say("marks.title")} hint={say("marks.help")}>
        {found.data.marked.length === 0 ? <p className={classes.note}>{say("marks.none")}</p> : <Marked marked={found.data.marked} />}
      </Card>
      {found.data.suggestions.length > 0 && (
        <Card title={say("marks.suggestions")} hint={say("marks.suggestions_help")}>
          <ul className={classes.pairs}>
            {found.data.suggestions.map((each) => <Suggested key={each.customer} suggested={each} />)}
          </ul>
        </Card>
      )}
      <MarkRules key={JSON.stringify(found.data.rules)} held={found.data.rules} />
    </div>
  );
}

function Marked({ marked }: { marked: Flags["marked"] }) {
  const { say } = useTexts();
  const format = useFormat();
  const anew = useEverythingAnew();
  const unmarking = useMutation({ mutationFn: (customer: string) => body(api.DELETE("/api/flags/{customer}", { params: { path: { customer } } })), onSuccess: anew });
  const by = useBy();
  return (
    <div className={tables.scroll}>
      {unmarking.error && <ErrorNote error={unmarking.error} />}
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{say("customers.name")}</th>
            <th scope="col">{say("marks.what")}</th>
            <th scope="col">{say("marks.by")}</th>
            <th scope="col" data-number>{say("marks.at")}</th>
            <th scope="col"><span className="unseen">{say("customer.actions")}</span></th>
          </tr>
        </thead>
        <tbody>
          {marked.map((each) => (
            <tr key={`${each.customer}${each.identifier}`}>
              <th scope="row">
                <span className={classes.who}><Link to="/customers/$id" params={{ id: each.customer }}>{each.label || each.customer}</Link></span>
                <small>{each.identifier}</small>
              </th>
              <td><span className={classes.tag}>{say(`customer.flag_${each.flag as "staff"}`)}</span></td>
              <td>
                {by(each.by)}
                {each.note && <small>{each.note}</small>}
              </td>
              <td data-number>{format.date(each.at)}</td>
              <td data-number>
                <Button size="compact-xs" variant="default" loading={unmarking.isPending && unmarking.variables === each.customer} onClick={() => unmarking.mutate(each.customer)}>{say("marks.unmark")}</Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Suggested({ suggested }: { suggested: Flags["suggestions"][number] }) {
  const { say } = useTexts();
  const format = useFormat();
  const anew = useEverythingAnew();
  const marking = useMutation({
    mutationFn: () => body(api.PUT("/api/flags/{customer}", { params: { path: { customer: suggested.customer } }, body: { flag: suggested.flag, note: "" } })),
    onSuccess: anew,
  });
  return (
    <li>
      <span className={classes.who}>
        <Link to="/customers/$id" params={{ id: suggested.customer }}>{suggested.label || suggested.customer}</Link>
        <small>{say("customer.events", { count: suggested.events, value: format.number(suggested.events) })}</small>
      </span>
      <p className={classes.because}><Named name={suggested.reason} /></p>
      <Button size="compact-xs" variant="default" loading={marking.isPending} onClick={() => marking.mutate()}>{say(`customer.mark_${suggested.flag}`)}</Button>
      {marking.error && <ErrorNote error={marking.error} />}
    </li>
  );
}
