// Generated from the OpenAPI document by `npm run api`. Do not edit.

export interface paths {
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers */
        get: operations["customers_api_customers_get"];
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
        /** Profile */
        get: operations["profile_api_customers__customer__get"];
        put?: never;
        post?: never;
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
        /** Get Map */
        get: operations["get_map_api_map_get"];
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
        /** Choices */
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
        /** Behind */
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
        /** Export */
        get: operations["export_api_map_export__form__get"];
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
        /** Evidence */
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
        /** Overview */
        get: operations["overview_api_overview_get"];
        put?: never;
        post?: never;
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
        /** Session */
        get: operations["session_api_session_get"];
        put?: never;
        /** Start */
        post: operations["start_api_session_post"];
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
         * Behind
         * @description How to open the customers behind a number: `kind` and its places, understood by `maps.facade.customers_behind`.
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
        /** ChannelChoice */
        ChannelChoice: {
            /** Channel */
            channel: string;
            /** Events */
            events: number;
        };
        /** Choices */
        Choices: {
            /** Channels */
            channels: components["schemas"]["ChannelChoice"][];
            /** From At */
            from_at: number;
            /** Stage Sets */
            stage_sets: components["schemas"]["SetChoice"][];
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
         */
        CustomerProfile: {
            /** Customer */
            customer: string;
            /** Events */
            events: number;
            /** First At */
            first_at: number;
            /** Identifiers */
            identifiers: string[];
            /** Label */
            label: string;
            /** Last At */
            last_at: number;
            /** Links */
            links: components["schemas"]["IdentityLink"][];
            /** Money */
            money: (string | number)[][];
            /** Next Offset */
            next_offset: number | null;
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
            /** Traits */
            traits: string[][];
        };
        /**
         * CustomerRow
         * @description One line of a list of customers.
         */
        CustomerRow: {
            /** Customer */
            customer: string;
            /** Events */
            events: number;
            /** First At */
            first_at: number;
            /** Label */
            label: string;
            /** Last At */
            last_at: number;
            /** Traits */
            traits: string[][];
        };
        /**
         * Evidence
         * @description What the drawer shows of one obstacle: comparisons, quotes, what they did next against the others, and who they are.
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
        };
        /**
         * Feeling
         * @description One point of the feeling curve. `levels` counts answers from very negative to very positive; `weak` marks n below 10.
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
        /** FeelingMonth */
        FeelingMonth: {
            /** At */
            at: number;
            figure: components["schemas"]["Interval"] | null;
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
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * IdentityLink
         * @description Why two identifiers are one person.
         */
        IdentityLink: {
            /** A */
            a: string;
            /** B */
            b: string;
            reason: components["schemas"]["Name"];
            /** Source */
            source: string;
        };
        /**
         * Interval
         * @description A value with its 95 % interval and the number of answers or customers under it. `method`: wilson, t, adjusted-wald, bootstrap.
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
        /** Move */
        Move: {
            /** Customers */
            customers: number;
            /** From Stage */
            from_stage: string;
            /** To Stage */
            to_stage: string;
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
         * Obstacle
         * @description A drop-off or delay that matters: those who were hit against comparable customers who were not.
         *
         *     `effect` is hit minus not hit in the units of `outcome` (rating: points on −2…+2; next_step, return, stay: share; money: minor units a customer), with its 95 %
         *     interval; `p_adjusted` holds after correction for all `tests` comparisons made. `began`/`ended` are set when it is a matter of time, `group` when it strikes
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
            kind: "late" | "slow" | "dropoff" | "repeat" | "order" | "incident" | "encounter";
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
        /** Overview */
        Overview: {
            /** As Of */
            as_of: number;
            /** Customers */
            customers: number;
            /** Events */
            events: number;
            /** Feeling Trend */
            feeling_trend: components["schemas"]["FeelingMonth"][];
            /** Left */
            left: number;
            /** Moves */
            moves: components["schemas"]["Move"][];
            /** Returned */
            returned: number;
            /** Slowing */
            slowing: number;
            /** Stages */
            stages: components["schemas"]["OverviewStage"][];
            worst: components["schemas"]["Obstacle"] | null;
        };
        /** OverviewStage */
        OverviewStage: {
            /** Customers */
            customers: number;
            /** Entered */
            entered: number;
            /** Left */
            left: number;
            name: components["schemas"]["Name"];
            /** Slowing */
            slowing: number;
            /** Stage */
            stage: string;
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
        /** SetChoice */
        SetChoice: {
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
        };
        /** SignedIn */
        SignedIn: {
            /** Currency */
            currency: string;
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
         * StageData
         * @description Which data exists in a stage: kinds (behaviour, transactions, identity, feelings) with the share of its customers that has each.
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
         * TimelineEvent
         * @description One event of a customer, with the touchpoint it belongs to when one covers it.
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
            /** Properties */
            properties: string[][];
            /** Rating */
            rating: number | null;
            /** Stage */
            stage: string;
            touchpoint: components["schemas"]["Name"] | null;
        };
        /** Token */
        Token: {
            /** Token */
            token: string;
        };
        /** TraitChoice */
        TraitChoice: {
            /** Name */
            name: string;
            /** Values */
            values: components["schemas"]["ValueChoice"][];
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
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /** ValueChoice */
        ValueChoice: {
            /** Customers */
            customers: number;
            /** Value */
            value: string;
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
    customers_api_customers_get: {
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
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    profile_api_customers__customer__get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
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
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_map_api_map_get: {
        parameters: {
            query?: {
                channel?: string[];
                from_at?: number | null;
                stage_set?: string;
                to_at?: number | null;
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
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
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
        };
    };
    behind_api_map_customers_get: {
        parameters: {
            query: {
                channel?: string[];
                from_at?: number | null;
                key: string;
                kind: string;
                limit?: number;
                offset?: number;
                stage?: string;
                stage_set?: string;
                to_at?: number | null;
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
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_api_map_export__form__get: {
        parameters: {
            query?: {
                channel?: string[];
                from_at?: number | null;
                lang?: "en" | "vi";
                stage_set?: string;
                to_at?: number | null;
                trait?: string[];
            };
            header?: never;
            path: {
                form: "svg" | "png" | "pdf" | "xlsx" | "json";
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
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    evidence_api_map_obstacles__key__get: {
        parameters: {
            query?: {
                channel?: string[];
                from_at?: number | null;
                stage_set?: string;
                to_at?: number | null;
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
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    overview_api_overview_get: {
        parameters: {
            query?: {
                channel?: string[];
                from_at?: number | null;
                stage_set?: string;
                to_at?: number | null;
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
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    session_api_session_get: {
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
        };
    };
    start_api_session_post: {
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
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
}
