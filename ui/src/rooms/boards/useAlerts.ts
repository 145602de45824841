import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { Alert, WatchBody } from "~/api/types";

export function useAlerts() {
  return useQuery({ queryKey: ["alerts"], queryFn: ({ signal }) => body(api.GET("/api/alerts", { signal })) });
}

const at = (alert: string) => ({ path: { alert } });

export function useMessages(alert: string) {
  return useQuery({ queryKey: ["alerts", alert, "messages"], queryFn: ({ signal }) => body(api.GET("/api/alerts/{alert}/messages", { params: { ...at(alert), query: { limit: 5 } }, signal })) });
}

/** What the segments are called that alerts are about. */
export function useSegmentNames(wanted: boolean) {
  return useQuery({ queryKey: ["segments"], queryFn: ({ signal }) => body(api.GET("/api/segments", { signal })), enabled: wanted, staleTime: 30_000 });
}

/** Alerts are set, checked, rested and taken away; the list is read anew after each. */
export function useAlerting() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ["alerts"] });
  const create = useMutation({ mutationFn: (given: { name: string; question?: string; segment?: string; watch: WatchBody }) => body(api.POST("/api/alerts", { body: { question: "", segment: "", ...given } })), onSuccess });
  const check = useMutation({ mutationFn: (alert: string) => body(api.POST("/api/alerts/{alert}/check", { params: at(alert) })), onSuccess });
  const rest = useMutation({
    mutationFn: ({ id, name, watch, version }: Alert) => body(api.PUT("/api/alerts/{alert}", { params: at(id), body: { name, version, watch: { ...writable(watch), on: !watch.on } } })),
    onSuccess,
  });
  const change = useMutation({
    mutationFn: ({ alert: { id, watch, version }, name, watch: changed }: { alert: Alert; name: string; watch: Partial<WatchBody> }) => body(api.PUT("/api/alerts/{alert}", { params: at(id), body: { name, version, watch: { ...writable(watch), ...changed } } })),
    onSuccess,
  });
  const renew = useMutation({ mutationFn: (alert: string) => body(api.POST("/api/alerts/{alert}/secret", { params: at(alert) })), onSuccess });
  const remove = useMutation({ mutationFn: (alert: string) => api.DELETE("/api/alerts/{alert}", { params: at(alert) }), onSuccess });
  const again = useMutation({ mutationFn: ({ alert, message }: { alert: string; message: number }) => body(api.POST("/api/alerts/{alert}/messages/{message}/again", { params: { path: { alert, message } } })), onSuccess });
  return { create, check, change, renew, rest, remove, again };
}

function writable({ cell, bounds, ...rest }: Alert["watch"]): WatchBody {
  return { ...rest, cell: { column: cell.column, row: cell.row ?? {} }, bounds };
}
