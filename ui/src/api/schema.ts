// Generated from the OpenAPI document by `npm run api`. Do not edit.

export interface paths {
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit
         * @description The newest entries of the audit log; `before` continues below a sequence number.
         */
        get: operations["audit_api_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Catalogue
         * @description Every event name with its volume, channels, properties and the touchpoints that cover it.
         */
        get: operations["catalogue_api_catalogue_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Customers whose number, e-mail, phone or trait contains the words; without words, those seen last.
         */
        get: operations["search_api_customers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Profile
         * @description One person as of this moment: identifiers and why they belong together, traits with who said them, stage history,
         *     and the newest events. Any identifier will do, with its kind or as people write it.
         */
        get: operations["profile_api_customers__customer__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports
         * @description Imports of this server run, newest first.
         */
        get: operations["imports_api_imports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Progress
         * @description How far an import is.
         */
        get: operations["progress_api_imports__job__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Keys
         * @description Every key that was ever made, the newest first; never the key itself.
         */
        get: operations["keys_api_keys_get"];
        put?: never;
        /**
         * Create
         * @description A secret key, shown this once. Write keys are made at their source.
         */
        post: operations["create_api_keys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{key}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke
         * @description End a key at once and for good.
         */
        post: operations["revoke_api_keys__key__revoke_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{key}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate
         * @description A successor, shown this once; the old key goes on working for a while.
         */
        post: operations["rotate_api_keys__key__rotate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Journey Map
         * @description The current-state map, drawn from the log for this selection, without its obstacles: those take longer.
         */
        get: operations["journey_map_api_map_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Choices
         * @description What the pickers of segment, period, channel and stage set offer.
         */
        get: operations["choices_api_map_choices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Behind
         * @description The customers behind one number of the map.
         */
        get: operations["behind_api_map_customers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/export.{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description The same map as a file.
         */
        get: operations["export_api_map_export__form__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/obstacles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Obstacles
         * @description The obstacles lane of the same map; the first search of a selection may take seconds.
         */
        get: operations["obstacles_api_map_obstacles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/obstacles/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Evidence
         * @description Why one obstacle is believed: groups compared, quotes, what they did next.
         */
        get: operations["evidence_api_map_obstacles__key__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Overview
         * @description Customers by stage, movement, worst obstacle, feeling by month.
         */
        get: operations["overview_api_overview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Planned
         * @description The plan of this workspace.
         */
        get: operations["planned_api_plan_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description Hold the whole log against the plan, and count anew.
         */
        post: operations["check_api_plan_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events
         * @description Every event, planned or not: volume, first and last seen, what differs, who uses it.
         */
        get: operations["events_api_plan_events_get"];
        /**
         * Expect
         * @description Add an event to the plan, or change what is expected of it.
         */
        put: operations["expect_api_plan_events_put"];
        post?: never;
        /**
         * Unexpect
         * @description Take an event out of the plan.
         */
        delete: operations["unexpect_api_plan_events_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Load
         * @description Make a document the whole plan.
         */
        post: operations["load_api_plan_load_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose
         * @description A first plan drafted from the log; nothing is saved.
         */
        post: operations["propose_api_plan_propose_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting
         * @description Rows that could not be used, and why.
         */
        get: operations["waiting_api_quarantine_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss
         * @description Set the waiting rows aside for good.
         */
        post: operations["dismiss_api_quarantine_dismiss_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay
         * @description Try the waiting rows again, under a mended mapping when one is given.
         */
        post: operations["replay_api_quarantine_replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask
         * @description The answer, in the shape that `wend ask QUESTION --json` prints.
         */
        post: operations["ask_api_questions__question__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who
         * @description Whether the cookie that came with this request is a session.
         */
        get: operations["who_api_session_get"];
        put?: never;
        /**
         * Sign In
         * @description Exchange the one-time token for a session (idle 12 hours).
         */
        post: operations["sign_in_api_session_post"];
        /**
         * Sign Out
         * @description End the session on the server and in the browser.
         */
        delete: operations["sign_out_api_session_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sources
         * @description Every source with the volume of its last 24 hours.
         */
        get: operations["sources_api_sources_get"];
        put?: never;
        /**
         * Add
         * @description Add a source over HTTP, with a first write key (shown this once) and the code to paste.
         */
        post: operations["add_api_sources_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page
         * @description One source: seven days hour by hour, its keys, why events are in quarantine, and the code to paste.
         */
        get: operations["page_api_sources__source__get"];
        /**
         * Change
         * @description Rename a source, turn it on or off, or change what it knows.
         */
        put: operations["change_api_sources__source__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/arriving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Arriving
         * @description The newest events of the source: taken, or held back with the reason.
         */
        get: operations["arriving_api_sources__source__arriving_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Key
         * @description A further write key of the source, shown this once.
         */
        post: operations["add_key_api_sources__source__keys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stage-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stage Sets
         * @description The stage sets of this workspace, the suggested one first.
         */
        get: operations["stage_sets_api_stage_sets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stage-sets/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Stage Set
         * @description Add or change a stage set; its version grows by one.
         */
        put: operations["save_stage_set_api_stage_sets__key__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stage-sets/{key}/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose Stage Set
         * @description Make this the set that maps are drawn with when none is named.
         */
        post: operations["choose_stage_set_api_stage_sets__key__choose_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stage-sets/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Stage Set
         * @description Where customers would stand with this set, beside today's.
         */
        post: operations["preview_stage_set_api_stage_sets_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/touchpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description The registry in the order in which rules are tried.
         */
        get: operations["listed_api_touchpoints_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/touchpoints/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save
         * @description Add or change a touchpoint; the answer is the whole registry.
         */
        put: operations["save_api_touchpoints__key__put"];
        post?: never;
        /**
         * Remove
         * @description Take a touchpoint out; its events become uncovered or fall to the next rule.
         */
        delete: operations["remove_api_touchpoints__key__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/touchpoints/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description What this rule would cover.
         */
        post: operations["preview_api_touchpoints_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload
         * @description Take files in, look at them, and propose how they become events. Nothing is imported yet.
         */
        post: operations["upload_api_uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{upload}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description What the first rows become under an edited mapping, and what is wrong with it.
         */
        post: operations["check_api_uploads__upload__check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{upload}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start
         * @description Start the import; ask for its state at `/api/imports/{id}`.
         */
        post: operations["start_api_uploads__upload__import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccountOf
         * @description An account the person belongs to.
         */
        AccountOf: {
            /** Account */
            account: string;
            /** Label */
            label: string;
            /** Since */
            since: number;
            /** Source */
            source: string;
        };
        /**
         * AddedSource
         * @description A source that was just added, and its first key.
         */
        AddedSource: {
            made: components["schemas"]["MadeKey"];
            source: components["schemas"]["SourceLine"];
        };
        /**
         * Arriving
         * @description The newest events of a source, the newest first.
         */
        Arriving: {
            /** Events */
            events: components["schemas"]["ArrivingEvent"][];
        };
        /**
         * ArrivingEvent
         * @description One event that came in a moment ago. `who` is masked; `reason` is why it is in quarantine.
         */
        ArrivingEvent: {
            /** At */
            at: number;
            /** Event */
            event: string;
            /**
             * Fate
             * @enum {string}
             */
            fate: "accepted" | "quarantined";
            reason: components["schemas"]["Name"] | null;
            /** Who */
            who: string;
        };
        /**
         * Asked
         * @description A question's parameters by name, as on the command line: {"steps": "a > b", "within": "7d"}.
         */
        Asked: {
            /**
             * Over
             * @default events
             * @enum {string}
             */
            over: "events" | "touchpoints";
            /**
             * Params
             * @default {}
             */
            params: {
                [key: string]: string;
            };
        };
        /**
         * AuditEntry
         * @description One row of the audit log; `at` is epoch seconds, `details` pairs of names and JSON values as text.
         */
        AuditEntry: {
            /** At */
            at: number;
            /** Details */
            details: string[][];
            /** Hash */
            hash: string;
            /** Sequence */
            sequence: number;
            /** Subject */
            subject: string;
            /** What */
            what: string;
            /** Who */
            who: string;
        };
        /**
         * BadRowLine
         * @description One row in quarantine: where it stood, why it could not be used, and what it held.
         */
        BadRowLine: {
            /** File */
            file: string;
            /** Id */
            id: string;
            /** Line */
            line: number;
            next: components["schemas"]["Name"];
            reason: components["schemas"]["Name"];
            /** Row */
            row: string[][];
        };
        /**
         * Behind
         * @description How to open the customers behind a number.
         *
         *     `kind` and its places, understood by `maps.facade.customers_behind`.
         */
        Behind: {
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "stage" | "step" | "touchpoint" | "obstacle" | "feeling" | "slowing" | "left" | "transition";
            /**
             * Stage
             * @default
             */
            stage: string;
        };
        /** Body_upload_api_uploads_post */
        Body_upload_api_uploads_post: {
            /** Files */
            files: string[];
        };
        /**
         * CataloguePage
         * @description The event catalogue with its coverage.
         */
        CataloguePage: {
            /** Covered Share */
            covered_share: number;
            /** Customers */
            customers: number;
            /** Events */
            events: number;
            /** Rows */
            rows: components["schemas"]["CatalogueRow"][];
        };
        /**
         * CatalogueRow
         * @description One event name: how often, by whom, when, where, and which touchpoint covers it.
         */
        CatalogueRow: {
            /** Channels */
            channels: components["schemas"]["ChannelChoice"][];
            /** Covered */
            covered: number;
            /** Customers */
            customers: number;
            /** Event */
            event: string;
            /** Events */
            events: number;
            /** First At */
            first_at: number;
            /** Last At */
            last_at: number;
            /** Properties */
            properties: string[];
            /** Ratings */
            ratings: number;
            /** Touchpoints */
            touchpoints: string[];
        };
        /**
         * ChangedSource
         * @description What may change of a source; what is left out stays.
         */
        ChangedSource: {
            /** Channel */
            channel?: string | null;
            /** Country */
            country?: string | null;
            /** Currency */
            currency?: string | null;
            /** Name */
            name?: string | null;
            /** Origins */
            origins?: string[] | null;
            /** State */
            state?: ("on" | "off") | null;
        };
        /**
         * ChannelChoice
         * @description A channel and how many events it carries.
         */
        ChannelChoice: {
            /** Channel */
            channel: string;
            /** Events */
            events: number;
        };
        /**
         * ChannelCount
         * @description How many of the person's events came over one channel.
         */
        ChannelCount: {
            /** Channel */
            channel: string;
            /** Events */
            events: number;
        };
        /**
         * CheckedLog
         * @description What a look over the whole log found.
         */
        CheckedLog: {
            /** Events */
            events: number;
            page: components["schemas"]["EventsPage"];
            /** Planned */
            planned: number;
            /** Violations */
            violations: number;
        };
        /**
         * Choices
         * @description What the pickers offer; `currency` is the one that most amounts of the log are in.
         */
        Choices: {
            /** Channels */
            channels: components["schemas"]["ChannelChoice"][];
            /** Currency */
            currency: string;
            /** Customers */
            customers: number;
            /** Events */
            events: number;
            /** From At */
            from_at: number;
            /** Log Version */
            log_version: string;
            /** Stage Sets */
            stage_sets: components["schemas"]["StageSetChoice"][];
            /** To At */
            to_at: number;
            /** Traits */
            traits: components["schemas"]["TraitChoice"][];
        };
        /**
         * Comparison
         * @description One bar of evidence: a group, its figure and its size.
         */
        Comparison: {
            figure: components["schemas"]["Interval"];
            /** Hit */
            hit: boolean;
            label: components["schemas"]["Name"];
        };
        /**
         * Complaint
         * @description A reason for which events of the source are in quarantine: in words, what to do, how many, the newest.
         */
        Complaint: {
            /** Events */
            events: number;
            /** Newest At */
            newest_at: number;
            next: components["schemas"]["Name"];
            /** Reason */
            reason: string;
            said: components["schemas"]["Name"];
        };
        /**
         * ComputedValue
         * @description A computed trait of one person: the value as a number or text, and as people read it. None: nothing to tell.
         */
        ComputedValue: {
            /** Name */
            name: string;
            title: components["schemas"]["Name"];
            /** Value */
            value: number | string | null;
        };
        /**
         * CustomerPage
         * @description A page of customers; `total` counts all that fit, `next_offset` is None on the last page.
         */
        CustomerPage: {
            /** Next Offset */
            next_offset: number | null;
            /** Rows */
            rows: components["schemas"]["CustomerRow"][];
            /** Total */
            total: number;
        };
        /**
         * CustomerProfile
         * @description One person: who, which identifiers and why, traits, stages with dates, and the newest events first.
         *
         *     `traits` are the chosen values, `trait_history` everything behind them. `recent` counts the events that are so new
         *     that lists and maps do not have them yet. `next_cursor` leads to older events of the timeline.
         */
        CustomerProfile: {
            /** Accounts */
            accounts: components["schemas"]["AccountOf"][];
            /** Channels */
            channels: components["schemas"]["ChannelCount"][];
            /** Computed */
            computed: components["schemas"]["ComputedValue"][];
            /** Consents */
            consents: components["schemas"]["Standing"][];
            /** Customer */
            customer: string;
            /** Events */
            events: number;
            /** First At */
            first_at: number;
            /** Flag */
            flag: string;
            /** Identifiers */
            identifiers: string[];
            /** Known */
            known: components["schemas"]["KnownIdentifier"][];
            /** Label */
            label: string;
            /** Last At */
            last_at: number;
            /** Links */
            links: components["schemas"]["IdentityLink"][];
            /** Money */
            money: (string | number)[][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Recent */
            recent: number;
            /** Stage */
            stage: string;
            stage_name: components["schemas"]["Name"];
            /** Stages */
            stages: components["schemas"]["StageSpan"][];
            /**
             * State
             * @enum {string}
             */
            state: "active" | "slowing" | "left";
            /** Timeline */
            timeline: components["schemas"]["TimelineEvent"][];
            /** Trait History */
            trait_history: components["schemas"]["Trait"][];
            /** Traits */
            traits: string[][];
        };
        /**
         * CustomerRow
         * @description One line of a list of customers. `flag` is empty for a real customer; `conflict`: their names disagree on a
         *     trait; `computed` holds the columns that were asked for, as texts.
         */
        CustomerRow: {
            /**
             * Computed
             * @default []
             */
            computed: string[][];
            /**
             * Conflict
             * @default false
             */
            conflict: boolean;
            /** Customer */
            customer: string;
            /** Events */
            events: number;
            /** First At */
            first_at: number;
            /**
             * Flag
             * @default
             */
            flag: string;
            /** Label */
            label: string;
            /** Last At */
            last_at: number;
            /**
             * Stage
             * @default
             */
            stage: string;
            stage_name?: components["schemas"]["Name"] | null;
            /**
             * State
             * @default active
             * @enum {string}
             */
            state: "active" | "slowing" | "left";
            /** Traits */
            traits: string[][];
        };
        /**
         * Draft
         * @description A mapping as edited: the TOML text, and the file it is meant for (empty = the main one).
         */
        Draft: {
            /**
             * File
             * @default
             */
            file: string;
            /**
             * Toml
             * @default
             */
            toml: string;
        };
        /**
         * EventLine
         * @description One event: what is planned (null when it is not), what came, what differs, who uses it.
         *
         *     An event that is planned and never came has no times.
         */
        EventLine: {
            /** Channels */
            channels: components["schemas"]["ChannelChoice"][];
            /** Customers */
            customers: number;
            /** Event */
            event: string;
            /** Events */
            events: number;
            /** Findings */
            findings: components["schemas"]["Violation"][];
            /** First At */
            first_at: number | null;
            /** Last At */
            last_at: number | null;
            planned: components["schemas"]["ExpectedEvent"] | null;
            /** Properties */
            properties: string[];
            used_by: components["schemas"]["EventUse"];
            /** Violations */
            violations: number;
        };
        /**
         * EventPlanPage
         * @description The plan: its events, and the whole as the TOML that `wend plan load` reads.
         */
        EventPlanPage: {
            /** Events */
            events: components["schemas"]["ExpectedEvent"][];
            /** Toml */
            toml: string;
        };
        /**
         * EventRule
         * @description Which events belong.
         *
         *     Any of these names, on any of these channels (none named = every channel), and every property test holds.
         */
        EventRule: {
            /**
             * Channels
             * @default []
             */
            channels: string[];
            /** Events */
            events: string[];
            /**
             * Where
             * @default []
             */
            where: components["schemas"]["PropertyTest"][];
        };
        /**
         * EventsPage
         * @description Every event of the log and of the plan, most frequent first; `has_plan` is false until something is planned.
         */
        EventsPage: {
            /** Has Plan */
            has_plan: boolean;
            /** Lines */
            lines: components["schemas"]["EventLine"][];
            /** Planned */
            planned: number;
            /** Unplanned */
            unplanned: number;
            /** Violations */
            violations: number;
        };
        /**
         * EventUse
         * @description Who uses an event: touchpoints, stages by their rules (key `set/stage`), and the maps it is drawn on.
         */
        EventUse: {
            /** Maps */
            maps: components["schemas"]["NamedUse"][];
            /** Stages */
            stages: components["schemas"]["NamedUse"][];
            /** Touchpoints */
            touchpoints: components["schemas"]["NamedUse"][];
        };
        /**
         * Evidence
         * @description What the drawer shows of one obstacle.
         *
         *     Comparisons, quotes, what they did next against the others, and who they are.
         */
        Evidence: {
            /** Breakdown */
            breakdown: components["schemas"]["Comparison"][];
            method: components["schemas"]["Name"];
            /** Next Steps */
            next_steps: components["schemas"]["Comparison"][];
            obstacle: components["schemas"]["Obstacle"];
            /** Quotes */
            quotes: components["schemas"]["Quote"][];
            /**
             * Related
             * @default []
             */
            related: components["schemas"]["Comparison"][];
        };
        /**
         * ExpectedEvent
         * @description One event of the plan. `owner` is the person or team that answers for it.
         */
        ExpectedEvent: {
            /**
             * Description En
             * @default
             */
            description_en: string;
            /**
             * Description Vi
             * @default
             */
            description_vi: string;
            /** Event */
            event: string;
            /**
             * Owner
             * @default
             */
            owner: string;
            /**
             * Properties
             * @default []
             */
            properties: components["schemas"]["ExpectedProperty"][];
        };
        /**
         * ExpectedProperty
         * @description One property of an event. `name` may go into objects with dots (`address.city`); no `allowed` = any value.
         */
        ExpectedProperty: {
            /**
             * Allowed
             * @default []
             */
            allowed: string[];
            /**
             * Description En
             * @default
             */
            description_en: string;
            /**
             * Description Vi
             * @default
             */
            description_vi: string;
            /** Name */
            name: string;
            /**
             * Required
             * @default false
             */
            required: boolean;
            /**
             * Type
             * @default text
             * @enum {string}
             */
            type: "text" | "number" | "integer" | "boolean" | "time" | "money" | "list" | "object";
        };
        /**
         * Feeling
         * @description One point of the feeling curve.
         *
         *     `levels` counts answers from very negative to very positive; `weak` marks n below 10.
         */
        Feeling: {
            behind: components["schemas"]["Behind"];
            expectation: components["schemas"]["Interval"] | null;
            experience: components["schemas"]["Interval"] | null;
            /** Levels */
            levels: number[];
            /** Stage */
            stage: string;
            /** Touchpoint */
            touchpoint: string;
            /** Weak */
            weak: boolean;
        };
        /**
         * FrequentStep
         * @description What customers do in a stage: an event or touchpoint and how many of the stage's customers did it.
         */
        FrequentStep: {
            /** Customers */
            customers: number;
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
            /** Share */
            share: number;
        };
        /**
         * HourVolume
         * @description What came in during the hour that began at `hour`.
         */
        HourVolume: {
            /** Hour */
            hour: number;
            volume: components["schemas"]["Volume"];
        };
        /**
         * IdentityLink
         * @description Why two identifiers are one person: something we read (`evidence`), or what somebody decided (`decision`).
         *
         *     `number` is the one to undo it by.
         */
        IdentityLink: {
            /** A */
            a: string;
            /** At */
            at: number;
            /** B */
            b: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "evidence" | "decision";
            /** Number */
            number: number;
            reason: components["schemas"]["Name"];
            /** Source */
            source: string;
        };
        /**
         * Interval
         * @description A value with its 95 % interval and the number of answers or customers under it.
         *
         *     `method`: wilson, t, adjusted-wald, bootstrap.
         */
        Interval: {
            /** High */
            high: number;
            /** Low */
            low: number;
            /** Method */
            method: string;
            /** N */
            n: number;
            /** Value */
            value: number;
        };
        /**
         * Job
         * @description An import at work. `total_bytes` is 0 until it is known.
         */
        Job: {
            /** Added */
            added: number;
            /** Bytes */
            bytes: number;
            error: components["schemas"]["Name"] | null;
            /** Files */
            files: string[];
            /** Id */
            id: string;
            next: components["schemas"]["Name"] | null;
            /** Quarantined */
            quarantined: number;
            /** Repeated */
            repeated: number;
            /** Rows */
            rows: number;
            /** Rows Per Second */
            rows_per_second: number;
            /** Seconds Left */
            seconds_left: number | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed";
            /** Total Bytes */
            total_bytes: number;
        };
        /**
         * JourneyMap
         * @description A current-state map, drawn from the log.
         */
        JourneyMap: {
            /** Channels */
            channels: string[];
            /** Covered Share */
            covered_share: number;
            /** Customers */
            customers: number;
            /** Events */
            events: number;
            /** Feelings */
            feelings: components["schemas"]["Feeling"][];
            /** Obstacles */
            obstacles: components["schemas"]["Obstacle"][];
            provenance: components["schemas"]["Provenance"];
            /** Stage Set */
            stage_set: string;
            /** Stages */
            stages: components["schemas"]["MapStage"][];
            title: components["schemas"]["Name"];
            /** Touchpoints */
            touchpoints: components["schemas"]["MapTouchpoint"][];
        };
        /**
         * Key
         * @description A key as it may be shown: all but the key itself. Times are epoch seconds; an `ending` key has an end set.
         */
        Key: {
            /** Created At */
            created_at: number;
            /** Expires At */
            expires_at: number | null;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "write" | "secret";
            /** Name */
            name: string;
            /** Revoked At */
            revoked_at: number | null;
            /** Scopes */
            scopes: ("collect:protected" | "profiles:read" | "profiles:write" | "people:decide" | "data:read" | "data:erase" | "admin")[];
            /** Source */
            source: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "live" | "ending" | "expired" | "revoked";
            /** Used At */
            used_at: number | null;
        };
        /**
         * KeyName
         * @description What people call the key; empty = as the source.
         */
        KeyName: {
            /**
             * Name
             * @default
             */
            name: string;
        };
        /**
         * KnownIdentifier
         * @description One identifier of the person, with what came under it. Times are None where nothing came.
         */
        KnownIdentifier: {
            /** Events */
            events: number;
            /** First At */
            first_at: number | null;
            /** Identifier */
            identifier: string;
            /** Kind */
            kind: string;
            /** Last At */
            last_at: number | null;
            /** Value */
            value: string;
        };
        /**
         * ListedStageSet
         * @description A stage set with the reasons for its rules in words; `suggested` marks the one that maps are drawn with.
         */
        ListedStageSet: {
            /** Said */
            said: components["schemas"]["SaidStage"][];
            stage_set: components["schemas"]["StageSet"];
            /** Suggested */
            suggested: boolean;
        };
        /**
         * ListedTouchpoint
         * @description A touchpoint with the reasons for it in words, and what its rule takes after all rules before it.
         */
        ListedTouchpoint: {
            /** Customers */
            customers: number;
            /** Events */
            events: number;
            /** Said */
            said: components["schemas"]["Name"][];
            touchpoint: components["schemas"]["Touchpoint"];
        };
        /**
         * MadeKey
         * @description A key that was just made, shown this once, and for a write key the code to paste with it.
         */
        MadeKey: {
            key: components["schemas"]["NewKey"];
            /** Snippets */
            snippets: components["schemas"]["Snippet"][];
        };
        /**
         * MapStage
         * @description One column of the map.
         */
        MapStage: {
            behind: components["schemas"]["Behind"];
            /** Customers */
            customers: number;
            data: components["schemas"]["StageData"];
            /** Here Now */
            here_now: number;
            /** Left */
            left: number;
            /** Median Seconds */
            median_seconds: number | null;
            /** Metrics */
            metrics: components["schemas"]["Metric"][];
            name: components["schemas"]["Name"];
            next_share: components["schemas"]["Interval"] | null;
            /** P90 Seconds */
            p90_seconds: number | null;
            /** Slowing */
            slowing: number;
            /** Stage */
            stage: string;
            /** Steps */
            steps: components["schemas"]["FrequentStep"][];
        };
        /**
         * MapTouchpoint
         * @description A touchpoint as seen in one stage.
         */
        MapTouchpoint: {
            behind: components["schemas"]["Behind"];
            /** Channel */
            channel: string;
            /** Customers */
            customers: number;
            /** Events */
            events: number;
            feeling: components["schemas"]["Interval"] | null;
            name: components["schemas"]["Name"];
            /** Repeats */
            repeats: number;
            /** Stage */
            stage: string;
            /** Touchpoint */
            touchpoint: string;
            trend: components["schemas"]["Trend"];
        };
        /**
         * Mended
         * @description A mended mapping as TOML; empty means each import's own.
         */
        Mended: {
            /**
             * Toml
             * @default
             */
            toml: string;
        };
        /**
         * Metric
         * @description One named figure of a stage.
         */
        Metric: {
            figure: components["schemas"]["Interval"] | null;
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
            /**
             * Unit
             * @enum {string}
             */
            unit: "share" | "seconds" | "score" | "count" | "money";
            /** Value */
            value: number;
        };
        /**
         * MonthFeeling
         * @description How customers felt in one month (UTC); `weak` marks fewer than ten answers.
         */
        MonthFeeling: {
            feeling: components["schemas"]["Interval"] | null;
            /** Starts At */
            starts_at: number;
            /** Weak */
            weak: boolean;
        };
        /**
         * Movement
         * @description Customers who went from one stage to another in the last `days` days, and in as many days before.
         */
        Movement: {
            /** Before */
            before: number;
            behind: components["schemas"]["Behind"];
            /** Customers */
            customers: number;
            /** Source */
            source: string;
            /** Target */
            target: string;
        };
        /**
         * Name
         * @description What people call a thing. A missing language falls back to the other.
         */
        Name: {
            /** En */
            en: string;
            /** Vi */
            vi: string;
        };
        /**
         * NamedUse
         * @description Something that uses an event.
         */
        NamedUse: {
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
        };
        /**
         * NewKey
         * @description A key that was just made: `key` is its text, shown this once.
         */
        NewKey: {
            /** Id */
            id: string;
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "write" | "secret";
            /** Name */
            name: string;
            /** Scopes */
            scopes: ("collect:protected" | "profiles:read" | "profiles:write" | "people:decide" | "data:read" | "data:erase" | "admin")[];
            /** Source */
            source: string | null;
        };
        /**
         * NewSecretKey
         * @description A secret key and what it may do.
         */
        NewSecretKey: {
            /** Name */
            name: string;
            /** Scopes */
            scopes: ("collect:protected" | "profiles:read" | "profiles:write" | "people:decide" | "data:read" | "data:erase" | "admin")[];
        };
        /**
         * NewSource
         * @description A source over HTTP. `origins` are the sites that may send from browsers; none = every site.
         */
        NewSource: {
            /**
             * Channel
             * @default
             */
            channel: string;
            /**
             * Country
             * @default
             */
            country: string;
            /**
             * Currency
             * @default
             */
            currency: string;
            /** Name */
            name: string;
            /**
             * Origins
             * @default []
             */
            origins: string[];
        };
        /**
         * Obstacle
         * @description A drop-off or delay that matters: those who were hit against comparable customers who were not.
         *
         *     `effect` is hit minus not hit in the units of `outcome` (rating: points on −2…+2; next_step, return, stay: share;
         *     money: minor units a customer), with its 95 %
         *     interval; `p_adjusted` holds after correction for all `tests` comparisons made. `began`/`ended` are set when it is
         *     a matter of time, `group` when it strikes
         *     one group only (for example `province = Nghệ An`).
         */
        Obstacle: {
            /** At Risk */
            at_risk: number;
            /** Began */
            began: number | null;
            behind: components["schemas"]["Behind"];
            /** Comparisons */
            comparisons: components["schemas"]["Comparison"][];
            /** Customers */
            customers: number;
            /** Effect */
            effect: number;
            /** Ended */
            ended: number | null;
            /** Group */
            group: string;
            /** High */
            high: number;
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "late" | "slow" | "dropoff" | "repeat" | "order" | "incident" | "encounter" | "slowing";
            /** Low */
            low: number;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "rating" | "next_step" | "return" | "stay" | "money";
            /** P Adjusted */
            p_adjusted: number;
            /** Share */
            share: number;
            /** Stage */
            stage: string;
            /** Tests */
            tests: number;
            title: components["schemas"]["Name"];
            /** Touchpoint */
            touchpoint: string;
            /** Weight */
            weight: number;
        };
        /**
         * Overview
         * @description One page. `worst` is the obstacle of greatest weight; `fresh_at` the newest event; shares are 0 … 1.
         */
        Overview: {
            /** Covered Share */
            covered_share: number;
            /** Customers */
            customers: number;
            /** Events */
            events: number;
            /** Feelings */
            feelings: components["schemas"]["MonthFeeling"][];
            /** Fresh At */
            fresh_at: number;
            /** Left */
            left: number;
            /** Movement */
            movement: components["schemas"]["Movement"][];
            /** Movement Days */
            movement_days: number;
            /** Obstacles */
            obstacles: number;
            provenance: components["schemas"]["Provenance"];
            /** Resumed */
            resumed: number;
            /** Returned */
            returned: number;
            /** Slowing */
            slowing: number;
            /** Stage Set */
            stage_set: string;
            /** Stages */
            stages: components["schemas"]["StageNow"][];
            worst: components["schemas"]["Obstacle"] | null;
        };
        /**
         * Plan
         * @description How uploaded files would be imported: the first rows, the mapping as text, why, and what the rows become.
         */
        Plan: {
            /** Columns */
            columns: components["schemas"]["UploadedColumn"][];
            /** Events */
            events: components["schemas"]["PlannedEvent"][];
            /** File */
            file: string;
            /** Files */
            files: string[];
            /** Problems */
            problems: components["schemas"]["PlannedProblem"][];
            /** Questions */
            questions: components["schemas"]["Name"][];
            /** Reasons */
            reasons: components["schemas"]["PlannedReason"][];
            /** Rows */
            rows: string[][];
            /** Toml */
            toml: string;
            /** Upload */
            upload: string;
        };
        /**
         * PlannedEvent
         * @description An event that the rows of the preview become, in the order of the rows; `at` is ISO 8601 in UTC.
         */
        PlannedEvent: {
            /** Amount */
            amount: number | null;
            /** At */
            at: string;
            /** Channel */
            channel: string;
            /** Currency */
            currency: string | null;
            /** Event */
            event: string;
            /** Line */
            line: number;
            /** Rating */
            rating: number | null;
            /** Subject */
            subject: string;
        };
        /**
         * PlannedProblem
         * @description What is wrong with the mapping, or with rows of the preview.
         */
        PlannedProblem: {
            /** Code */
            code: string;
            /** Line */
            line: number | null;
            message: components["schemas"]["Name"];
            next: components["schemas"]["Name"];
        };
        /**
         * PlannedReason
         * @description Why a part of the mapping is proposed.
         */
        PlannedReason: {
            /** Confidence */
            confidence: number;
            /** Place */
            place: string;
            text: components["schemas"]["Name"];
        };
        /**
         * PlanText
         * @description A plan as TOML.
         */
        PlanText: {
            /** Toml */
            toml: string;
        };
        /**
         * Problem
         * @description What went wrong, why, and what to do next, in the language that was asked for.
         */
        Problem: {
            /** Cause */
            cause: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Next */
            next: string;
            /** Retry */
            retry: boolean;
        };
        /**
         * PropertyTest
         * @description A statement about one property of one event.
         *
         *     Compared as text, or as numbers for at_least / at_most. Missing never fits but for `absent` and `is_not`.
         */
        PropertyTest: {
            /**
             * Operator
             * @enum {string}
             */
            operator: "is" | "is_not" | "contains" | "at_least" | "at_most" | "present" | "absent";
            /** Property */
            property: string;
            /**
             * Value
             * @default
             */
            value: string;
        };
        /**
         * Provenance
         * @description Where a number comes from: the question asked, over which events, and when.
         */
        Provenance: {
            /** Computed At */
            computed_at: number;
            /** From At */
            from_at: number;
            /** Log Version */
            log_version: string;
            /** Question */
            question: string;
            /** To At */
            to_at: number;
        };
        /**
         * QuarantinePage
         * @description Rows in quarantine, newest import first, and the reasons with their counts.
         */
        QuarantinePage: {
            /** Next Offset */
            next_offset: number | null;
            /** Reasons */
            reasons: components["schemas"]["ReasonCount"][];
            /** Rows */
            rows: components["schemas"]["BadRowLine"][];
            /** Total */
            total: number;
        };
        /**
         * Quote
         * @description What one customer said.
         */
        Quote: {
            /** At */
            at: number;
            /** Customer */
            customer: string;
            /** Rating */
            rating: number | null;
            /** Text */
            text: string;
        };
        /**
         * Reason
         * @description Why Wend proposed a thing: the text key and its places.
         */
        Reason: {
            /** Key */
            key: string;
            /**
             * Places
             * @default []
             */
            places: string[][];
        };
        /**
         * ReasonCount
         * @description How many rows wait for one reason.
         */
        ReasonCount: {
            /** Code */
            code: string;
            reason: components["schemas"]["Name"];
            /** Rows */
            rows: number;
        };
        /**
         * Replayed
         * @description What a replay of the quarantine did.
         */
        Replayed: {
            /** Added */
            added: number;
            /** Still Bad */
            still_bad: number;
        };
        /**
         * Rotation
         * @description How many hours the old key goes on working.
         */
        Rotation: {
            /**
             * Keep Hours
             * @default 168
             */
            keep_hours: number;
        };
        /**
         * RulePreview
         * @description What a touchpoint's rule would cover, and the share of all events covered once it is saved.
         */
        RulePreview: {
            /** Covered Share After */
            covered_share_after: number;
            /** Customers */
            customers: number;
            /** Events */
            events: number;
            /** Warnings */
            warnings: components["schemas"]["Name"][];
        };
        /**
         * SaidStage
         * @description The reasons for one stage's rules in words.
         */
        SaidStage: {
            /** Said */
            said: components["schemas"]["Name"][];
            /** Stage */
            stage: string;
        };
        /**
         * SaidValue
         * @description One value of a trait: who said it (a source), under which identifier, when first and last.
         */
        SaidValue: {
            /** First At */
            first_at: number;
            /** Identifier */
            identifier: string;
            /** Last At */
            last_at: number;
            /** Source */
            source: string;
            /** Times */
            times: number;
            /** Value */
            value: string;
        };
        /**
         * SignedIn
         * @description Whether this browser may act, and where.
         */
        SignedIn: {
            /** Signed In */
            signed_in: boolean;
            /** Timezone */
            timezone: string;
            /** Version */
            version: string;
            /** Workspace */
            workspace: string;
        };
        /**
         * Snippet
         * @description Code to paste: `code` has its comments in the reader's language. `filled` says that the real key is in it.
         */
        Snippet: {
            code: components["schemas"]["Name"];
            /** Filled */
            filled: boolean;
            /** Language */
            language: string;
            /**
             * Platform
             * @enum {string}
             */
            platform: "browser" | "python" | "node" | "curl";
            title: components["schemas"]["Name"];
        };
        /**
         * SourceLine
         * @description One line of the list. `day` is the last 24 hours, `hours` their accepted events hour by hour, the newest last;
         *     `last_at` is None before the first event.
         */
        SourceLine: {
            /** Created At */
            created_at: number;
            day: components["schemas"]["Volume"];
            /** Hours */
            hours: number[];
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "http" | "webhook" | "connector";
            /** Last At */
            last_at: number | null;
            /** Live Keys */
            live_keys: number;
            /** Name */
            name: string;
            /**
             * State
             * @enum {string}
             */
            state: "on" | "off";
        };
        /**
         * SourcePage
         * @description All there is to see about one source; `hours` covers seven days without a gap, the newest last.
         */
        SourcePage: {
            /** Complaints */
            complaints: components["schemas"]["Complaint"][];
            /** Hours */
            hours: components["schemas"]["HourVolume"][];
            /** Keys */
            keys: components["schemas"]["Key"][];
            /** Origins */
            origins: string[];
            /** Snippets */
            snippets: components["schemas"]["Snippet"][];
            source: components["schemas"]["SourceLine"];
            week: components["schemas"]["Volume"];
        };
        /**
         * Stage
         * @description One stage: reached when any of its rules has fired. The first stage of a set needs no rule.
         */
        Stage: {
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
            /**
             * Reasons
             * @default []
             */
            reasons: components["schemas"]["Reason"][];
            /**
             * Rules
             * @default []
             */
            rules: components["schemas"]["StageRule"][];
        };
        /**
         * StageData
         * @description Which data exists in a stage.
         *
         *     Kinds (behaviour, transactions, identity, feelings) with the share of its customers that has each.
         */
        StageData: {
            /** Behaviour */
            behaviour: number;
            /** Feelings */
            feelings: number;
            /** Identity */
            identity: number;
            /** Transactions */
            transactions: number;
        };
        /**
         * StageNow
         * @description Customers who stand in a stage now, and how many of them are silent.
         */
        StageNow: {
            behind: components["schemas"]["Behind"];
            /** Customers */
            customers: number;
            /** Left */
            left: number;
            name: components["schemas"]["Name"];
            /** Share */
            share: number;
            /** Slowing */
            slowing: number;
            /** Stage */
            stage: string;
        };
        /**
         * StagePreview
         * @description Where customers would stand with an edited stage set, beside today's; customers who stand there at the end.
         */
        StagePreview: {
            /** Customers */
            customers: number;
            /** Customers Today */
            customers_today: number;
            name: components["schemas"]["Name"];
            /** Stage */
            stage: string;
        };
        /**
         * StageRule
         * @description Fires at the `at_least`-th time the customer does any of these touchpoints.
         */
        StageRule: {
            /**
             * At Least
             * @default 1
             */
            at_least: number;
            /** Touchpoints */
            touchpoints: string[];
        };
        /**
         * StageSet
         * @description Stages in order. A customer stands in the furthest stage any of whose rules has fired.
         *
         *     `slowing_after_days` and `left_after_days` are silences, measured at the moment of asking: the customer keeps the
         *     stage, and is also *slowing down* or *left*; the next event brings them back.
         */
        StageSet: {
            /** Key */
            key: string;
            /**
             * Left After Days
             * @default 180
             */
            left_after_days: number;
            name: components["schemas"]["Name"];
            /**
             * Slowing After Days
             * @default 60
             */
            slowing_after_days: number;
            /** Stages */
            stages: components["schemas"]["Stage"][];
            /**
             * Version
             * @default 1
             */
            version: number;
        };
        /**
         * StageSetChoice
         * @description A stage set that the map can be drawn with; `suggested` marks the one drawn when none is named.
         */
        StageSetChoice: {
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
            /** Suggested */
            suggested: boolean;
        };
        /**
         * StageSpan
         * @description A time spent in one stage; the last one has no end.
         */
        StageSpan: {
            /** Entered At */
            entered_at: number;
            /** Left At */
            left_at: number | null;
            name: components["schemas"]["Name"];
            /** Stage */
            stage: string;
        };
        /**
         * Standing
         * @description Where a person stands on one purpose and channel, and the row of the ledger that decides it.
         *
         *     `proven` is true when that row names the exact wording, the method and a proof. Without any row the state is
         *     `unknown`, which permits no more than `withdrawn` does.
         */
        Standing: {
            /**
             * Channel
             * @enum {string}
             */
            channel: "email" | "sms" | "zalo" | "push" | "call";
            /** Proven */
            proven: boolean;
            /** Purpose */
            purpose: string;
            /** Sequence */
            sequence: number | null;
            /** Since */
            since: number | null;
            /**
             * State
             * @enum {string}
             */
            state: "granted" | "withdrawn" | "unknown";
        };
        /**
         * TimelineEvent
         * @description One event, with the touchpoint it belongs to when one covers it.
         *
         *     `session` numbers the visits of the person (a pause of half an hour begins a new one), `order` is the order the
         *     event speaks of, if any; both are for grouping. `source` is who told us, `came_under` the identifier it came under.
         */
        TimelineEvent: {
            /** About */
            about: string | null;
            /** Amount */
            amount: number | null;
            /** At */
            at: number;
            /** Came Under */
            came_under: string;
            /** Channel */
            channel: string;
            /** Comment */
            comment: string;
            /** Currency */
            currency: string | null;
            /** Event */
            event: string;
            /** Event Id */
            event_id: string;
            /** Expectation */
            expectation: number | null;
            /** Order */
            order: string;
            /** Properties */
            properties: string[][];
            /** Rating */
            rating: number | null;
            /** Received At */
            received_at: number;
            /** Recent */
            recent: boolean;
            /** Session */
            session: number;
            /** Source */
            source: string;
            /** Stage */
            stage: string;
            touchpoint: components["schemas"]["Name"] | null;
            /** Touchpoint Key */
            touchpoint_key: string;
        };
        /**
         * Token
         * @description The one-time token that `wend serve` printed.
         */
        Token: {
            /** Token */
            token: string;
        };
        /**
         * Touchpoint
         * @description One row of the registry.
         *
         *     `stage` is the key of its home stage (a hint for drafting); `begun_by` says who starts the interaction.
         */
        Touchpoint: {
            /**
             * Begun By
             * @default customer
             * @enum {string}
             */
            begun_by: "customer" | "company";
            /** Channel */
            channel: string;
            /**
             * Drafted
             * @default true
             */
            drafted: boolean;
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
            /**
             * Reasons
             * @default []
             */
            reasons: components["schemas"]["Reason"][];
            rule: components["schemas"]["EventRule"];
            /**
             * Stage
             * @default
             */
            stage: string;
        };
        /**
         * Trait
         * @description One trait. `value` is the chosen one and `why` says how it was chosen; `values` holds everything ever said,
         *     newest first; `conflict`: what the identifiers say now is not the same.
         */
        Trait: {
            /** Conflict */
            conflict: boolean;
            /** Name */
            name: string;
            /**
             * Rule
             * @enum {string}
             */
            rule: "newest" | "trusted" | "first";
            /** Value */
            value: string;
            /** Values */
            values: components["schemas"]["SaidValue"][];
            why: components["schemas"]["Name"];
        };
        /**
         * TraitChoice
         * @description A trait that can cut the map, with its most frequent values.
         */
        TraitChoice: {
            /** Name */
            name: string;
            /** Values */
            values: components["schemas"]["TraitValue"][];
        };
        /**
         * TraitValue
         * @description One value of a trait and the customers who have it.
         */
        TraitValue: {
            /** Customers */
            customers: number;
            /** Value */
            value: string;
        };
        /**
         * Trend
         * @description Events per week, oldest first; `starts_at` is the first week's first second.
         */
        Trend: {
            /** Starts At */
            starts_at: number;
            /** Weekly */
            weekly: number[];
        };
        /**
         * UploadedColumn
         * @description One column of an uploaded file; `kind` is the place of the mapping that reads it ("" = a property).
         */
        UploadedColumn: {
            /** Empty Share */
            empty_share: number;
            /** Examples */
            examples: string[];
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /**
         * Violation
         * @description One way in which events differ from the plan, said in words, with its numbers. Times are epoch seconds.
         */
        Violation: {
            /** Count */
            count: number;
            /** First At */
            first_at: number;
            /** Last At */
            last_at: number;
            /**
             * Problem
             * @enum {string}
             */
            problem: "unplanned_event" | "missing" | "wrong_type" | "not_allowed" | "unplanned_property";
            /** Property */
            property: string;
            said: components["schemas"]["Name"];
        };
        /**
         * Volume
         * @description Events that came in. `repeated` had been counted before; `refused` counts whole requests.
         */
        Volume: {
            /**
             * Accepted
             * @default 0
             */
            accepted: number;
            /**
             * Quarantined
             * @default 0
             */
            quarantined: number;
            /**
             * Refused
             * @default 0
             */
            refused: number;
            /**
             * Repeated
             * @default 0
             */
            repeated: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    audit_api_audit_get: {
        parameters: {
            query?: {
                before?: number | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    catalogue_api_catalogue_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CataloguePage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_api_customers_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    profile_api_customers__customer__get: {
        parameters: {
            query?: {
                limit?: number;
                stage_set?: string | null;
            };
            header?: never;
            path: {
                customer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerProfile"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_api_imports_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    progress_api_imports__job__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keys_api_keys_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_api_keys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSecretKey"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_api_keys__key__revoke_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotate_api_keys__key__rotate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rotation"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    journey_map_api_map_get: {
        parameters: {
            query?: {
                /** @description Only these channels. */
                channel?: string[];
                /** @description First second of the period. */
                from_at?: number | null;
                stage_set?: string | null;
                /** @description First second after the period. */
                to_at?: number | null;
                /** @description Only customers with `name=value`. */
                trait?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyMap"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choices_api_map_choices_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Choices"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    behind_api_map_customers_get: {
        parameters: {
            query: {
                /** @description Only these channels. */
                channel?: string[];
                /** @description First second of the period. */
                from_at?: number | null;
                key: string;
                kind: "stage" | "step" | "touchpoint" | "obstacle" | "feeling" | "slowing" | "left" | "transition";
                limit?: number;
                offset?: number;
                stage?: string;
                stage_set?: string | null;
                /** @description First second after the period. */
                to_at?: number | null;
                /** @description Only customers with `name=value`. */
                trait?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_api_map_export__form__get: {
        parameters: {
            query?: {
                /** @description Only these channels. */
                channel?: string[];
                /** @description First second of the period. */
                from_at?: number | null;
                lang?: string | null;
                stage_set?: string | null;
                /** @description First second after the period. */
                to_at?: number | null;
                /** @description Only customers with `name=value`. */
                trait?: string[];
            };
            header?: {
                "accept-language"?: string | null;
            };
            path: {
                form: "json" | "svg" | "png" | "pdf" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    obstacles_api_map_obstacles_get: {
        parameters: {
            query?: {
                /** @description Only these channels. */
                channel?: string[];
                /** @description First second of the period. */
                from_at?: number | null;
                stage_set?: string | null;
                /** @description First second after the period. */
                to_at?: number | null;
                /** @description Only customers with `name=value`. */
                trait?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obstacle"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    evidence_api_map_obstacles__key__get: {
        parameters: {
            query?: {
                /** @description Only these channels. */
                channel?: string[];
                /** @description First second of the period. */
                from_at?: number | null;
                stage_set?: string | null;
                /** @description First second after the period. */
                to_at?: number | null;
                /** @description Only customers with `name=value`. */
                trait?: string[];
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview_api_overview_get: {
        parameters: {
            query?: {
                /** @description Only these channels. */
                channel?: string[];
                /** @description First second of the period. */
                from_at?: number | null;
                stage_set?: string | null;
                /** @description First second after the period. */
                to_at?: number | null;
                /** @description Only customers with `name=value`. */
                trait?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planned_api_plan_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPlanPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_api_plan_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedLog"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    events_api_plan_events_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    expect_api_plan_events_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpectedEvent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unexpect_api_plan_events_delete: {
        parameters: {
            query: {
                event: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    load_api_plan_load_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanText"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_api_plan_propose_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPlanPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waiting_api_quarantine_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinePage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismiss_api_quarantine_dismiss_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay_api_quarantine_replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Mended"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_api_questions__question__post: {
        parameters: {
            query?: {
                /** @description Only these channels. */
                channel?: string[];
                /** @description First second of the period. */
                from_at?: number | null;
                /** @description First second after the period. */
                to_at?: number | null;
                /** @description Only customers with `name=value`. */
                trait?: string[];
            };
            header?: never;
            path: {
                question: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Asked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    who_api_session_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in_api_session_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Token"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out_api_session_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sources_api_sources_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceLine"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_api_sources_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSource"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedSource"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    page_api_sources__source__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_api_sources__source__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedSource"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceLine"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    arriving_api_sources__source__arriving_get: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Arriving"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_key_api_sources__source__keys_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyName"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stage_sets_api_stage_sets_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedStageSet"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_stage_set_api_stage_sets__key__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedStageSet"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choose_stage_set_api_stage_sets__key__choose_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedStageSet"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_stage_set_api_stage_sets_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StagePreview"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listed_api_touchpoints_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedTouchpoint"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_api_touchpoints__key__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Touchpoint"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedTouchpoint"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_api_touchpoints__key__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedTouchpoint"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_api_touchpoints_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Touchpoint"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulePreview"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_api_uploads_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_api_uploads_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_api_uploads__upload__check_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Draft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_api_uploads__upload__import_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Draft"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
