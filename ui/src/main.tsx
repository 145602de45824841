import "@fontsource/be-vietnam-pro/400.css";
import "@fontsource/be-vietnam-pro/500.css";
import "@fontsource/be-vietnam-pro/600.css";
import "@fontsource/be-vietnam-pro/700.css";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "./kit/theme.css";
import "dayjs/locale/vi";
import { DirectionProvider, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { Refused } from "./api/client";
import { SessionGate } from "./kit/session/SessionGate";
import { theme } from "./kit/theme";
import { router } from "./router";
import { startTexts } from "./texts/texts";

startTexts();

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && !(error instanceof Refused && error.status > 0 && error.status < 500),
    },
  },
});

/** Whoever has a link needs no session. */
const SharedPage = lazy(async () => ({ default: (await import("./rooms/boards/SharedPage")).SharedPage }));

const SharedPersonaPage = lazy(async () => ({ default: (await import("./rooms/personas/SharedPersonaPage")).SharedPersonaPage }));
const SHARED = { "/shared": SharedPage, "/shared/persona": SharedPersonaPage } as const;
const Shared = Object.entries(SHARED).find(([path]) => path === location.pathname)?.[1];

const place = document.getElementById("root");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <DirectionProvider>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <QueryClientProvider client={queries}>
            {Shared ? (
              <Suspense>
                <Shared />
              </Suspense>
            ) : (
              <SessionGate>
                <RouterProvider router={router} />
              </SessionGate>
            )}
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>,
  );
}
