import { Select } from "@mantine/core";
import type { Plan } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { IDENTIFIERS, type Mapping, type Role, roleOf, usesOf, withRole } from "./mapping";
import { useUseNames } from "./useNames";
import classes from "./wizard.module.css";

const ROLES: Role[] = ["", ...IDENTIFIERS, "trait"];

interface RolesProps {
  columns: Plan["columns"];
  mapping: Mapping;
  change: (mapping: Mapping) => void;
}

/** Column by column: who it names, or what it says about them. */
export function ColumnRoles({ columns, mapping, change }: RolesProps) {
  const { say } = useTexts();
  const format = useFormat();
  const names = useUseNames();
  const data = ROLES.map((role) => ({ value: role || "none", label: names.role(role) }));
  return (
    <fieldset className={classes.field}>
      <legend>{say("import.columns")}</legend>
      <ul className={classes.roleList}>
        {columns.map((column, i) => (
          <li key={`${column.name}${i}`}>
            <div className={classes.column}>
              <strong>{column.name}</strong>
              <span>
                {column.examples.slice(0, 2).join(" · ")}
                {column.empty_share > 0 && <> · {say("import.empty_share", { share: format.percent(column.empty_share, 0) })}</>}
              </span>
            </div>
            <span className={classes.uses}>
              {usesOf(mapping, column.name).map(([event, use]) => (
                <span key={event + use} className={classes.use}>{event}: {names.use(use)}</span>
              ))}
            </span>
            <Select
              size="xs"
              aria-label={say("import.role_of", { column: column.name })}
              data={data}
              value={roleOf(mapping, column.name) || "none"}
              onChange={(role) => change(withRole(mapping, column.name, role === "none" || role === null ? "" : (role as Role)))}
              allowDeselect={false}
              w={150}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
