import { Link, Outlet } from "@tanstack/react-router";
import { IconDatabaseImport, IconLayoutBoard, IconLayoutDashboard, IconMap2, IconUsers, IconZoomQuestion, type Icon } from "@tabler/icons-react";
import { useSession } from "~/kit/session/SessionGate";
import { type TextKey, useTexts } from "~/texts/texts";
import classes from "./Shell.module.css";
import { LanguageSwitch, ThemeSwitch } from "./Switches";

interface Place {
  to: "/" | "/map" | "/explore" | "/boards" | "/customers" | "/data";
  text: TextKey;
  short: TextKey;
  icon: Icon;
}

const GROUPS: { title: TextKey; places: Place[] }[] = [
  {
    title: "shell.understand",
    places: [
      { to: "/", text: "shell.overview", short: "shell.overview", icon: IconLayoutDashboard },
      { to: "/map", text: "shell.map", short: "shell.map_short", icon: IconMap2 },
      { to: "/explore", text: "shell.explore", short: "shell.explore", icon: IconZoomQuestion },
      { to: "/boards", text: "shell.boards", short: "shell.boards_short", icon: IconLayoutBoard },
      { to: "/customers", text: "shell.customers", short: "shell.customers", icon: IconUsers },
    ],
  },
  { title: "shell.data_group", places: [{ to: "/data", text: "shell.data", short: "shell.data", icon: IconDatabaseImport }] },
];

/** The frame of every page: navigation at the left, at the bottom on a phone. */
export function Shell() {
  const { say } = useTexts();
  const session = useSession();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">{say("shell.skip")}</a>
      <header className={classes.side} data-mantine-color-scheme-fixed="dark">
        <div className={classes.brand}>
          <img src="/wend.svg" alt="" width={26} height={26} />
          <span>Wend</span>
          <small title={say("shell.workspace")}>{session.workspace}</small>
        </div>
        <nav className={classes.nav} aria-label={say("shell.navigation")}>
          {GROUPS.map((group) => (
            <div key={group.title} className={classes.group}>
              <span className={classes.title}>{say(group.title)}</span>
              {group.places.map(({ to, text, short, icon: Sign }) => (
                <Link key={to} to={to} className={classes.link} activeOptions={{ exact: to === "/", includeSearch: false }} activeProps={{ "aria-current": "page" }}>
                  <Sign size={18} stroke={1.8} aria-hidden="true" />
                  <span className={classes.long}>{say(text)}</span>
                  <span className={classes.short} aria-hidden="true">{say(short)}</span>
                </Link>
              ))}
            </div>
          ))}
        </nav>
        <div className={classes.foot}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="content" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
