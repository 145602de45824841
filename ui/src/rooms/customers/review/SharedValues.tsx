import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, body } from "~/api/client";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import tables from "~/kit/page/table.module.css";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { Identifier } from "./Identifier";

/** Values that too many people have, such as a shop's own phone: they say nothing about who anybody is. */
export function SharedValues() {
  const { say } = useTexts();
  const format = useFormat();
  const found = useQuery({ queryKey: ["shared-values"], queryFn: ({ signal }) => body(api.GET("/api/people/shared", { params: { query: { limit: 200 } }, signal })) });
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={4} height={40} />;
  const toRules = <Button renderRoot={(props) => <Link {...props} to="/customers" search={{ part: "review", look: "rules" }} />} size="xs" variant="default">{say("review.to_rules")}</Button>;
  if (found.data.length === 0) return <Empty title={say("review.shared_none")} action={toRules}>{say("review.shared_none_next")}</Empty>;
  return (
    <Card title={say("review.look_shared")} hint={say("review.shared_help")} aside={toRules}>
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{say("review.value")}</th>
              <th scope="col" data-number>{say("review.links")}</th>
              <th scope="col">{say("customer.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {found.data.map((each) => (
              <tr key={each.identifier}>
                <th scope="row"><Identifier identifier={each.identifier} /></th>
                <td data-number>{format.number(each.links)}</td>
                <td className={tables.wide}><Named name={each.reason} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
