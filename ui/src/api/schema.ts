// Generated from the OpenAPI document by `npm run api`. Do not edit.

export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts
         * @description Companies, households and other groups, last seen first.
         */
        get: operations["accounts_api_accounts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Account
         * @description One account: what we know of it, and its people.
         */
        get: operations["account_api_accounts__account__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts
         * @description Every alert, by name; or those about one `segment`, by its key.
         */
        get: operations["alerts_api_alerts_get"];
        put?: never;
        /**
         * Create
         * @description Watch a number. The secret that signs what a webhook gets is shown here and never again.
         */
        post: operations["create_api_alerts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{alert}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alert
         * @description An alert as it stands.
         */
        get: operations["alert_api_alerts__alert__get"];
        /**
         * Change
         * @description Watch otherwise from now on, and learn anew what is usual.
         */
        put: operations["change_api_alerts__alert__put"];
        post?: never;
        /**
         * Remove
         * @description Watch no longer.
         */
        delete: operations["remove_api_alerts__alert__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{alert}/check": {
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
         * @description Check it now, beside its turn.
         */
        post: operations["check_api_alerts__alert__check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{alert}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Checks
         * @description Its last checks, the newest first.
         */
        get: operations["checks_api_alerts__alert__checks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{alert}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages
         * @description What it promised to say: waiting, sent, or given up with its reason.
         */
        get: operations["messages_api_alerts__alert__messages_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{alert}/messages/{message}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Again
         * @description Send a message again that was given up.
         */
        post: operations["again_api_alerts__alert__messages__message__again_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{alert}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Secret
         * @description Another secret for its webhook, shown here and never again; the old one signs nothing any more.
         */
        post: operations["renew_secret_api_alerts__alert__secret_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/computed-traits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Computed Traits
         * @description All definitions of computed traits.
         */
        get: operations["computed_traits_api_computed_traits_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/computed-traits/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Computed Trait
         * @description A computed trait over all real customers: how many have a value, quartiles or the most usual words.
         */
        get: operations["computed_trait_api_computed_traits__name__get"];
        /**
         * Define Trait
         * @description Add or change a definition; its version grows by one.
         */
        put: operations["define_trait_api_computed_traits__name__put"];
        post?: never;
        /**
         * Forget Trait
         * @description Take a definition away; nothing else is lost, since values are computed when asked for.
         */
        delete: operations["forget_trait_api_computed_traits__name__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conditions/check": {
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
         * @description What a condition says, what it costs and all that is wrong with it, each with its place.
         */
        post: operations["check_api_conditions_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conditions/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count
         * @description Of how many customers it holds. Ends early when the connection is let go.
         */
        post: operations["count_api_conditions_count_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conditions/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Holds
         * @description Whether it holds of one customer, and until when it stays so if nothing happens.
         */
        post: operations["holds_api_conditions_holds_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conditions/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sample
         * @description A few customers of whom it holds, from everywhere in the log.
         */
        post: operations["sample_api_conditions_sample_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conditions/sizes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sizes
         * @description Of how many it held week by week in the last twelve weeks.
         */
        post: operations["sizes_api_conditions_sizes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conditions/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Values
         * @description The values of a property of events, the most frequent first; none of one that has too many to choose from.
         */
        get: operations["values_api_conditions_values_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conditions/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Words
         * @description Every name that a condition may use, with what is known of it.
         */
        get: operations["words_api_conditions_words_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connectors
         * @description All connectors, and how far each has come.
         */
        get: operations["connectors_api_connectors_get"];
        put?: never;
        /**
         * Add Connector
         * @description Set up a connector; it runs as soon as a worker is free.
         */
        post: operations["add_connector_api_connectors_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connectors/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connector
         * @description A connector as it was set up, and how far it has come.
         */
        get: operations["connector_api_connectors__source__get"];
        /**
         * Change Connector
         * @description Change a connector.
         */
        put: operations["change_connector_api_connectors__source__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connectors/{source}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Connector
         * @description Try the rows in quarantine again, with the mapping as it is now.
         */
        post: operations["replay_connector_api_connectors__source__replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connectors/{source}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Connector
         * @description Ask for a run now; ask for the connector again to see that it has run.
         */
        post: operations["run_connector_api_connectors__source__run_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consent-purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Purposes
         * @description What data is used for here, and what a wording of each must say.
         */
        get: operations["purposes_api_consent_purposes_get"];
        /**
         * Change Purposes
         * @description Keep the workspace's own list.
         */
        put: operations["change_purposes_api_consent_purposes_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say
         * @description Write down what people said. Rows are added, never changed; saying the same thing again adds nothing.
         */
        post: operations["say_api_consents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consents
         * @description Where a person stands on every purpose and channel, and the whole ledger behind it, the newest word first.
         */
        get: operations["consents_api_consents__customer__get"];
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
         * @description Customers whose name, number, e-mail, phone or trait holds the words and who fit; without words, those seen last.
         *
         *     `column` names computed traits to show; `segment` the segments of which somebody is in any at this moment.
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
         *     segments, and the newest events. Any identifier will do, with its kind or as people write it.
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
    "/api/dashboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All Dashboards
         * @description Every dashboard, by name.
         */
        get: operations["all_dashboards_api_dashboards_get"];
        put?: never;
        /**
         * Create
         * @description A new dashboard.
         */
        post: operations["create_api_dashboards_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboards/{dashboard}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One Dashboard
         * @description A dashboard by its id or its name.
         */
        get: operations["one_dashboard_api_dashboards__dashboard__get"];
        /**
         * Change Dashboard
         * @description Its name and tiles from now on; 409 when somebody else changed it meanwhile.
         */
        put: operations["change_dashboard_api_dashboards__dashboard__put"];
        post?: never;
        /**
         * Remove Dashboard
         * @description Take it away; links to it end, its questions stay.
         */
        delete: operations["remove_dashboard_api_dashboards__dashboard__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboards/{dashboard}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shares
         * @description The links to it, the newest first; their tokens are not kept.
         */
        get: operations["shares_api_dashboards__dashboard__shares_get"];
        put?: never;
        /**
         * Share
         * @description A new read-only link: `/shared#TOKEN`. The token is shown here and never again.
         */
        post: operations["share_api_dashboards__dashboard__shares_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasure-plans/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plan
         * @description What an erasure would take away, and the word that confirms it.
         */
        get: operations["plan_api_erasure_plans__customer__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Erasures
         * @description Past erasures, the newest first: reports from before one may count people who are gone.
         */
        get: operations["erasures_api_erasures_get"];
        put?: never;
        /**
         * Erase
         * @description Erase a person everywhere, for good; answers when no byte is left. A 503 means that the person is marked already
         *     and the rest is done by the worker.
         */
        post: operations["erase_api_erasures_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift
         * @description Let an erased person come back who wants to. What was erased stays erased.
         */
        post: operations["lift_api_erasures_lift_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flag-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Flag Rules
         * @description Change who is marked without being asked about.
         */
        put: operations["save_flag_rules_api_flag_rules_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Flags
         * @description Who is not a real customer, by which rules, and whom one might mark.
         */
        get: operations["flags_api_flags_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flags/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Flag
         * @description Mark a person: they leave every analysis and stay in the list with their mark.
         */
        put: operations["flag_api_flags__customer__put"];
        post?: never;
        /**
         * Unflag
         * @description Take a person's marks away: they come back into every analysis.
         */
        delete: operations["unflag_api_flags__customer__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hook-systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Systems
         * @description Systems whose webhooks have a ready mapping.
         */
        get: operations["systems_api_hook_systems_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hook-trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Hook
         * @description What a mapping makes of a body; nothing is written.
         */
        post: operations["try_hook_api_hook_trials_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hooks
         * @description All webhooks.
         */
        get: operations["hooks_api_hooks_get"];
        put?: never;
        /**
         * Add Hook
         * @description Set up a webhook; the other system sends to its `path`.
         */
        post: operations["add_hook_api_hooks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hooks/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hook
         * @description A webhook as it was set up.
         */
        get: operations["hook_api_hooks__source__get"];
        /**
         * Change Hook
         * @description Change a webhook.
         */
        put: operations["change_hook_api_hooks__source__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hooks/{source}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Hook
         * @description Try the records in quarantine again, with the mapping as it is now.
         */
        post: operations["replay_hook_api_hooks__source__replay_post"];
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
    "/api/map/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Moves
         * @description The lanes of some segments on the same map: where customers entered and left each in its period.
         */
        get: operations["moves_api_map_moves_get"];
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
    "/api/map/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every
         * @description All obstacles and notes that people put on the map, of every stage set, the latest first.
         */
        get: operations["every_api_map_remarks_get"];
        put?: never;
        /**
         * Add
         * @description Put an obstacle or a note on the map. Its number is asked for again, and kept as it is now.
         */
        post: operations["add_api_map_remarks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/remarks/{remark}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change
         * @description Other words for one; where it stands and its number stay.
         */
        put: operations["change_api_map_remarks__remark__put"];
        post?: never;
        /**
         * Remove
         * @description Take one away.
         */
        delete: operations["remove_api_map_remarks__remark__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/remarks/{remark}/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Now
         * @description The number of one as it is now, asked for as it was then; nothing for one without a number.
         */
        get: operations["now_api_map_remarks__remark__now_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write
         * @description Keep a note. Numbers of cards and identity papers are masked first, and the note says so.
         */
        post: operations["write_api_notes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notes/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notes
         * @description What colleagues wrote about a person, the newest first.
         */
        get: operations["notes_api_notes__customer__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notes/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove
         * @description Take a note off the page; that it was there, and whose it was, stays.
         */
        post: operations["remove_api_notes_remove_post"];
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
    "/api/people/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conflicts
         * @description Two people for whom there is evidence that a rule did not follow, side by side, the newest first.
         */
        get: operations["conflicts_api_people_conflicts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/conflicts/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave
         * @description Take a conflict off the list without deciding anything.
         */
        post: operations["leave_api_people_conflicts_leave_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description Join two identifiers, or keep them apart; the answer says who moved and how to undo it.
         */
        post: operations["decide_api_people_decisions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rules
         * @description By which rules evidence joins people.
         */
        get: operations["rules_api_people_rules_get"];
        /**
         * Change Rules
         * @description Let other rules hold; everybody is decided anew.
         */
        put: operations["change_rules_api_people_rules_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/shared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shared
         * @description Values that join nobody because too many people have them, or because the rules block them.
         */
        get: operations["shared_api_people_shared_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting
         * @description Open suggestions from a weight upwards, the strongest first.
         */
        get: operations["waiting_api_people_suggestions_get"];
        put?: never;
        /**
         * Search
         * @description Look for people who are probably one. Needs the extra [identity].
         */
        post: operations["search_api_people_suggestions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/suggestions/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description Join the two; the answer's decision can be undone.
         */
        post: operations["accept_api_people_suggestions_accept_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/suggestions/accept-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept All
         * @description Join every open pair from this weight on.
         */
        post: operations["accept_all_api_people_suggestions_accept_all_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/suggestions/dismiss": {
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
         * @description Set a pair aside; it is not suggested again.
         */
        post: operations["dismiss_api_people_suggestions_dismiss_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo
         * @description Undo a join: both people have their own timelines, traits and stages again. The same evidence does not rejoin
         *     them.
         */
        post: operations["undo_api_people_undo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/person-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Person File
         * @description Everything about a person in one HTML file, readable in both languages, with the same as JSON inside.
         */
        post: operations["person_file_api_person_files_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every
         * @description All personas, by name.
         */
        get: operations["every_api_personas_get"];
        put?: never;
        /**
         * Create
         * @description A persona; at most six.
         */
        post: operations["create_api_personas_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personas/{persona}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description A persona by its id or its name.
         */
        get: operations["one_api_personas__persona__get"];
        /**
         * Change
         * @description The next version of a persona.
         */
        put: operations["change_api_personas__persona__put"];
        post?: never;
        /**
         * Remove
         * @description Take a persona away.
         */
        delete: operations["remove_api_personas__persona__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personas/{persona}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invitation
         * @description The customers of this persona who agreed to be asked. Nothing is sent; that a list was taken is kept.
         */
        post: operations["invitation_api_personas__persona__invitation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personas/{persona}/invitation/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invitation File
         * @description The same as CSV, with names, addresses on the channel and languages: of those who agreed and nobody else.
         *     Headers say how many: `Wend-Customers`, `Wend-Agreed`, `Wend-Rows`, `Wend-Without-Consent`, `Wend-Without-Address`.
         */
        post: operations["invitation_file_api_personas__persona__invitation_file_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personas/{persona}/portrait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Portrait
         * @description What the log says of its customers now, and what it does not say.
         */
        get: operations["portrait_api_personas__persona__portrait_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personas/{persona}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Persona Shares
         * @description The links to a persona, the newest first; their tokens are not kept.
         */
        get: operations["persona_shares_api_personas__persona__shares_get"];
        put?: never;
        /**
         * Share Persona
         * @description A new read-only link: `/shared/persona#TOKEN`. The token is shown here and never again.
         */
        post: operations["share_persona_api_personas__persona__shares_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personas/proposed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposed
         * @description Kinds of customers that come back whenever customers are drawn anew; people name them.
         */
        get: operations["proposed_api_personas_proposed_get"];
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
    "/api/profiles/{identifier}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look Up
         * @description What a server needs to speak to one person: identifiers, traits, computed traits, stage, segments, accounts and
         *     consents.
         *
         *     Any identifier will do, with its kind (`email:…`) or as people write it. Needs a secret key with `profiles:read`.
         */
        get: operations["look_up_api_profiles__identifier__get"];
        put?: never;
        post?: never;
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
    "/api/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every
         * @description The questions that can be asked, with their parameters.
         */
        get: operations["every_api_questions_get"];
        put?: never;
        post?: never;
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
         * @description The answer, in the shape that `wend ask QUESTION --json` prints. It ends when nobody waits for it any more.
         */
        post: operations["ask_api_questions__question__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{question}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Behind
         * @description The customers behind one number of the answer; docs/questions.md says how each question's numbers are named.
         */
        post: operations["behind_api_questions__question__customers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{question}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File
         * @description All rows of the answer's table as a file, as `wend ask QUESTION --out` writes it; or its drawing.
         */
        post: operations["file_api_questions__question__file_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/asked/{asked}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How Far
         * @description How far a question is that was asked with the header `x-wend-asked: {asked}`: in which of its walks through the
         *     log, and what share of that one is behind it. Neither falls; walk 0 has not begun to walk. Nothing where no such
         *     question is at work: whoever looks while it ends has made no mistake.
         */
        get: operations["how_far_api_questions_asked__asked__get"];
        put?: never;
        post?: never;
        /**
         * Stop
         * @description Take the question back: whoever waits for its answer is told that it was stopped.
         */
        delete: operations["stop_api_questions_asked__asked__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ready-wordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description The wordings that ship, to start from.
         */
        get: operations["ready_api_ready_wordings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All Saved
         * @description Every saved question, by name.
         */
        get: operations["all_saved_api_saved_questions_get"];
        put?: never;
        /**
         * Save
         * @description Keep a question under a name.
         */
        post: operations["save_api_saved_questions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-questions/{saved}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One Saved
         * @description A saved question by its id or its name.
         */
        get: operations["one_saved_api_saved_questions__saved__get"];
        /**
         * Change Saved
         * @description Keep its next version; 409 when somebody else did so meanwhile.
         */
        put: operations["change_saved_api_saved_questions__saved__put"];
        post?: never;
        /**
         * Remove Saved
         * @description Take it away with its versions; 409 while a dashboard or an alert shows it.
         */
        delete: operations["remove_saved_api_saved_questions__saved__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-questions/{saved}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Answer
         * @description Its answer now, in the shape that `wend ask --saved NAME --json` prints.
         */
        get: operations["answer_api_saved_questions__saved__answer_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-questions/{saved}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions
         * @description Everything it ever was, the newest first.
         */
        get: operations["versions_api_saved_questions__saved__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/seasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every
         * @description Quiet and busy times of the business.
         */
        get: operations["every_api_seasons_get"];
        /**
         * Save
         * @description Make these the periods. Their paces are learned from the log as it is now; from then on silences are measured by
         *     them, and the members of segments are found anew.
         */
        put: operations["save_api_seasons_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/seasons/preview": {
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
         * @description The pace that the log speaks for in each of these periods; nothing is saved.
         */
        post: operations["preview_api_seasons_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every
         * @description Every segment, by name.
         */
        get: operations["every_api_segments_get"];
        put?: never;
        /**
         * Create
         * @description Keep a condition and find its members. The secret that signs for a webhook is shown here and never again.
         */
        post: operations["create_api_segments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description A segment by its key or its name.
         */
        get: operations["one_api_segments__key__get"];
        /**
         * Change
         * @description Keep its next version; 409 when somebody else did so meanwhile. Only the difference enters and leaves.
         */
        put: operations["change_api_segments__key__put"];
        post?: never;
        /**
         * Remove
         * @description Take it away with its history; 409 while another segment is made of it.
         */
        delete: operations["remove_api_segments__key__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description The members as a file: everybody as CSV or Parquet; for Meta and Google the hashed addresses of those who agreed.
         *     Headers say how many: `Wend-Members`, `Wend-Customers`, `Wend-Rows`, `Wend-Without-Consent`, `Wend-Without-Address`.
         */
        get: operations["export_api_segments__key__export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History
         * @description Who entered and left, when and why, the newest first; `before` of the answer begins the next page. With `after`
         *     the oldest first, for whoever follows along: `after` of the answer begins the next page, also when none is there
         *     yet; 0 begins at the beginning. No change is missed and none comes twice, whatever is written meanwhile.
         */
        get: operations["history_api_segments__key__history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members
         * @description Members now, in the order of their ids; `following` is the `after` of the next page.
         */
        get: operations["members_api_segments__key__members_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/recount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recount
         * @description Judge everybody anew.
         */
        post: operations["recount_api_segments__key__recount_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Size
         * @description How large it was on each day; days before it was made are computed, and say so.
         */
        get: operations["size_api_segments__key__size_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions
         * @description Everything it ever said, the newest first.
         */
        get: operations["versions_api_segments__key__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/changes-of/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes Of
         * @description What a customer entered and left, the newest first.
         */
        get: operations["changes_of_api_segments_changes_of__customer__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create List
         * @description Keep a static list; the answer says whom nobody knows.
         */
        post: operations["create_list_api_segments_lists_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/lists/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace List
         * @description Let a list name these customers, and nobody else.
         */
        put: operations["replace_list_api_segments_lists__key__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/lists/{key}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace List By File
         * @description Let a list name whom a file names, and nobody else; `adding`: beside whom it names already.
         */
        put: operations["replace_list_by_file_api_segments_lists__key__file_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/lists/{key}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview List
         * @description What a new file (CSV, as for a new list) would make of a list; nothing is changed.
         */
        post: operations["preview_list_api_segments_lists__key__preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/lists/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload List
         * @description The same from a CSV: columns `customer`, `email`, `phone`, `device`, or `identifier`, or the first one.
         */
        post: operations["upload_list_api_segments_lists_file_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/lists/left-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Left Out Of List
         * @description Of a file for a list every row about which there is something to say: a CSV with lines, reasons and next steps
         *     that can be mended and taken again. Nothing is kept.
         */
        post: operations["left_out_of_list_api_segments_lists_left_out_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/of/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Customer
         * @description The segments that a customer is in; any identifier will do.
         */
        get: operations["of_customer_api_segments_of__customer__get"];
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
    "/api/shared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shared
         * @description What a link opens: the token is in the header `X-Wend-Share`, where no log of addresses finds it.
         */
        get: operations["shared_api_shared_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shared/persona": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shared Persona
         * @description What a link to a persona opens: no single customer, nobody's remarks.
         */
        get: operations["shared_persona_api_shared_persona_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shared/tiles/{tile}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shared Answer
         * @description The answer of one tile, without whatever names a customer.
         */
        get: operations["shared_answer_api_shared_tiles__tile__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shares/{share}/revoke": {
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
         * @description End a link at once.
         */
        post: operations["revoke_api_shares__share__revoke_post"];
        delete?: never;
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
         * @description Add or change a stage set; its version grows by one, and the one before is kept. With `edited`, the version that
         *     was changed, nobody's change in between is written over.
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
    "/api/stage-sets/{key}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore
         * @description Save an earlier version as the next one.
         */
        post: operations["restore_api_stage_sets__key__restore_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stage-sets/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions
         * @description Every version of a stage set with who saved it, when, and what was different; the newest first.
         */
        get: operations["versions_api_stage_sets__key__versions_get"];
        put?: never;
        post?: never;
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
         * @description Where customers would stand with this set, beside `today` (the saved set of the same key when left out), and who
         *     would move. The question `moves` opens the customers behind each number.
         */
        post: operations["preview_stage_set_api_stage_sets_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timelines/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Timeline
         * @description Everything one person did, and beside it (`segments=beside`) which segments they entered and left and why: of all
         *     segments, or of each `segment` that is named. Newest first. `cursor` leads to what is older and stays true while
         *     more arrives; `session` and `order` of an event are for grouping.
         */
        get: operations["timeline_api_timelines__customer__get"];
        put?: never;
        post?: never;
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
    "/api/touchpoints/{key}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move
         * @description Try a touchpoint's rule earlier or later: the first that fits an event takes it. The answer is the whole
         *     registry.
         */
        post: operations["move_api_touchpoints__key__move_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/touchpoints/{key}/move/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Move
         * @description Which events would change their touchpoint by a move, and of how many customers; nothing is changed.
         */
        post: operations["preview_move_api_touchpoints__key__move_preview_post"];
        delete?: never;
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
    "/api/trait-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trait Rules
         * @description How a trait's value is chosen where several were said.
         */
        get: operations["trait_rules_api_trait_rules_get"];
        /**
         * Save Trait Rules
         * @description Change how values are chosen; every profile follows at once.
         */
        put: operations["save_trait_rules_api_trait_rules_put"];
        post?: never;
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
    "/api/wordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wordings
         * @description Every published version of every wording.
         */
        get: operations["wordings_api_wordings_get"];
        put?: never;
        /**
         * Publish
         * @description Publish the next version; refused while it leaves out what the law wants told.
         */
        post: operations["publish_api_wordings_post"];
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
         * Account
         * @description One account: what we know of it, and its people (each once, however many identifiers joined).
         */
        Account: {
            /** Account */
            account: string;
            /** First At */
            first_at: number;
            /** Label */
            label: string;
            /** Last At */
            last_at: number;
            /** Members */
            members: components["schemas"]["AccountMember"][];
            /** Next Offset */
            next_offset: number | null;
            /** People */
            people: number;
            /** Source */
            source: string;
            /** Traits */
            traits: string[][];
        };
        /**
         * AccountLine
         * @description One company, household or other group in a list.
         */
        AccountLine: {
            /** Account */
            account: string;
            /** Label */
            label: string;
            /** Last At */
            last_at: number;
            /** Members */
            members: number;
            /** Traits */
            traits: string[][];
        };
        /**
         * AccountMember
         * @description One person of an account: under which identifier they joined, when, and who said so.
         */
        AccountMember: {
            /** Customer */
            customer: string;
            /** Identifier */
            identifier: string;
            /** Label */
            label: string;
            /** Since */
            since: number;
            /** Source */
            source: string;
        };
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
         * AccountPage
         * @description A page of accounts, last seen first.
         */
        AccountPage: {
            /** Next Offset */
            next_offset: number | null;
            /** Rows */
            rows: components["schemas"]["AccountLine"][];
            /** Total */
            total: number;
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
         * Alert
         * @description An alert as it stands, about a saved question or a segment: the other of both is empty. `since` is when it came
         *     into its state, `value` and `trouble` are of the last check.
         */
        Alert: {
            /** At */
            at: number;
            /** By */
            by: string;
            /** Checked At */
            checked_at: number | null;
            /** Episode */
            episode: number;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Question */
            question: string;
            /** Segment */
            segment: string;
            /** Since */
            since: number;
            /**
             * State
             * @enum {string}
             */
            state: "unknown" | "learning" | "inside" | "outside";
            /** Trouble */
            trouble: string;
            /** Value */
            value: number | null;
            /** Version */
            version: number;
            watch: components["schemas"]["Watch"];
        };
        /**
         * AlertCheck
         * @description One check: the number, the range it was held against (None = open or not known yet) and what followed.
         */
        AlertCheck: {
            /** At */
            at: number;
            /** High */
            high: number | null;
            /** Low */
            low: number | null;
            /**
             * State
             * @enum {string}
             */
            state: "unknown" | "learning" | "inside" | "outside";
            /** Value */
            value: number;
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
         * @description A question with everything it is asked with, in no language.
         *
         *     `params` are written as on the command line; an empty `over` is the question's own. The period is [from_at, to_at),
         *     open where None, or the `last_days` whole days before today, which move with the calendar. `look` and `hide` say
         *     how a screen shows the answer.
         */
        "Asked-Output": {
            /**
             * Channels
             * @default []
             */
            channels: string[];
            /** From At */
            from_at?: number | null;
            /**
             * Hide
             * @default []
             */
            hide: string[];
            /**
             * Last Days
             * @default 0
             */
            last_days: number;
            /**
             * Look
             * @default
             * @enum {string}
             */
            look: "" | "chart" | "table";
            /**
             * Over
             * @default
             */
            over: ("events" | "touchpoints") | "";
            /** Params */
            params?: {
                [key: string]: string;
            };
            /**
             * Per
             * @default customer
             */
            per: string;
            /** Question */
            question: string;
            /**
             * Segments
             * @default []
             */
            segments: string[];
            /** To At */
            to_at?: number | null;
            /**
             * Traits
             * @default []
             */
            traits: string[][];
        };
        /**
         * AskedBody
         * @description What is asked: the same words as in a question's own request, with the period and who is looked at.
         *     `last_days` is a period that moves: the whole days before today.
         */
        AskedBody: {
            /**
             * Channel
             * @default []
             */
            channel: string[];
            /** From At */
            from_at?: number | null;
            /**
             * Hide
             * @default []
             */
            hide: string[];
            /**
             * Last Days
             * @default 0
             */
            last_days: number;
            /**
             * Look
             * @default
             * @enum {string}
             */
            look: "" | "chart" | "table";
            /** Over */
            over?: ("events" | "touchpoints") | null;
            /**
             * Params
             * @default {}
             */
            params: {
                [key: string]: string;
            };
            /**
             * Per
             * @default customer
             */
            per: string;
            /** Question */
            question: string;
            /**
             * Segment
             * @default []
             */
            segment: string[];
            /** To At */
            to_at?: number | null;
            /**
             * Trait
             * @default []
             */
            trait: string[];
        };
        /**
         * AskedNumber
         * @description How a number of an answer is asked for: the question, its parameters as a person writes them, the selection
         *     (epoch seconds; None = no limit), and the words that name the number.
         */
        AskedNumber: {
            /**
             * Channels
             * @default []
             */
            channels: string[];
            /** From At */
            from_at?: number | null;
            /**
             * Over
             * @enum {string}
             */
            over: "events" | "touchpoints";
            /** Params */
            params: {
                [key: string]: string;
            };
            /** Per */
            per: string;
            /** Question */
            question: string;
            /**
             * Segments
             * @default []
             */
            segments: string[];
            /** To At */
            to_at?: number | null;
            /**
             * Traits
             * @default []
             */
            traits: string[][];
            /** Where */
            where: {
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
         *     `kind` and its places, understood by `maps.facade.customers_behind`; of who `entered` and `exited` a segment `key`
         *     is its key.
         */
        Behind: {
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "stage" | "step" | "touchpoint" | "obstacle" | "feeling" | "slowing" | "left" | "transition" | "entered" | "exited";
            /**
             * Stage
             * @default
             */
            stage: string;
        };
        /**
         * Belongs
         * @description A segment that a customer is in, since when, and why they entered, in words; `why` is None for whoever was found
         *     when the segment was made. `until`: when they leave if nothing happens, None = never.
         */
        Belongs: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            said: components["schemas"]["Name"];
            /** Since */
            since: number;
            /** Until */
            until?: number | null;
            /** Why */
            why: ("event" | "window" | "people" | "consent" | "account" | "list" | "mark" | "definition" | "recount") | null;
        };
        /** Body_left_out_of_list_api_segments_lists_left_out_post */
        Body_left_out_of_list_api_segments_lists_left_out_post: {
            /** File */
            file: string;
        };
        /** Body_preview_list_api_segments_lists__key__preview_post */
        Body_preview_list_api_segments_lists__key__preview_post: {
            /** File */
            file: string;
        };
        /** Body_replace_list_by_file_api_segments_lists__key__file_put */
        Body_replace_list_by_file_api_segments_lists__key__file_put: {
            /** File */
            file: string;
        };
        /** Body_upload_api_uploads_post */
        Body_upload_api_uploads_post: {
            /** Files */
            files: string[];
        };
        /** Body_upload_list_api_segments_lists_file_post */
        Body_upload_list_api_segments_lists_file_post: {
            /** File */
            file: string;
            /**
             * Key
             * @default
             */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * Bounds
         * @description Where a number belongs: from `low` to `high`, open where None; or with `usual`, where its last `last` checks say
         *     that the next one will be. It is back only when it is `margin_percent` of the range inside of it again.
         */
        Bounds: {
            /** High */
            high?: number | null;
            /**
             * Last
             * @default 30
             */
            last: number;
            /** Low */
            low?: number | null;
            /**
             * Margin Percent
             * @default 10
             */
            margin_percent: number;
            /**
             * Usual
             * @default false
             */
            usual: boolean;
        };
        /**
         * BoundsBody
         * @description `low` and `high`, either of them open; or `usual`, from the last checks.
         */
        BoundsBody: {
            /** High */
            high?: number | null;
            /**
             * Last
             * @default 30
             */
            last: number;
            /** Low */
            low?: number | null;
            /**
             * Margin Percent
             * @default 10
             */
            margin_percent: number;
            /**
             * Usual
             * @default false
             */
            usual: boolean;
        };
        /**
         * Bulk
         * @description From which weight on everything is accepted; ten bits are odds of a thousand to one.
         */
        Bulk: {
            /** Weight */
            weight: number;
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
         * Cell
         * @description One number of an answer: the column `column` of the first row whose columns hold what `row` says. An empty `row`
         *     is the answer's first row, or a number beside its table such as `customers`.
         *
         *     Of a segment: `size` is how many are in it, `entered` and `left` how many did so in the last `days` that the row
         *     names (one when it names none), each as often as they did.
         */
        Cell: {
            /** Column */
            column: string;
            /** Row */
            row?: {
                [key: string]: string;
            };
        };
        /**
         * CellBody
         * @description One number of the answer: a column of the row whose columns hold what `row` says.
         */
        CellBody: {
            /** Column */
            column: string;
            /**
             * Row
             * @default {}
             */
            row: {
                [key: string]: string;
            };
        };
        /**
         * Change
         * @description Somebody entered or left a segment, and why. `because` is the id of the event, or the part of the condition that
         *     time alone made true or false.
         */
        Change: {
            /** At */
            at: number;
            /** Because */
            because: string;
            /** Customer */
            customer: string;
            /** Segment */
            segment: string;
            /** Sequence */
            sequence: number;
            /** Version */
            version: number;
            /**
             * What
             * @enum {string}
             */
            what: "entered" | "left";
            /**
             * Why
             * @enum {string}
             */
            why: "event" | "window" | "people" | "consent" | "account" | "list" | "mark" | "definition" | "recount";
        };
        /**
         * ChangedAlertBody
         * @description The same for one that is there; `version` is the one that was seen.
         */
        ChangedAlertBody: {
            /** Name */
            name: string;
            /** Version */
            version: number;
            watch: components["schemas"]["WatchBody"];
        };
        /**
         * ChangedConnector
         * @description What may change of a connector; what is left out stays.
         */
        ChangedConnector: {
            /** Every S */
            every_s?: number | null;
            /**
             * From Start
             * @default false
             */
            from_start: boolean;
            /** Mapping */
            mapping?: string | null;
            /** Url */
            url?: string | null;
        };
        /**
         * ChangedDashboard
         * @description The same for one that is there; `version` is the one that was seen.
         */
        ChangedDashboard: {
            /** Name */
            name: string;
            /**
             * Tiles
             * @default []
             */
            tiles: components["schemas"]["TileBody"][];
            /** Version */
            version: number;
        };
        /**
         * ChangedHook
         * @description What may change of a webhook; what is left out stays. A new secret counts beside the last one.
         */
        ChangedHook: {
            /** Delivery Header */
            delivery_header?: string | null;
            /** Mapping */
            mapping?: string | null;
            /** Secret */
            secret?: string | null;
            signature?: components["schemas"]["HookSignature"] | null;
            /**
             * Unsigned
             * @default false
             */
            unsigned: boolean;
        };
        /**
         * ChangedListBody
         * @description The customers that a list names from now on.
         */
        ChangedListBody: {
            /** Identifiers */
            identifiers: string[];
        };
        /**
         * ChangedPersona
         * @description The same with its lines, for one that is there; `version` is the one that was seen.
         */
        ChangedPersona: {
            /** Condition */
            condition: {
                [key: string]: unknown;
            };
            /** Lines */
            lines: components["schemas"]["LineBody"][];
            /** Name */
            name: string;
            /** Version */
            version: number;
        };
        /**
         * ChangedRemark
         * @description Other words; `version` is the one that was seen.
         */
        ChangedRemark: {
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Title
             * @default
             */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * ChangedSaved
         * @description The same for one that is there; `version` is the one that was seen.
         */
        ChangedSaved: {
            asked: components["schemas"]["AskedBody"];
            /** Name */
            name: string;
            /** Version */
            version: number;
        };
        /**
         * ChangedSegmentBody
         * @description The same for one that is there; `version` is the one that was seen.
         */
        ChangedSegmentBody: {
            /** Condition */
            condition: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /** Version */
            version: number;
            /**
             * Webhook
             * @default
             */
            webhook: string;
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
         * ChangesShown
         * @description A page of changes as `ChangePage`, with why each of them came in words, and what its customers are called, as far
         *     as the journal has them.
         */
        ChangesShown: {
            /** After */
            after: number | null;
            /** Before */
            before: number | null;
            /** Changes */
            changes: components["schemas"]["Change"][];
            /** Names */
            names: {
                [key: string]: string;
            };
            /** Reasons */
            reasons: components["schemas"]["Name"][];
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
         * Checked
         * @description `condition` is the canonical document of one that can be read, `text` the same as people write it, `says` the
         *     whole of it in words, `keys` what is called otherwise there than in the document, `clauses` its parts; it may be run
         *     when there are no problems. `cost` may be at most `most`.
         */
        Checked: {
            /** Clauses */
            clauses: components["schemas"]["Clause"][];
            /** Condition */
            condition: {
                [key: string]: unknown;
            } | null;
            /** Cost */
            cost: number;
            /** Keys */
            keys: components["schemas"]["Keyed"][];
            /** Most */
            most: number;
            /** Problems */
            problems: components["schemas"]["ConditionProblem"][];
            /** Says */
            says: string;
            /** Statements */
            statements: number;
            /** Text */
            text: string;
            /** Valid */
            valid: boolean;
            /** Warnings */
            warnings: components["schemas"]["ConditionWarning"][];
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
         * Clause
         * @description What one part says; `at` is its place, such as `condition.all[1]`.
         */
        Clause: {
            /** At */
            at: string;
            /** Says */
            says: string;
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
         * ComputedColumn
         * @description A computed trait over everybody: how many have a value; quartiles of numbers, the most usual texts.
         */
        ComputedColumn: {
            /** Customers */
            customers: number;
            /** Highest */
            highest: number | null;
            /** Lowest */
            lowest: number | null;
            /** Median */
            median: number | null;
            /** Name */
            name: string;
            /** Quartile */
            quartile: number | null;
            /** Upper Quartile */
            upper_quartile: number | null;
            /** Usual */
            usual: components["schemas"]["ValueCount"][];
            /** With Value */
            with_value: number;
        };
        /**
         * ComputedTrait
         * @description A definition. Events count when they fit every part that is named (`events` and `touchpoints`: either).
         *
         *     `window_days` 0 is all time, else the last N days up to the moment of asking. `property` is named when `of` is
         *     "property". Sums and averages read numbers; first, last and most_frequent give texts.
         */
        ComputedTrait: {
            /**
             * Channels
             * @default []
             */
            channels: string[];
            /**
             * Events
             * @default []
             */
            events: string[];
            /**
             * Measure
             * @enum {string}
             */
            measure: "count" | "sum" | "average" | "first" | "last" | "most_frequent" | "days_since";
            /** Name */
            name: string;
            /**
             * Of
             * @default
             * @enum {string}
             */
            of: "" | "amount" | "rating" | "channel" | "event" | "touchpoint" | "property";
            /**
             * Property
             * @default
             */
            property: string;
            title: components["schemas"]["Name"];
            /**
             * Touchpoints
             * @default []
             */
            touchpoints: string[];
            /**
             * Version
             * @default 0
             */
            version: number;
            /**
             * Window Days
             * @default 0
             */
            window_days: number;
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
         * ComputedWord
         * @description A computed trait that a condition can say.
         */
        ComputedWord: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "number" | "flag" | "date" | "text";
            /** Name */
            name: string;
            title: components["schemas"]["Name"];
        };
        /**
         * ConditionCount
         * @description A count, and what is odd about it.
         */
        ConditionCount: {
            counted: components["schemas"]["Counted"];
            /**
             * Kind
             * @enum {string}
             */
            kind: "everybody" | "nobody" | "";
            /** Warning */
            warning: string;
        };
        /**
         * ConditionProblem
         * @description What is wrong at a place; `name` is the word that is meant, where there is one.
         */
        ConditionProblem: {
            /** At */
            at: string;
            /** Cause */
            cause: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Name */
            name: string;
            /** Next */
            next: string;
        };
        /**
         * ConditionWarning
         * @description What may be meant but is odd.
         */
        ConditionWarning: {
            /** At */
            at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "stale" | "never" | "only_texts" | "no_dates";
            /** Message */
            message: string;
            /** Name */
            name: string;
        };
        /**
         * Confirmed
         * @description An erasure, with the word its plan asked for.
         */
        Confirmed: {
            /** Confirm */
            confirm: string;
            /** Customer */
            customer: string;
            /** Reason */
            reason: string;
        };
        /**
         * Conflict
         * @description Evidence for the pair `a`, `b` that a rule did not follow, with both people side by side.
         *
         *     To join them, join the two customers; to keep them apart for good, tell `a` and `b` apart.
         */
        Conflict: {
            /** A */
            a: string;
            /** About */
            about: string;
            /** At */
            at: number;
            /** B */
            b: string;
            /** Evidence */
            evidence: components["schemas"]["IdentityLink"][];
            reason: components["schemas"]["Name"];
            /** Sides */
            sides: components["schemas"]["Side"][];
            /**
             * Why
             * @enum {string}
             */
            why: "two_numbers" | "too_many" | "shared" | "apart" | "blocked";
        };
        /**
         * ConflictPage
         * @description What waits for a decision, the newest first.
         */
        ConflictPage: {
            /** Conflicts */
            conflicts: components["schemas"]["Conflict"][];
            /** Next Offset */
            next_offset: number | null;
            /** Total */
            total: number;
        };
        /**
         * ConnectorSettings
         * @description A connector as it was set up. `place` is where it reads, without user, password or query. Times are epoch
         *     seconds; None: not yet. `cursor_at` is how far it has come, as the database writes it. `trouble` is the code of the
         *     last run's error.
         */
        ConnectorSettings: {
            /** Cursor */
            cursor: string;
            /** Cursor At */
            cursor_at: string | null;
            /** Due At */
            due_at: number | null;
            /** Every S */
            every_s: number;
            /** Keys */
            keys: string[];
            /**
             * Kind
             * @enum {string}
             */
            kind: "database" | "csv";
            /** Mapping */
            mapping: string;
            /** Name */
            name: string;
            /** Place */
            place: string;
            /** Ran At */
            ran_at: number | null;
            /** Rows */
            rows: number;
            /** Source */
            source: string;
            /** State */
            state: string;
            /** Table */
            table: string;
            /** Trouble */
            trouble: string;
        };
        /**
         * Consent
         * @description One row of the ledger: who said what about which purpose and channel, shown which wording, proven how.
         */
        Consent: {
            /** At */
            at: number;
            /** By */
            by: string;
            /** Channel */
            channel: string;
            /** Identifier */
            identifier: string;
            /** Method */
            method: string;
            /** Proof */
            proof: string;
            /** Purpose */
            purpose: string;
            /** Recorded At */
            recorded_at: number;
            /** Sequence */
            sequence: number;
            /** Source */
            source: string;
            /**
             * State
             * @enum {string}
             */
            state: "granted" | "withdrawn";
            /** Wording */
            wording: string;
            /** Wording Version */
            wording_version: number;
        };
        /**
         * Counted
         * @description Of `of` customers who had done anything by `as_of` (epoch seconds), the condition held of so many; their share
         *     with its 95 % interval.
         */
        Counted: {
            /** As Of */
            as_of: number;
            /** Customers */
            customers: number;
            /** High */
            high: number;
            /** Low */
            low: number;
            /** Of */
            of: number;
            /** Share */
            share: number;
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
         * Dashboard
         * @description A page of tiles. Who changes it says which version they saw.
         */
        Dashboard: {
            /** At */
            at: number;
            /** By */
            by: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Tiles */
            tiles: components["schemas"]["Tile"][];
            /** Version */
            version: number;
        };
        /**
         * Decision
         * @description What somebody decided about two identifiers: one person, or two.
         */
        Decision: {
            /** A */
            a: string;
            /** B */
            b: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "join" | "apart";
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * DecisionMade
         * @description A decision about two identifiers: `undo` is the name by which it can be taken back, empty for an undo of a
         *     decision, which can only be decided anew. `deferred`: too much hangs together there; it shows within moments.
         */
        DecisionMade: {
            /** A */
            a: string;
            /** B */
            b: string;
            /** Decision */
            decision: number;
            /** Deferred */
            deferred: boolean;
            /** Moved */
            moved: components["schemas"]["MovedIdentifier"][];
            /** People */
            people: components["schemas"]["PersonNow"][];
            /** Undo */
            undo: string;
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
         * Drivers
         * @description What goes with an outcome among the persona's own customers: rows of the question `drivers`, the surest first.
         *
         *     `n` journeys that ended, or ratings; `level` the share of them that ended in a purchase, or the mean rating from −2
         *     to 2, with its 95 % interval; all None where there are too few. `tested` touchpoints had enough on both sides;
         *     `pending` journeys are too young to tell; a touchpoint counts for `window_seconds`.
         */
        Drivers: {
            /** High */
            high: number | null;
            /**
             * Known
             * @enum {string}
             */
            known: "found" | "steps" | "nothing" | "few";
            /** Level */
            level: number | null;
            /** Low */
            low: number | null;
            /** N */
            n: number;
            /** Pending */
            pending: number;
            /** People */
            people: number;
            /** Rows */
            rows: {
                [key: string]: unknown;
            }[];
            /** Tested */
            tested: number;
            /** Window Seconds */
            window_seconds: number;
        };
        /**
         * Element
         * @description Something that the map shows: `key` of its kind, in a stage; "" where it is the same in all of them. An obstacle
         *     here is one that was found, by its key.
         */
        Element: {
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "stage" | "touchpoint" | "step" | "feeling" | "obstacle";
            /**
             * Stage
             * @default
             */
            stage: string;
        };
        /**
         * ElementBody
         * @description Where on the map: a stage, a touchpoint, a step, a feeling or an obstacle that was found, by its key.
         */
        ElementBody: {
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "stage" | "touchpoint" | "step" | "feeling" | "obstacle";
            /**
             * Stage
             * @default
             */
            stage: string;
        };
        /**
         * Erased
         * @description What an erasure did. `rows` counts store rows by table; `remains` names files that still hold a trace.
         */
        Erased: {
            /** Events */
            events: number;
            /** Files */
            files: number;
            /** Identifiers */
            identifiers: number;
            /** Remains */
            remains: string[];
            /** Request */
            request: string;
            /** Rows */
            rows: (string | number)[][];
            /** Uploads */
            uploads: number;
        };
        /**
         * ErasureNote
         * @description One past erasure, so that a report from before it can be marked: when, and how many events left the log.
         */
        ErasureNote: {
            /** At */
            at: number;
            /** Events */
            events: number;
        };
        /**
         * ErasurePlan
         * @description What erasing would take away, for whoever must confirm it. `confirm` is the word to send back.
         */
        ErasurePlan: {
            /** Confirm */
            confirm: string;
            /** Consents */
            consents: number;
            /** Customer */
            customer: string;
            /** Events */
            events: number;
            /** First At */
            first_at: number | null;
            /** Identifiers */
            identifiers: string[];
            /** Last At */
            last_at: number | null;
            /** Notes */
            notes: number;
            /** Quarantined */
            quarantined: number;
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
         *     Any of these names, on any of these channels (none named = every channel), and every test of `where` holds. A test
         *     is the document of one, as it stands in a condition (`docs/conditions.md`).
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
            where: {
                [key: string]: unknown;
            }[];
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
         * EventWord
         * @description An event name and what people call it; `last_at` is epoch seconds, `rated` whether any of it has a rating.
         */
        EventWord: {
            /** Customers */
            customers: number;
            /** Events */
            events: number;
            /** Last At */
            last_at: number;
            /** Name */
            name: string;
            /** Properties */
            properties: components["schemas"]["PropertyWord"][];
            /** Rated */
            rated: boolean;
            title: components["schemas"]["Name"];
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
            quotes: components["schemas"]["wend__maps__model__Quote"][];
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
         * Flag
         * @description Somebody who is not a real customer. `by` is a person, or `rule:…`; `identifier` is the one that was marked.
         */
        Flag: {
            /** At */
            at: number;
            /** By */
            by: string;
            /** Customer */
            customer: string;
            /** Flag */
            flag: string;
            /** Identifier */
            identifier: string;
            /** Label */
            label: string;
            /** Note */
            note: string;
        };
        /**
         * FlagRules
         * @description Who is marked without being asked about: people with an e-mail of `staff_domains`, and those whose every visit
         *     came from a program (`known_bots`).
         */
        FlagRules: {
            /**
             * Known Bots
             * @default false
             */
            known_bots: boolean;
            /**
             * Staff Domains
             * @default []
             */
            staff_domains: string[];
        };
        /**
         * Flags
         * @description Everybody who is marked, the rules, and whom one might mark.
         */
        Flags: {
            /** Marked */
            marked: components["schemas"]["Flag"][];
            rules: components["schemas"]["FlagRules"];
            /** Suggestions */
            suggestions: components["schemas"]["FlagSuggestion"][];
        };
        /**
         * FlagSuggestion
         * @description Somebody who looks like staff, a bot or a test, and why; nothing happens until a person says so.
         */
        FlagSuggestion: {
            /** Customer */
            customer: string;
            /** Events */
            events: number;
            /**
             * Flag
             * @enum {string}
             */
            flag: "staff" | "bot" | "test";
            /** Label */
            label: string;
            reason: components["schemas"]["Name"];
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
         * Given
         * @description A condition: as a document, or written: in words, or as the text of a document. `now`: asked of this minute, as
         *     segments are; otherwise of the last event of the log, as questions are.
         */
        Given: {
            /** Condition */
            condition?: {
                [key: string]: unknown;
            } | null;
            /**
             * Now
             * @default false
             */
            now: boolean;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * GivenPeriods
         * @description All periods there are to be.
         */
        GivenPeriods: {
            /** Periods */
            periods: components["schemas"]["PeriodBody"][];
        };
        /**
         * Held
         * @description Whether a condition holds of a customer at a moment; `until` is the earliest one after it at which that changes
         *     without another event, None = it never does.
         */
        Held: {
            /** At */
            at: number;
            /** Customer */
            customer: string;
            /** Holds */
            holds: boolean;
            /** Until */
            until: number | null;
        };
        /**
         * HookSettings
         * @description A webhook as it was set up: where it is reached, how its sender proves itself, and its mapping as TOML.
         *
         *     Some systems ask the address to prove itself first; `verify_token` is what they are given for that.
         */
        HookSettings: {
            /** Delivery Header */
            delivery_header: string;
            /** Mapping */
            mapping: string;
            /** Name */
            name: string;
            /** Path */
            path: string;
            /** Preset */
            preset: string;
            /** Secrets */
            secrets: number;
            /** Signature */
            signature: {
                [key: string]: unknown;
            };
            /** Source */
            source: string;
            /** State */
            state: string;
            /** Verify Token */
            verify_token: string;
        };
        /**
         * HookSignature
         * @description How a sender proves itself; what is left out is as the preset or the scheme has it.
         */
        HookSignature: {
            /** Algorithm */
            algorithm?: ("sha256" | "sha1" | "sha512") | null;
            /** App Id */
            app_id?: string | null;
            /** Encoding */
            encoding?: ("hex" | "base64") | null;
            /** Header */
            header?: string | null;
            /** Prefix */
            prefix?: string | null;
            /** Query */
            query?: string | null;
            /** Scheme */
            scheme?: ("hmac" | "zalo" | "token" | "basic" | "none") | null;
            /** Signed */
            signed?: string | null;
            /** Timestamp Header */
            timestamp_header?: string | null;
            /** Tolerance S */
            tolerance_s?: number | null;
            /** User */
            user?: string | null;
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
         * IdentityRules
         * @description By which rules evidence joins people, kinds in the order of their priority.
         */
        IdentityRules: {
            /** Blocked */
            blocked: string[];
            /** Kinds */
            kinds: components["schemas"]["KindOfIdentifier"][];
            /** Most Identifiers */
            most_identifiers: number;
            /** Most Links */
            most_links: number;
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
         * Invitation
         * @description Customers of a persona who agreed to be asked: `ids` are canonical. Nothing is sent.
         */
        Invitation: {
            /** Agreed */
            agreed: number;
            /** Customers */
            customers: number;
            /** Ids */
            ids: string[];
        };
        /**
         * Invited
         * @description What customers must have agreed to, and on which channel.
         */
        Invited: {
            /** Channel */
            channel: string;
            /** Purpose */
            purpose: string;
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
         * Joined
         * @description What was accepted: how many pairs, and the number of the decision when it was one.
         */
        Joined: {
            /** Decision */
            decision?: number | null;
            /** Joined */
            joined: number;
        };
        /**
         * JourneyMap
         * @description A current-state map, drawn from the log; with a lane for each segment that was asked for.
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
            /**
             * Moves
             * @default []
             */
            moves: components["schemas"]["SegmentLane"][];
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
         * Keyed
         * @description What people call something, and the key under which conditions name it.
         */
        Keyed: {
            /** Key */
            key: string;
            /** Name */
            name: string;
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
         * KindBody
         * @description What one kind of identifier is worth.
         */
        KindBody: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "customer" | "email" | "phone" | "device";
            /**
             * Most
             * @default 50
             */
            most: number;
            /**
             * Role
             * @enum {string}
             */
            role: "unique" | "strong" | "weak";
            /**
             * Sharers
             * @default 0
             */
            sharers: number;
        };
        /**
         * KindOfIdentifier
         * @description What one kind of identifier is worth; see `identity.rules`.
         */
        KindOfIdentifier: {
            /** Kind */
            kind: string;
            /** Most */
            most: number;
            /** Role */
            role: string;
            /** Sharers */
            sharers: number;
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
         * KnownSystem
         * @description A system whose webhooks have a ready mapping; `proven` says that it was tried against the real one.
         */
        KnownSystem: {
            /** Key */
            key: string;
            /** Mapping */
            mapping: string;
            name: components["schemas"]["Name"];
            /** Proven */
            proven: boolean;
            /** Signature */
            signature: {
                [key: string]: unknown;
            };
        };
        /**
         * Learned
         * @description The pace that the business's own days speak for: percent of the usual volume, with its 95 % interval. `days` of
         *     the period lie in the log, in so many `times` that it came; `sure` when there are enough, the pace is apart
         *     from 100 and the interval leaves 100 out.
         */
        Learned: {
            /** Days */
            days: number;
            /** High */
            high: number;
            /** Low */
            low: number;
            /** Percent */
            percent: number;
            /** Sure */
            sure: boolean;
            /** Times */
            times: number;
        };
        /**
         * LeftOut
         * @description A row of a list's file about which there is something to say, by the line on which it begins (of identifiers
         *     without a file: by their place). It names nobody, or what is no identifier, and is left out; nobody has done
         *     anything under it yet; or the row of line `first` named it already, or the same customer by another identifier.
         */
        LeftOut: {
            /** First */
            first?: number | null;
            /** Line */
            line: number;
            /**
             * Why
             * @enum {string}
             */
            why: "empty" | "unreadable" | "unknown" | "repeated" | "same_person";
            /** Written */
            written: string;
        };
        /**
         * Levels
         * @description Customers by how silent they are.
         */
        Levels: {
            /** Active */
            active: number;
            /** Left */
            left: number;
            /** Slowing */
            slowing: number;
        };
        /**
         * Lifted
         * @description How many identifiers are welcome again.
         */
        Lifted: {
            /** Lifted */
            lifted: number;
        };
        /**
         * Line
         * @description What somebody wrote about a persona under one of the four questions, and where they know it from.
         */
        Line: {
            /**
             * Asks
             * @enum {string}
             */
            asks: "who" | "drivers" | "goals" | "satisfaction";
            /** At */
            at: number;
            /** By */
            by: string;
            /** Source */
            source: string;
            /** Text */
            text: string;
        };
        /**
         * LineBody
         * @description What somebody knows under one of the four questions, and where from.
         */
        LineBody: {
            /**
             * Asks
             * @enum {string}
             */
            asks: "who" | "drivers" | "goals" | "satisfaction";
            /** Source */
            source: string;
            /** Text */
            text: string;
        };
        /**
         * ListChange
         * @description What a new file would make of a list: how many people come onto it, go and stay, by whatever they are named, and
         *     what became of the rows, as in `Listed`.
         */
        ListChange: {
            /** Come */
            come: number;
            /** Go */
            go: number;
            /** Known */
            known: number;
            /** Left Out */
            left_out: components["schemas"]["LeftOut"][];
            /** Repeated */
            repeated: number;
            /** Rows */
            rows: number;
            /** Same Person */
            same_person: number;
            /** Stay */
            stay: number;
            /** Unknown */
            unknown: number;
            /** Unreadable */
            unreadable: number;
        };
        /**
         * Listed
         * @description What became of a file of identifiers: of its `rows`, `known` are customers of ours, and of `unknown` nobody has
         *     done anything yet; `unreadable` name nobody, `repeated` stand there already, and `same_person` name a customer of an
         *     earlier row by another identifier. The first rows with something to say.
         */
        Listed: {
            /** Known */
            known: number;
            /**
             * Left Out
             * @default []
             */
            left_out: components["schemas"]["LeftOut"][];
            /** Repeated */
            repeated: number;
            /** Rows */
            rows: number;
            /** Same Person */
            same_person: number;
            segment: components["schemas"]["Segment"];
            /** Unknown */
            unknown: number;
            /** Unreadable */
            unreadable: number;
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
         * @description A touchpoint with the reasons for it in words, what its rule `asks` of an event beside its name and channel, and
         *     what it takes after all rules before it.
         */
        ListedTouchpoint: {
            asks: components["schemas"]["Name"];
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
         * Member
         * @description Somebody who is in a segment, and since when: never earlier than the segment was made.
         */
        Member: {
            /** Customer */
            customer: string;
            /** Since */
            since: number;
        };
        /**
         * MembersShown
         * @description A page of members: since when each is one, and who they are, both in the same order.
         */
        MembersShown: {
            /** Following */
            following: string;
            /** Members */
            members: components["schemas"]["Member"][];
            page: components["schemas"]["CustomerPage"];
            /** Total */
            total: number;
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
         * Message
         * @description What an alert promised to send: waiting, sent or parked (given up, until somebody sends it again).
         */
        Message: {
            /** Attempts */
            attempts: number;
            /** Done At */
            done_at: number | null;
            /** Due At */
            due_at: number;
            /** Kind */
            kind: string;
            /** Promised At */
            promised_at: number;
            /** Sequence */
            sequence: number;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "sent" | "parked";
            /** To */
            to: string;
            /** Trouble */
            trouble: string;
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
         * Moved
         * @description Customers of a stage who entered or left a segment while they stood in it, how many `times` in all, and what
         *     share of the stage's customers they are; None where the stage has none.
         */
        Moved: {
            behind: components["schemas"]["Behind"];
            /** Customers */
            customers: number;
            share: components["schemas"]["Interval"] | null;
            /** Times */
            times: number;
        };
        /**
         * MovedIdentifier
         * @description An identifier that is somebody else's than before.
         */
        MovedIdentifier: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Identifier */
            identifier: string;
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
         * MovePreview
         * @description What a move would change; `place` is where the touchpoint stands today, the first being 1.
         */
        MovePreview: {
            /** Customers */
            customers: number;
            /** Events */
            events: number;
            /** Place */
            place: number;
            /** Taken */
            taken: components["schemas"]["Taken"][];
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
         * NameBody
         * @description A name in both languages.
         */
        NameBody: {
            /** En */
            en: string;
            /** Vi */
            vi: string;
        };
        /**
         * Named
         * @description A key of the registry, or of a segment, with its name.
         */
        Named: {
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
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
         * NamedWord
         * @description A touchpoint, a stage or a list.
         */
        NamedWord: {
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
        };
        /**
         * NewAlert
         * @description An alert just made or changed. `secret` signs what its webhook gets, and is shown only when it is made.
         */
        NewAlert: {
            alert: components["schemas"]["Alert"];
            /** Secret */
            secret: string;
        };
        /**
         * NewAlertBody
         * @description A number to watch: of a saved question, or of a segment (`size`; `entered` and `left` in the last `days`).
         */
        NewAlertBody: {
            /** Name */
            name: string;
            /**
             * Question
             * @default
             */
            question: string;
            /**
             * Segment
             * @default
             */
            segment: string;
            watch: components["schemas"]["WatchBody"];
        };
        /**
         * NewConnector
         * @description A connector to set up: a table of a database, or a CSV file.
         */
        NewConnector: {
            /**
             * Cursor
             * @default
             */
            cursor: string;
            /**
             * Every S
             * @default 3600
             */
            every_s: number;
            /**
             * Keys
             * @default []
             */
            keys: string[];
            /**
             * Kind
             * @enum {string}
             */
            kind: "database" | "csv";
            /** Mapping */
            mapping: string;
            /** Name */
            name: string;
            /**
             * Table
             * @default
             */
            table: string;
            /**
             * Table Schema
             * @default
             */
            table_schema: string;
            /** Url */
            url: string;
        };
        /**
         * NewDashboard
         * @description A dashboard and its tiles.
         */
        NewDashboard: {
            /** Name */
            name: string;
            /**
             * Tiles
             * @default []
             */
            tiles: components["schemas"]["TileBody"][];
        };
        /**
         * NewFlag
         * @description What somebody is, who is not a real customer.
         */
        NewFlag: {
            /**
             * Flag
             * @enum {string}
             */
            flag: "staff" | "bot" | "test";
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * NewHook
         * @description A webhook to set up: a preset, or a mapping and a signature of one's own.
         */
        NewHook: {
            /**
             * Delivery Header
             * @default
             */
            delivery_header: string;
            /**
             * Mapping
             * @default
             */
            mapping: string;
            /** Name */
            name: string;
            /**
             * Preset
             * @default
             */
            preset: string;
            /**
             * Secret
             * @default
             */
            secret: string;
            /** @default {} */
            signature: components["schemas"]["HookSignature"];
            /**
             * Unsigned
             * @default false
             */
            unsigned: boolean;
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
         * NewLink
         * @description How long a link lasts.
         */
        NewLink: {
            /**
             * Days
             * @default 30
             */
            days: number;
        };
        /**
         * NewListBody
         * @description Customers to keep as a list: any of their identifiers, with its kind or as people write it.
         */
        NewListBody: {
            /** Identifiers */
            identifiers: string[];
            /**
             * Key
             * @default
             */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * NewNote
         * @description A note about whoever has this identifier.
         */
        NewNote: {
            /** Identifier */
            identifier: string;
            /** Text */
            text: string;
        };
        /**
         * NewPersona
         * @description A name, and the condition of the customers it stands for.
         */
        NewPersona: {
            /** Condition */
            condition: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
        };
        /**
         * NewPlace
         * @description The place at which a touchpoint's rule is to be tried; the first is 1.
         */
        NewPlace: {
            /** Place */
            place: number;
        };
        /**
         * NewRemark
         * @description An obstacle or a note, where it stands, and the number that shows it.
         */
        NewRemark: {
            about: components["schemas"]["ElementBody"];
            asked?: components["schemas"]["NumberAsked"] | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "obstacle" | "note";
            /**
             * Stage Set
             * @default
             */
            stage_set: string;
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Title
             * @default
             */
            title: string;
        };
        /**
         * NewSaved
         * @description A question to keep, and what it is called.
         */
        NewSaved: {
            asked: components["schemas"]["AskedBody"];
            /** Name */
            name: string;
        };
        /**
         * NewSecretKey
         * @description A secret key and what it may do. Events sent with it belong to `source` (`server` when left out);
         *     without `days` it works until it is revoked.
         */
        NewSecretKey: {
            /** Days */
            days?: number | null;
            /** Name */
            name: string;
            /** Scopes */
            scopes: ("collect:protected" | "profiles:read" | "profiles:write" | "people:decide" | "data:read" | "data:erase" | "admin")[];
            /**
             * Source
             * @default
             */
            source: string;
        };
        /**
         * NewSegment
         * @description A segment just made or changed. `secret` signs what its webhook gets, and is shown only when it is made.
         */
        NewSegment: {
            /**
             * Secret
             * @default
             */
            secret: string;
            segment: components["schemas"]["Segment"];
        };
        /**
         * NewSegmentBody
         * @description A condition to keep under a name; without a key one is made from the name. `webhook` is told who enters and
         *     leaves.
         */
        NewSegmentBody: {
            /** Condition */
            condition: {
                [key: string]: unknown;
            };
            /**
             * Key
             * @default
             */
            key: string;
            /** Name */
            name: string;
            /**
             * Webhook
             * @default
             */
            webhook: string;
        };
        /**
         * NewShare
         * @description A link just made: the only time that its token is shown.
         */
        NewShare: {
            share: components["schemas"]["Share"];
            /** Token */
            token: string;
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
         * NewWording
         * @description The next version of a wording, in both languages.
         */
        NewWording: {
            en: components["schemas"]["WordingText-Input"];
            /** Key */
            key: string;
            /** Purpose */
            purpose: string;
            vi: components["schemas"]["WordingText-Input"];
        };
        /**
         * Note
         * @description What somebody wrote about a customer. A removed note keeps its place and author; its words are no longer shown.
         *
         *     `hidden` flags a note in which numbers were masked before it was kept.
         */
        Note: {
            /** At */
            at: number;
            /** By */
            by: string;
            /** Hidden */
            hidden: ("card" | "id")[];
            /** Id */
            id: string;
            /** Identifier */
            identifier: string;
            /** Removed At */
            removed_at: number | null;
            /** Text */
            text: string;
        };
        /**
         * NumberAsked
         * @description A number of an answer: the question as it is asked over HTTP, its selection, and the words of `where`.
         */
        NumberAsked: {
            /**
             * Channel
             * @default []
             */
            channel: string[];
            /** From At */
            from_at?: number | null;
            /**
             * Over
             * @default touchpoints
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
            /**
             * Per
             * @default customer
             */
            per: string;
            /** Question */
            question: string;
            /**
             * Segment
             * @default []
             */
            segment: string[];
            /** To At */
            to_at?: number | null;
            /**
             * Trait
             * @default []
             */
            trait: string[];
            /** Where */
            where: {
                [key: string]: string;
            };
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
         * OldNote
         * @description A note that is no longer wanted.
         */
        OldNote: {
            /** Id */
            id: string;
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
         * ParameterLine
         * @description One parameter of a question; `default` is written as a person would write it, "" = left out; `choices` are all it
         *     may be, or nothing.
         */
        ParameterLine: {
            /** Choices */
            choices: string[];
            /** Default */
            default: string;
            help: components["schemas"]["Name"];
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Required */
            required: boolean;
        };
        /**
         * Passage
         * @description Somebody entered or left a segment, told beside what they did: why, in words, and for an event its id.
         */
        Passage: {
            /** At */
            at: number;
            /** Event Id */
            event_id: string;
            /** Name */
            name: string;
            said: components["schemas"]["Name"];
            /** Segment */
            segment: string;
            /** Sequence */
            sequence: number;
            /** Version */
            version: number;
            /**
             * What
             * @enum {string}
             */
            what: "entered" | "left";
            /**
             * Why
             * @enum {string}
             */
            why: "event" | "window" | "people" | "consent" | "account" | "list" | "mark" | "definition" | "recount";
        };
        /**
         * Passed
         * @description Customers who entered, and who left.
         */
        Passed: {
            /** Entered */
            entered: number;
            /** Left */
            left: number;
        };
        /**
         * PeriodBody
         * @description A period. `tet`: days from the first day of the lunar year; `yearly`: MM-DD; `once`: dates. `percent` is the pace
         *     that somebody set, null = as learned.
         */
        PeriodBody: {
            /** First */
            first: string;
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "tet" | "yearly" | "once";
            /** Last */
            last: string;
            name: components["schemas"]["NameBody"];
            /** Percent */
            percent?: number | null;
        };
        /**
         * Persona
         * @description A persona: its condition and what people wrote. `version` grows with each change; times are epoch seconds.
         */
        Persona: {
            /** At */
            at: number;
            /** By */
            by: string;
            /** Condition */
            condition: {
                [key: string]: unknown;
            };
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["Line"][];
            /** Name */
            name: string;
            /** Version */
            version: number;
        };
        /**
         * PersonConsents
         * @description A person's standings, one per purpose and channel, and everything they ever said, the newest first.
         */
        PersonConsents: {
            /** Customer */
            customer: string;
            /** Ledger */
            ledger: components["schemas"]["Consent"][];
            /** Standings */
            standings: components["schemas"]["Standing"][];
        };
        /**
         * PersonLookup
         * @description What a server needs to speak to one person, with the keys of the segments that they are in.
         */
        PersonLookup: {
            /** Accounts */
            accounts: string[];
            /** Computed */
            computed: {
                [key: string]: number | string | null;
            };
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
            /** Last At */
            last_at: number;
            /** Segments */
            segments: string[];
            /** Stage */
            stage: string;
            /**
             * State
             * @enum {string}
             */
            state: "active" | "slowing" | "left";
            /** Traits */
            traits: {
                [key: string]: string;
            };
        };
        /**
         * PersonNow
         * @description Somebody whom a decision was about, as they are now.
         */
        PersonNow: {
            /** Customer */
            customer: string;
            /** Identifiers */
            identifiers: string[];
        };
        /**
         * PersonPage
         * @description One person as of this moment, with the segments that they are in, by name.
         */
        PersonPage: {
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
            /** Segments */
            segments: components["schemas"]["Belongs"][];
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
         * PersonTimeline
         * @description A page of what somebody did and of the segments that they entered and left, both newest first; a change stands
         *     above the events of its second. `total` events and `total_changes` fit the filter, whether they are shown or not;
         *     `next_cursor` leads to what is older and stays true while more arrives.
         */
        PersonTimeline: {
            /** Changes */
            changes: components["schemas"]["Passage"][];
            /** Customer */
            customer: string;
            /** Events */
            events: components["schemas"]["TimelineEvent"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Total */
            total: number;
            /** Total Changes */
            total_changes: number;
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
         * Pointed
         * @description The same, and one number of the answer: {"step": "2", "state": "stopped"}.
         */
        Pointed: {
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
            /**
             * Per
             * @default customer
             */
            per: string;
            /**
             * Where
             * @default {}
             */
            where: {
                [key: string]: string;
            };
        };
        /**
         * Portrait
         * @description What the log says of a persona's customers. `answers` are rows of the question `compare` under the question of
         *     the four that they help to answer; `purchase` and `satisfaction` what comes before a purchase and before ratings;
         *     `journey` is a row of the question `representative`; `unknown` are gaps.
         */
        Portrait: {
            /** Answers */
            answers: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
            /** As Of */
            as_of: number;
            /** Customers */
            customers: number;
            /** High */
            high: number;
            /** Journey */
            journey: {
                [key: string]: unknown;
            } | null;
            /** Low */
            low: number;
            /** Of */
            of: number;
            purchase: components["schemas"]["Drivers"];
            /** Quotes */
            quotes: components["schemas"]["wend__personas__model__Quote"][];
            satisfaction: components["schemas"]["Drivers"];
            /** Share */
            share: number;
            /** Unknown */
            unknown: ("few" | "drivers" | "goals" | "traits" | "journey" | "quotes" | "feelings")[];
        };
        /**
         * PreviewedStageSet
         * @description An edited stage set beside today's: customers by stage of each, everybody's move (those who stay among them), how
         *     many `moved`, how silent they are, what is wrong or odd, and what differs.
         */
        PreviewedStageSet: {
            /** Changes */
            changes: components["schemas"]["Name"][];
            /** Customers */
            customers: number;
            /** Findings */
            findings: components["schemas"]["SaidFinding"][];
            levels: components["schemas"]["Levels"];
            levels_today: components["schemas"]["Levels"];
            /** Moved */
            moved: number;
            /** Moves */
            moves: components["schemas"]["StageMove"][];
            /** Stages */
            stages: components["schemas"]["StagePreview"][];
            /** Today */
            today: components["schemas"]["StagePreview"][];
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
         * PropertyWord
         * @description A property of events, by what its values look like.
         */
        PropertyWord: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "number" | "flag" | "date" | "text";
            /** Name */
            name: string;
        };
        /**
         * Proposals
         * @description Kinds of customers that could become personas; or why there are none (`few`, `unstable`, `small`).
         */
        Proposals: {
            /** Kinds */
            kinds: components["schemas"]["Proposed"][];
            /** Refused */
            refused: string | null;
        };
        /**
         * Proposed
         * @description A kind of customers that could become a persona: its number in the answer of `clusters`, its size, and the rows
         *     that say what it is like.
         */
        Proposed: {
            /** Customers */
            customers: number;
            /** Group */
            group: number;
            /** Share */
            share: number;
            /** Typical */
            typical: {
                [key: string]: unknown;
            }[];
        };
        /**
         * Provenance
         * @description Where a number comes from: the question asked, over which events, and when; with which version of which stage
         *     set and of the registry (0 = as proposed); and the names of the segments whose members it is about, "" = everybody.
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
            /**
             * Registry Version
             * @default 0
             */
            registry_version: number;
            /**
             * Segments
             * @default
             */
            segments: string;
            /**
             * Stage Set
             * @default
             */
            stage_set: string;
            /**
             * Stage Set Version
             * @default 0
             */
            stage_set_version: number;
            /** To At */
            to_at: number;
        };
        /**
         * Purpose
         * @description What data is used for. `needs` names what a wording must say before anybody may be asked.
         */
        "Purpose-Input": {
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
            /** Needs */
            needs: string[];
        };
        /**
         * Purpose
         * @description What data is used for. `needs` names what a wording must say before anybody may be asked.
         */
        "Purpose-Output": {
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
            /** Needs */
            needs: string[];
        };
        /**
         * Purposes
         * @description The workspace's own list.
         */
        Purposes: {
            /** Purposes */
            purposes: components["schemas"]["Purpose-Input"][];
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
         * QuestionLine
         * @description A question that can be asked; `fixed` when it cannot be asked over anything but `over`; `rows` names the table
         *     in its answer, `caution` says what that does not say. Parameters that name a file are left out.
         */
        QuestionLine: {
            caution: components["schemas"]["Name"] | null;
            /** Fixed */
            fixed: boolean;
            help: components["schemas"]["Name"];
            /**
             * Over
             * @enum {string}
             */
            over: "events" | "touchpoints";
            /** Parameters */
            parameters: components["schemas"]["ParameterLine"][];
            /** Question */
            question: string;
            /** Rows */
            rows: string;
            title: components["schemas"]["Name"];
        };
        /**
         * Ready
         * @description The wording that ships for a purpose, to start from.
         */
        Ready: {
            en: components["schemas"]["WordingText-Output"];
            /** Purpose */
            purpose: string;
            vi: components["schemas"]["WordingText-Output"];
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
         * Recorded
         * @description What became of the rows given: how many are in the ledger now, and which could not be taken.
         */
        Recorded: {
            /** Added */
            added: number;
            /** Refused */
            refused: components["schemas"]["Refusal"][];
        };
        /**
         * Refusal
         * @description A row that was not recorded: which one of those given, and why (a text key).
         */
        Refusal: {
            /** Place */
            place: number;
            /** Reason */
            reason: string;
        };
        /**
         * Remark
         * @description An obstacle or a note, where it stands, and the number that shows it. `version` grows with each change; times are
         *     epoch seconds.
         */
        Remark: {
            about: components["schemas"]["Element"];
            /** At */
            at: number;
            /** By */
            by: string;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "obstacle" | "note";
            number: components["schemas"]["ShownNumber"] | null;
            /** Stage Set */
            stage_set: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Version */
            version: number;
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
         * ReplayedHook
         * @description What became of the records in quarantine.
         */
        ReplayedHook: {
            /** Events */
            events: number;
            /** Records */
            records: number;
            /** Still Held */
            still_held: number;
        };
        /**
         * Restored
         * @description The version to go back to.
         */
        Restored: {
            /** Version */
            version: number;
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
         * RulesBody
         * @description Rules by which evidence joins people; kinds in the order of their priority.
         */
        RulesBody: {
            /**
             * Blocked
             * @default []
             */
            blocked: string[];
            /** Kinds */
            kinds: components["schemas"]["KindBody"][];
            /**
             * Most Identifiers
             * @default 50
             */
            most_identifiers: number;
            /**
             * Most Links
             * @default 200
             */
            most_links: number;
        };
        /**
         * Said
         * @description One thing a person said. `channel` is `all` or empty for every channel; `at` is now when it is left out.
         */
        Said: {
            /** At */
            at?: number | null;
            /**
             * Channel
             * @default
             */
            channel: string;
            /** Identifier */
            identifier: string;
            /**
             * Method
             * @default
             */
            method: string;
            /**
             * Proof
             * @default
             */
            proof: string;
            /** Purpose */
            purpose: string;
            /**
             * State
             * @enum {string}
             */
            state: "granted" | "withdrawn";
            /**
             * Wording
             * @default
             */
            wording: string;
            /**
             * Wording Version
             * @default 0
             */
            wording_version: number;
        };
        /**
         * SaidFinding
         * @description One thing that is wrong ("error": it stops a save) or odd about a stage or its set, named by key.
         */
        SaidFinding: {
            /** Entry */
            entry: string;
            /**
             * Level
             * @enum {string}
             */
            level: "error" | "warning";
            sentence: components["schemas"]["Name"];
        };
        /**
         * SaidRows
         * @description What people said; all of it is written down, or none.
         */
        SaidRows: {
            /** Rows */
            rows: components["schemas"]["Said"][];
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
         * Saved
         * @description One version of a saved question: what is asked, who said so and when.
         */
        Saved: {
            asked: components["schemas"]["Asked-Output"];
            /** At */
            at: number;
            /** By */
            by: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Version */
            version: number;
        };
        /**
         * SavedPeriods
         * @description The same; `version` is the one that was seen.
         */
        SavedPeriods: {
            /** Periods */
            periods: components["schemas"]["PeriodBody"][];
            /** Version */
            version: number;
        };
        /**
         * ScaleWord
         * @description A scale on which customers answer, with its lowest and highest answer.
         */
        ScaleWord: {
            /** High */
            high: number;
            /** Low */
            low: number;
            /**
             * Scale
             * @enum {string}
             */
            scale: "stars5" | "csat5" | "csat7" | "ces7" | "nps" | "ten";
        };
        /**
         * Searched
         * @description A search for suggestions: how many people were looked at, and how many suggestions are new.
         */
        Searched: {
            /** Found */
            found: number;
            /** New */
            new: number;
            /** People */
            people: number;
        };
        /**
         * SeenValue
         * @description A value that was seen, and how often.
         */
        SeenValue: {
            /** Times */
            times: number;
            /** Value */
            value: string;
        };
        /**
         * Segment
         * @description A segment as it stands. `condition` is a canonical document; a list is the condition to be on it.
         *
         *     `size` are its members now. While it is `computing`, `done` of `total` customers are judged by what it says now, and
         *     the others still stand as they stood before.
         */
        Segment: {
            /** At */
            at: number;
            /** By */
            by: string;
            /** Condition */
            condition: {
                [key: string]: unknown;
            };
            /** Done */
            done: number;
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "condition" | "list";
            /** Made At */
            made_at: number;
            /** Name */
            name: string;
            /** Size */
            size: number;
            /**
             * State
             * @enum {string}
             */
            state: "computing" | "live";
            /** Total */
            total: number;
            /** Version */
            version: number;
            /** Webhook */
            webhook: string;
        };
        /**
         * SegmentLane
         * @description Where on the map customers entered and left a segment in the map's period, told `since` it was made.
         *
         *     `elsewhere` are those who moved while they stood in no stage of the map: before any touchpoint, or without an event
         *     in its period; `anew` those who only moved because the segment was changed or everybody was judged anew, who are in
         *     no stage's numbers.
         */
        SegmentLane: {
            anew: components["schemas"]["Passed"];
            elsewhere: components["schemas"]["Passed"];
            /** Name */
            name: string;
            /** Segment */
            segment: string;
            /** Since */
            since: number;
            /** Stages */
            stages: components["schemas"]["StageMoves"][];
            /** Version */
            version: number;
        };
        /**
         * SegmentVersion
         * @description What a segment said from a moment on.
         */
        SegmentVersion: {
            /** At */
            at: number;
            /** By */
            by: string;
            /** Condition */
            condition: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /** Version */
            version: number;
        };
        /**
         * SegmentWord
         * @description A segment; `undated` is why it cannot be told when it is entered and left, nor a stage be told by it, "" where it
         *     can.
         */
        SegmentWord: {
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
            /** Undated */
            undated: ("no_history" | "of_entries" | "compared") | "";
        };
        /**
         * SentAgain
         * @description Whether there was a message to send again.
         */
        SentAgain: {
            /** Again */
            again: boolean;
        };
        /**
         * Share
         * @description A read-only link to a dashboard, or to a persona, whose id stands in the same place. Its token is known to nobody
         *     but those who were given it.
         */
        Share: {
            /** By */
            by: string;
            /** Created At */
            created_at: number;
            /** Dashboard */
            dashboard: string;
            /** Expires At */
            expires_at: number;
            /** Id */
            id: string;
            /** Live */
            live: boolean;
            /** Revoked At */
            revoked_at: number | null;
        };
        /**
         * SharedBoard
         * @description A dashboard as somebody with a link sees it: no names of people, and only what its tiles need.
         */
        SharedBoard: {
            /** Expires At */
            expires_at: number;
            /** Name */
            name: string;
            /** Questions */
            questions: components["schemas"]["Saved"][];
            /** Segments */
            segments: components["schemas"]["Named"][];
            /** Stages */
            stages: components["schemas"]["Named"][];
            /** Tiles */
            tiles: components["schemas"]["Tile"][];
            /** Timezone */
            timezone: string;
            /** Touchpoints */
            touchpoints: components["schemas"]["Named"][];
        };
        /**
         * SharedPage
         * @description A shared dashboard with what its page needs to draw it.
         */
        SharedPage: {
            board: components["schemas"]["SharedBoard"];
            /**
             * Language
             * @enum {string}
             */
            language: "en" | "vi";
            /** Lines */
            lines: components["schemas"]["QuestionLine"][];
        };
        /**
         * SharedPersona
         * @description A persona as somebody with a link sees it: what its condition says in both languages (None where that names
         *     somebody), the lines of people without who wrote them, the portrait without quotes, and what things are called.
         */
        SharedPersona: {
            /** Expires At */
            expires_at: number;
            /** Lines */
            lines: components["schemas"]["Line"][];
            /** Name */
            name: string;
            portrait: components["schemas"]["Portrait"];
            says: components["schemas"]["Name"] | null;
            /** Stages */
            stages: components["schemas"]["Named"][];
            /** Timezone */
            timezone: string;
            /** Touchpoints */
            touchpoints: components["schemas"]["Named"][];
        };
        /**
         * SharedPersonaPage
         * @description A shared persona, and the currency of its amounts.
         */
        SharedPersonaPage: {
            /** Currency */
            currency: string;
            persona: components["schemas"]["SharedPersona"];
        };
        /**
         * SharedValue
         * @description A value that joins nobody because too many have it, or because the rules block it.
         */
        SharedValue: {
            /** Identifier */
            identifier: string;
            /** Links */
            links: number;
            reason: components["schemas"]["Name"];
            /**
             * Why
             * @enum {string}
             */
            why: "two_numbers" | "too_many" | "shared" | "apart" | "blocked";
        };
        /**
         * ShownNumber
         * @description A number as it was when somebody put it on the map: the customers behind it, as a share of the `share.n` whom the
         *     question was asked of. `as_of` is the moment up to which the log was known then.
         */
        ShownNumber: {
            /** As Of */
            as_of: number;
            asked: components["schemas"]["AskedNumber"];
            /** Customers */
            customers: number;
            share: components["schemas"]["Interval"];
        };
        /**
         * ShownPeriod
         * @description A period with the `pace` that holds, in percent of the usual one, and what the log speaks for, if anything.
         */
        ShownPeriod: {
            /** First */
            first: string;
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "tet" | "yearly" | "once";
            /** Last */
            last: string;
            learned: components["schemas"]["Learned"] | null;
            name: components["schemas"]["Name"];
            /** Pace */
            pace: number;
            /** Percent */
            percent: number | null;
        };
        /**
         * ShownSeasons
         * @description All periods; `version` 0 = none was ever saved. `proposed` is Tết, where it is not among them.
         */
        ShownSeasons: {
            /** Periods */
            periods: components["schemas"]["ShownPeriod"][];
            /** Proposed */
            proposed: components["schemas"]["ShownPeriod"][];
            /** Version */
            version: number;
        };
        /**
         * Side
         * @description One of two people who may be one. `last_at` is None for somebody without events.
         */
        Side: {
            /** Customer */
            customer: string;
            /** Events */
            events: number;
            /** Identifiers */
            identifiers: string[];
            /** Label */
            label: string;
            /** Last At */
            last_at: number | null;
            /** Money */
            money: (string | number)[][];
            /** Traits */
            traits: string[][];
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
         * SizeAt
         * @description How many customers the condition held of at one moment (epoch seconds).
         */
        SizeAt: {
            /** At */
            at: number;
            /** Customers */
            customers: number;
        };
        /**
         * SizePoint
         * @description How large a segment was at the end of a day that begins at `at` (UTC), and how many entered and left that day.
         *
         *     `computed`: nobody counted then; it is what today's log says of that moment under today's definition.
         */
        SizePoint: {
            /** At */
            at: number;
            /** Computed */
            computed: boolean;
            /** Entered */
            entered: number;
            /** Left */
            left: number;
            /** Size */
            size: number;
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
         * @description One stage: reached when any of its rules has fired, or when the condition `enter` holds; left when `exit` holds.
         *     Both are canonical documents (`docs/conditions.md`), None = none. The first stage of a set needs neither.
         *
         *     `touches` is how many touches a customer is meant to have while in it, 0 = no plan.
         */
        Stage: {
            /** Enter */
            enter?: {
                [key: string]: unknown;
            } | null;
            /** Exit */
            exit?: {
                [key: string]: unknown;
            } | null;
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
            /**
             * Touches
             * @default 0
             */
            touches: number;
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
         * StageMove
         * @description Customers who stand in the stage `before` today and would stand in `after`.
         */
        StageMove: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Customers */
            customers: number;
        };
        /**
         * StageMoves
         * @description What happened between a segment and a stage.
         */
        StageMoves: {
            entered: components["schemas"]["Moved"];
            left: components["schemas"]["Moved"];
            /** Stage */
            stage: string;
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
         * @description Customers who would stand in a stage at the end, and of these who would be slowing down or have left;
         *     `customers_today` stand in the stage of the same key today.
         */
        StagePreview: {
            /** Customers */
            customers: number;
            /** Customers Today */
            customers_today: number;
            /** Left */
            left: number;
            name: components["schemas"]["Name"];
            /** Slowing */
            slowing: number;
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
         * @description Stages in order. A customer stands in the furthest stage that is open: one of its rules has fired or its entry
         *     held since its exit last did. This is so at every moment, from the first touchpoint on.
         *
         *     `slowing_after_days` and `left_after_days` are silences, measured at the moment of asking: the customer keeps the
         *     stage, and is also *slowing down* or *left*; the next event brings them back. With `slowing_times`, whoever paused
         *     often enough is slowing down after so many of their own usual pauses instead; the days hold for the others.
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
            /**
             * Slowing Times
             * @default 0
             */
            slowing_times: number;
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
         * StageSetVersion
         * @description One version with what changed since the one before it; `at` is epoch seconds, 0 when nobody knows.
         */
        StageSetVersion: {
            /** At */
            at: number;
            /** By */
            by: string;
            /** Changes */
            changes: components["schemas"]["Name"][];
            /** Current */
            current: boolean;
            stage_set: components["schemas"]["StageSet"];
            /** Version */
            version: number;
        };
        /**
         * StageSetWord
         * @description A stage set with its stages in order.
         */
        StageSetWord: {
            /** Key */
            key: string;
            name: components["schemas"]["Name"];
            /** Stages */
            stages: components["schemas"]["NamedWord"][];
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
         * SuggestedPair
         * @description Two people who may be one: how strong the evidence is (log₂ of the odds) and what it is, in both languages.
         */
        SuggestedPair: {
            a: components["schemas"]["SuggestedPerson"];
            b: components["schemas"]["SuggestedPerson"];
            /** Probability */
            probability: number;
            reason: components["schemas"]["Name"];
            /** Weight */
            weight: number;
        };
        /**
         * SuggestedPerson
         * @description One of the two, with what a person needs to recognise them.
         */
        SuggestedPerson: {
            /** Customer */
            customer: string;
            /** Label */
            label: string;
        };
        /**
         * SuggestionPage
         * @description Open suggestions, the strongest first.
         */
        SuggestionPage: {
            /** Next Offset */
            next_offset: number | null;
            /** Suggestions */
            suggestions: components["schemas"]["SuggestedPair"][];
            /** Total */
            total: number;
        };
        /**
         * Taken
         * @description Events that belong to the touchpoint `before` today and would belong to `after`, and how many customers' they
         *     are.
         */
        Taken: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Customers */
            customers: number;
            /** Events */
            events: number;
        };
        /**
         * Tile
         * @description A place on a dashboard: `x`, `y`, `width` and `height` in cells. It shows the saved question with the id
         *     `question`, or `text`.
         */
        Tile: {
            /** Height */
            height: number;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "question" | "text";
            /**
             * Question
             * @default
             */
            question: string;
            /**
             * Text
             * @default
             */
            text: string;
            /** Width */
            width: number;
            /** X */
            x: number;
            /** Y */
            y: number;
        };
        /**
         * TileBody
         * @description A tile of a dashboard twelve cells wide.
         */
        TileBody: {
            /** Height */
            height: number;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "question" | "text";
            /**
             * Question
             * @default
             */
            question: string;
            /**
             * Text
             * @default
             */
            text: string;
            /** Width */
            width: number;
            /** X */
            x: number;
            /** Y */
            y: number;
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
         * Told
         * @description How far a question is: in which of its walks through the log, and what share of that is behind it, 0 to 1.
         */
        Told: {
            /** Share */
            share: number;
            /** Walk */
            walk: number;
        };
        /**
         * Touchpoint
         * @description One row of the registry.
         *
         *     `stage` is the key of its home stage (a hint for drafting); `begun_by` says who starts the interaction; `kind`
         *     whether something is said (a message, an advertisement) or done. `should_use`: it belongs to the journey as it is
         *     meant to be, whether it happens or not. `owner` answers for it; one touch costs `cost` minor units of `currency`;
         *     `target` is how many customers are meant to be there within 30 days, 0 = no target.
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
             * Cost
             * @default 0
             */
            cost: number;
            /**
             * Currency
             * @default
             */
            currency: string;
            /**
             * Drafted
             * @default true
             */
            drafted: boolean;
            /** Key */
            key: string;
            /**
             * Kind
             * @default action
             * @enum {string}
             */
            kind: "communication" | "action";
            name: components["schemas"]["Name"];
            /**
             * Owner
             * @default
             */
            owner: string;
            /**
             * Reasons
             * @default []
             */
            reasons: components["schemas"]["Reason"][];
            rule: components["schemas"]["EventRule"];
            /**
             * Should Use
             * @default true
             */
            should_use: boolean;
            /**
             * Stage
             * @default
             */
            stage: string;
            /**
             * Target
             * @default 0
             */
            target: number;
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
         * TraitRules
         * @description How a trait's value is chosen where several were said: `default` for all, `rules` by trait; `trusted` names
         *     sources, the most trusted first.
         */
        TraitRules: {
            /**
             * Default
             * @default newest
             * @enum {string}
             */
            default: "newest" | "trusted" | "first";
            /**
             * Rules
             * @default []
             */
            rules: (string | ("newest" | "trusted" | "first"))[][];
            /**
             * Trusted
             * @default []
             */
            trusted: string[];
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
         * TraitWord
         * @description A trait of customers or of their accounts, with its values where they are few.
         */
        TraitWord: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "number" | "flag" | "date" | "text";
            /** Name */
            name: string;
            /** Values */
            values: components["schemas"]["SeenValue"][];
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
         * TrialBody
         * @description A body as the other system sends it, and the mapping to try on it.
         */
        TrialBody: {
            /** Body */
            body: string;
            /**
             * Content Type
             * @default application/json
             */
            content_type: string;
            /** Mapping */
            mapping: string;
        };
        /**
         * TriedHook
         * @description A body tried with a mapping; nothing is written. `problems` are sentences.
         */
        TriedHook: {
            /** Events */
            events: components["schemas"]["TriedRecord"][];
            /** Problems */
            problems: components["schemas"]["Name"][];
            /** Records */
            records: number;
        };
        /**
         * TriedRecord
         * @description What a mapping makes of a record: events as the log would hold them, or why it cannot be used.
         */
        TriedRecord: {
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
            /** Identifiers */
            identifiers: string[];
            /** Properties */
            properties: {
                [key: string]: unknown;
            };
            /** Subject */
            subject: string;
        };
        /**
         * Undo
         * @description A join by the name it carries on the profile: `12` for evidence, `d3` for a decision, or a pair `a=b`.
         */
        Undo: {
            /** Join */
            join: string;
            /**
             * Note
             * @default
             */
            note: string;
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
         * ValueCount
         * @description A value of a computed trait and how many people have it.
         */
        ValueCount: {
            /** Customers */
            customers: number;
            /** Value */
            value: string;
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
        /**
         * Watch
         * @description What an alert looks at, how often, and whom it tells: addresses of e-mail, and the address of a webhook.
         */
        Watch: {
            bounds: components["schemas"]["Bounds"];
            cell: components["schemas"]["Cell"];
            /**
             * Emails
             * @default []
             */
            emails: string[];
            /**
             * Every S
             * @default 3600
             */
            every_s: number;
            /**
             * Language
             * @default en
             * @enum {string}
             */
            language: "en" | "vi";
            /**
             * On
             * @default true
             */
            on: boolean;
            /**
             * Webhook
             * @default
             */
            webhook: string;
        };
        /**
         * WatchBody
         * @description What is watched, how often, and who is told, in which language.
         */
        WatchBody: {
            bounds: components["schemas"]["BoundsBody"];
            cell: components["schemas"]["CellBody"];
            /**
             * Emails
             * @default []
             */
            emails: string[];
            /**
             * Every S
             * @default 3600
             */
            every_s: number;
            /**
             * Language
             * @default en
             * @enum {string}
             */
            language: "en" | "vi";
            /**
             * On
             * @default true
             */
            on: boolean;
            /**
             * Webhook
             * @default
             */
            webhook: string;
        };
        /**
         * Quote
         * @description What one customer said.
         */
        wend__maps__model__Quote: {
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
         * Quote
         * @description What a customer of the persona said, without anything by which they could be reached. The feeling is from −2 to
         *     2.
         */
        wend__personas__model__Quote: {
            /** At */
            at: number;
            /** Feeling */
            feeling: number | null;
            /** Text */
            text: string;
        };
        /**
         * Asked
         * @description The same of one customer, by any of their identifiers, at a moment: now, when none is said.
         */
        wend__web__conditions__Asked: {
            /** Condition */
            condition?: {
                [key: string]: unknown;
            } | null;
            /** Customer */
            customer: string;
            /** Moment */
            moment?: number | null;
            /**
             * Now
             * @default false
             */
            now: boolean;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * Pair
         * @description The pair of a conflict.
         */
        wend__web__people__Pair: {
            /** A */
            a: string;
            /** B */
            b: string;
        };
        /**
         * Asked
         * @description Who is meant, and why; both go to the audit log, the person under a keyed hash.
         */
        wend__web__privacy__Asked: {
            /** Customer */
            customer: string;
            /** Reason */
            reason: string;
        };
        /**
         * Asked
         * @description A question's parameters by name, as on the command line: {"steps": "a > b", "within": "7d"}. `per`:
         *     "customer" (also when left out), "session" or a property of events.
         */
        wend__web__questions__Asked: {
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
            /**
             * Per
             * @default customer
             */
            per: string;
        };
        /**
         * Pair
         * @description The two people of a suggestion.
         */
        wend__web__suggestions__Pair: {
            /** A */
            a: string;
            /** B */
            b: string;
        };
        /**
         * Wording
         * @description A published version of a wording; it never changes, so that a consent can name what was read.
         */
        Wording: {
            en: components["schemas"]["WordingText-Output"];
            /** Key */
            key: string;
            /** Purpose */
            purpose: string;
            /** Saved At */
            saved_at: number;
            /** Version */
            version: number;
            vi: components["schemas"]["WordingText-Output"];
        };
        /**
         * WordingText
         * @description What is shown in one language: the request itself, and the sentences that the law wants said with it.
         */
        "WordingText-Input": {
            /** Ask */
            ask: string;
            /**
             * Content
             * @default
             */
            content: string;
            /**
             * Form
             * @default
             */
            form: string;
            /**
             * Frequency
             * @default
             */
            frequency: string;
            /**
             * Method
             * @default
             */
            method: string;
            /**
             * Sensitive
             * @default
             */
            sensitive: string;
        };
        /**
         * WordingText
         * @description What is shown in one language: the request itself, and the sentences that the law wants said with it.
         */
        "WordingText-Output": {
            /** Ask */
            ask: string;
            /**
             * Content
             * @default
             */
            content: string;
            /**
             * Form
             * @default
             */
            form: string;
            /**
             * Frequency
             * @default
             */
            frequency: string;
            /**
             * Method
             * @default
             */
            method: string;
            /**
             * Sensitive
             * @default
             */
            sensitive: string;
        };
        /**
         * Words
         * @description Every name that a condition may use; stages are those of the default stage set, which comes first among
         *     `stage_sets`. `channels` are those of events, `consent_channels` those on which somebody may agree to something of
         *     `purposes`. `bought` are the events that are a purchase, `currency` is the one that most amounts are in, `as_of` the
         *     moment at which conditions are counted.
         */
        Words: {
            /** Account Traits */
            account_traits: components["schemas"]["TraitWord"][];
            /** As Of */
            as_of: number;
            /** Bought */
            bought: string[];
            /** Channels */
            channels: string[];
            /** Computed */
            computed: components["schemas"]["ComputedWord"][];
            /** Consent Channels */
            consent_channels: string[];
            /** Currency */
            currency: string;
            /** Customers */
            customers: number;
            /** Events */
            events: components["schemas"]["EventWord"][];
            /** Identifiers */
            identifiers: ("customer" | "email" | "phone" | "device")[];
            /** Lists */
            lists: components["schemas"]["NamedWord"][];
            /** Purposes */
            purposes: components["schemas"]["NamedWord"][];
            /** Scales */
            scales: components["schemas"]["ScaleWord"][];
            /** Segments */
            segments: components["schemas"]["SegmentWord"][];
            /** Stage Sets */
            stage_sets: components["schemas"]["StageSetWord"][];
            /** Stages */
            stages: components["schemas"]["NamedWord"][];
            /** Touchpoints */
            touchpoints: components["schemas"]["NamedWord"][];
            /** Traits */
            traits: components["schemas"]["TraitWord"][];
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
    accounts_api_accounts_get: {
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
                    "application/json": components["schemas"]["AccountPage"];
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
    account_api_accounts__account__get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                account: string;
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
                    "application/json": components["schemas"]["Account"];
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
    alerts_api_alerts_get: {
        parameters: {
            query?: {
                segment?: string;
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
                    "application/json": components["schemas"]["Alert"][];
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
    create_api_alerts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAlertBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAlert"];
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
    alert_api_alerts__alert__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert: string;
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
                    "application/json": components["schemas"]["Alert"];
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
    change_api_alerts__alert__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedAlertBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAlert"];
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
    remove_api_alerts__alert__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert: string;
            };
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
    check_api_alerts__alert__check_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert: string;
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
                    "application/json": components["schemas"]["Alert"];
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
    checks_api_alerts__alert__checks_get: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                alert: string;
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
                    "application/json": components["schemas"]["AlertCheck"][];
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
    messages_api_alerts__alert__messages_get: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                alert: string;
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
                    "application/json": components["schemas"]["Message"][];
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
    again_api_alerts__alert__messages__message__again_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert: string;
                message: number;
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
                    "application/json": components["schemas"]["SentAgain"];
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
    renew_secret_api_alerts__alert__secret_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert: string;
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
                    "application/json": components["schemas"]["NewAlert"];
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
    computed_traits_api_computed_traits_get: {
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
                    "application/json": components["schemas"]["ComputedTrait"][];
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
    computed_trait_api_computed_traits__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
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
                    "application/json": components["schemas"]["ComputedColumn"];
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
    define_trait_api_computed_traits__name__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComputedTrait"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComputedTrait"];
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
    forget_trait_api_computed_traits__name__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
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
                    "application/json": components["schemas"]["ComputedTrait"][];
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
    check_api_conditions_check_post: {
        parameters: {
            query?: {
                lang?: string | null;
            };
            header?: {
                "accept-language"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Given"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checked"];
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
    count_api_conditions_count_post: {
        parameters: {
            query?: {
                lang?: string | null;
            };
            header?: {
                "accept-language"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Given"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionCount"];
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
    holds_api_conditions_holds_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wend__web__conditions__Asked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Held"];
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
    sample_api_conditions_sample_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Given"];
            };
        };
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
    sizes_api_conditions_sizes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Given"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SizeAt"][];
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
    values_api_conditions_values_get: {
        parameters: {
            query: {
                property: string;
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
                    "application/json": components["schemas"]["SeenValue"][];
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
    words_api_conditions_words_get: {
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
                    "application/json": components["schemas"]["Words"];
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
    connectors_api_connectors_get: {
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
                    "application/json": components["schemas"]["ConnectorSettings"][];
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
    add_connector_api_connectors_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConnector"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorSettings"];
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
    connector_api_connectors__source__get: {
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
                    "application/json": components["schemas"]["ConnectorSettings"];
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
    change_connector_api_connectors__source__put: {
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
                "application/json": components["schemas"]["ChangedConnector"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorSettings"];
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
    replay_connector_api_connectors__source__replay_post: {
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
    run_connector_api_connectors__source__run_post: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorSettings"];
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
    purposes_api_consent_purposes_get: {
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
                    "application/json": components["schemas"]["Purpose-Output"][];
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
    change_purposes_api_consent_purposes_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Purposes"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Purpose-Output"][];
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
    say_api_consents_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaidRows"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
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
    consents_api_consents__customer__get: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["PersonConsents"];
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
                account?: string;
                channel?: string[];
                column?: string[];
                flag?: "" | "real" | "flagged" | "staff" | "bot" | "test";
                has_conflict?: boolean;
                limit?: number;
                offset?: number;
                query?: string;
                seen_from?: number | null;
                seen_to?: number | null;
                segment?: string[];
                sort?: "last_seen" | "first_seen" | "events" | "name";
                stage?: string[];
                state?: ("active" | "slowing" | "left")[];
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
                    "application/json": components["schemas"]["PersonPage"];
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
    all_dashboards_api_dashboards_get: {
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
                    "application/json": components["schemas"]["Dashboard"][];
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
    create_api_dashboards_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDashboard"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
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
    one_dashboard_api_dashboards__dashboard__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dashboard: string;
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
                    "application/json": components["schemas"]["Dashboard"];
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
    change_dashboard_api_dashboards__dashboard__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dashboard: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedDashboard"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
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
    remove_dashboard_api_dashboards__dashboard__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dashboard: string;
            };
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
    shares_api_dashboards__dashboard__shares_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dashboard: string;
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
                    "application/json": components["schemas"]["Share"][];
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
    share_api_dashboards__dashboard__shares_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dashboard: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLink"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewShare"];
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
    plan_api_erasure_plans__customer__get: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["ErasurePlan"];
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
    erasures_api_erasures_get: {
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
                    "application/json": components["schemas"]["ErasureNote"][];
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
    erase_api_erasures_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmed"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
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
    lift_api_erasures_lift_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wend__web__privacy__Asked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lifted"];
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
    save_flag_rules_api_flag_rules_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlagRules"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flags"];
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
    flags_api_flags_get: {
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
                    "application/json": components["schemas"]["Flags"];
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
    flag_api_flags__customer__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFlag"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flags"];
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
    unflag_api_flags__customer__delete: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Flags"];
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
    systems_api_hook_systems_get: {
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
                    "application/json": components["schemas"]["KnownSystem"][];
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
    try_hook_api_hook_trials_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedHook"];
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
    hooks_api_hooks_get: {
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
                    "application/json": components["schemas"]["HookSettings"][];
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
    add_hook_api_hooks_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHook"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HookSettings"];
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
    hook_api_hooks__source__get: {
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
                    "application/json": components["schemas"]["HookSettings"];
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
    change_hook_api_hooks__source__put: {
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
                "application/json": components["schemas"]["ChangedHook"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HookSettings"];
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
    replay_hook_api_hooks__source__replay_post: {
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
                    "application/json": components["schemas"]["ReplayedHook"];
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
                /** @description Only members of any of these, as of now. */
                segment?: string[];
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
                kind: "stage" | "step" | "touchpoint" | "obstacle" | "feeling" | "slowing" | "left" | "transition" | "entered" | "exited";
                limit?: number;
                offset?: number;
                /** @description Only members of any of these, as of now. */
                segment?: string[];
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
                /** @description A lane for each of these segments. */
                moves?: string[];
                /** @description Only members of any of these, as of now. */
                segment?: string[];
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
    moves_api_map_moves_get: {
        parameters: {
            query?: {
                /** @description Only these channels. */
                channel?: string[];
                /** @description First second of the period. */
                from_at?: number | null;
                /** @description A lane for each of these segments. */
                moves?: string[];
                /** @description Only members of any of these, as of now. */
                segment?: string[];
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
                    "application/json": components["schemas"]["SegmentLane"][];
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
    obstacles_api_map_obstacles_get: {
        parameters: {
            query?: {
                /** @description Only these channels. */
                channel?: string[];
                /** @description First second of the period. */
                from_at?: number | null;
                /** @description Only members of any of these, as of now. */
                segment?: string[];
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
                /** @description Only members of any of these, as of now. */
                segment?: string[];
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
    every_api_map_remarks_get: {
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
                    "application/json": components["schemas"]["Remark"][];
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
    add_api_map_remarks_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRemark"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remark"];
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
    change_api_map_remarks__remark__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                remark: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedRemark"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remark"];
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
    remove_api_map_remarks__remark__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                remark: string;
            };
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
    now_api_map_remarks__remark__now_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                remark: string;
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
                    "application/json": components["schemas"]["ShownNumber"] | null;
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
    write_api_notes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNote"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
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
    notes_api_notes__customer__get: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Note"][];
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
    remove_api_notes_remove_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OldNote"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
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
                /** @description Only members of any of these, as of now. */
                segment?: string[];
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
    conflicts_api_people_conflicts_get: {
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
                    "application/json": components["schemas"]["ConflictPage"];
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
    leave_api_people_conflicts_leave_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wend__web__people__Pair"];
            };
        };
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
    decide_api_people_decisions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionMade"];
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
    rules_api_people_rules_get: {
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
                    "application/json": components["schemas"]["IdentityRules"];
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
    change_rules_api_people_rules_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRules"];
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
    shared_api_people_shared_get: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["SharedValue"][];
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
    waiting_api_people_suggestions_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                weight?: number;
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
                    "application/json": components["schemas"]["SuggestionPage"];
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
    search_api_people_suggestions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Searched"];
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
    accept_api_people_suggestions_accept_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wend__web__suggestions__Pair"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
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
    accept_all_api_people_suggestions_accept_all_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Bulk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
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
    dismiss_api_people_suggestions_dismiss_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wend__web__suggestions__Pair"];
            };
        };
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
    undo_api_people_undo_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Undo"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionMade"];
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
    person_file_api_person_files_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wend__web__privacy__Asked"];
            };
        };
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
    every_api_personas_get: {
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
                    "application/json": components["schemas"]["Persona"][];
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
    create_api_personas_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPersona"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Persona"];
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
    one_api_personas__persona__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona: string;
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
                    "application/json": components["schemas"]["Persona"];
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
    change_api_personas__persona__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedPersona"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Persona"];
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
    remove_api_personas__persona__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona: string;
            };
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
    invitation_api_personas__persona__invitation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invited"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
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
    invitation_file_api_personas__persona__invitation_file_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invited"];
            };
        };
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
    portrait_api_personas__persona__portrait_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona: string;
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
                    "application/json": components["schemas"]["Portrait"];
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
    persona_shares_api_personas__persona__shares_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona: string;
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
                    "application/json": components["schemas"]["Share"][];
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
    share_persona_api_personas__persona__shares_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLink"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewShare"];
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
    proposed_api_personas_proposed_get: {
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
                    "application/json": components["schemas"]["Proposals"];
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
    look_up_api_profiles__identifier__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identifier: string;
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
                    "application/json": components["schemas"]["PersonLookup"];
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
    every_api_questions_get: {
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
                    "application/json": components["schemas"]["QuestionLine"][];
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
                /** @description Only customers in any of these segments. */
                segment?: string[];
                /** @description First second after the period. */
                to_at?: number | null;
                /** @description Only customers with `name=value`. */
                trait?: string[];
            };
            header?: {
                /** @description A name to ask after it by. */
                "x-wend-asked"?: string | null;
            };
            path: {
                question: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wend__web__questions__Asked"];
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
    behind_api_questions__question__customers_post: {
        parameters: {
            query?: {
                /** @description Only these channels. */
                channel?: string[];
                /** @description First second of the period. */
                from_at?: number | null;
                limit?: number;
                offset?: number;
                /** @description Only customers in any of these segments. */
                segment?: string[];
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
                "application/json": components["schemas"]["Pointed"];
            };
        };
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
    file_api_questions__question__file_post: {
        parameters: {
            query?: {
                /** @description Only these channels. */
                channel?: string[];
                format?: "csv" | "parquet" | "xlsx" | "svg" | "png" | "pdf";
                /** @description First second of the period. */
                from_at?: number | null;
                lang?: string | null;
                /** @description Only customers in any of these segments. */
                segment?: string[];
                /** @description First second after the period. */
                to_at?: number | null;
                /** @description Only customers with `name=value`. */
                trait?: string[];
            };
            header?: {
                "accept-language"?: string | null;
            };
            path: {
                question: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wend__web__questions__Asked"];
            };
        };
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
    how_far_api_questions_asked__asked__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asked: string;
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
                    "application/json": components["schemas"]["Told"] | null;
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
    stop_api_questions_asked__asked__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asked: string;
            };
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
    ready_api_ready_wordings_get: {
        parameters: {
            query?: {
                purpose?: string | null;
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
                    "application/json": components["schemas"]["Ready"][];
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
    all_saved_api_saved_questions_get: {
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
                    "application/json": components["schemas"]["Saved"][];
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
    save_api_saved_questions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSaved"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
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
    one_saved_api_saved_questions__saved__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved: string;
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
                    "application/json": components["schemas"]["Saved"];
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
    change_saved_api_saved_questions__saved__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedSaved"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
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
    remove_saved_api_saved_questions__saved__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved: string;
            };
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
    answer_api_saved_questions__saved__answer_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved: string;
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
    versions_api_saved_questions__saved__versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved: string;
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
                    "application/json": components["schemas"]["Saved"][];
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
    every_api_seasons_get: {
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
                    "application/json": components["schemas"]["ShownSeasons"];
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
    save_api_seasons_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedPeriods"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownSeasons"];
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
    preview_api_seasons_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenPeriods"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownSeasons"];
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
    every_api_segments_get: {
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
                    "application/json": components["schemas"]["Segment"][];
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
    create_api_segments_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSegmentBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSegment"];
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
    one_api_segments__key__get: {
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
                    "application/json": components["schemas"]["Segment"];
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
    change_api_segments__key__put: {
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
                "application/json": components["schemas"]["ChangedSegmentBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSegment"];
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
    remove_api_segments__key__delete: {
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
    export_api_segments__key__export_get: {
        parameters: {
            query?: {
                format?: "csv" | "parquet" | "meta" | "google";
                purpose?: string[];
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
    history_api_segments__key__history_get: {
        parameters: {
            query?: {
                after?: number | null;
                before?: number | null;
                limit?: number;
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
                    "application/json": components["schemas"]["ChangesShown"];
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
    members_api_segments__key__members_get: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["MembersShown"];
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
    recount_api_segments__key__recount_post: {
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
                    "application/json": components["schemas"]["Segment"];
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
    size_api_segments__key__size_get: {
        parameters: {
            query?: {
                days?: number;
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
                    "application/json": components["schemas"]["SizePoint"][];
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
    versions_api_segments__key__versions_get: {
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
                    "application/json": components["schemas"]["SegmentVersion"][];
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
    changes_of_api_segments_changes_of__customer__get: {
        parameters: {
            query?: {
                limit?: number;
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
                    "application/json": components["schemas"]["Change"][];
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
    create_list_api_segments_lists_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewListBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed"];
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
    replace_list_api_segments_lists__key__put: {
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
                "application/json": components["schemas"]["ChangedListBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed"];
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
    replace_list_by_file_api_segments_lists__key__file_put: {
        parameters: {
            query?: {
                adding?: boolean;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_replace_list_by_file_api_segments_lists__key__file_put"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed"];
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
    preview_list_api_segments_lists__key__preview_post: {
        parameters: {
            query?: {
                adding?: boolean;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_preview_list_api_segments_lists__key__preview_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListChange"];
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
    upload_list_api_segments_lists_file_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_list_api_segments_lists_file_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed"];
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
    left_out_of_list_api_segments_lists_left_out_post: {
        parameters: {
            query?: {
                lang?: string | null;
            };
            header?: {
                "accept-language"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_left_out_of_list_api_segments_lists_left_out_post"];
            };
        };
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
    of_customer_api_segments_of__customer__get: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Belongs"][];
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
    shared_api_shared_get: {
        parameters: {
            query?: never;
            header?: {
                "x-wend-share"?: string;
            };
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
                    "application/json": components["schemas"]["SharedPage"];
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
    shared_persona_api_shared_persona_get: {
        parameters: {
            query?: never;
            header?: {
                "x-wend-share"?: string;
            };
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
                    "application/json": components["schemas"]["SharedPersonaPage"];
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
    shared_answer_api_shared_tiles__tile__get: {
        parameters: {
            query?: never;
            header?: {
                "x-wend-share"?: string;
            };
            path: {
                tile: string;
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
    revoke_api_shares__share__revoke_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share: string;
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
                    "application/json": components["schemas"]["Share"];
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
            query?: {
                edited?: number | null;
            };
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
    restore_api_stage_sets__key__restore_post: {
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
                "application/json": components["schemas"]["Restored"];
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
    versions_api_stage_sets__key__versions_get: {
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
                    "application/json": components["schemas"]["StageSetVersion"][];
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
            query?: {
                today?: string | null;
            };
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
                    "application/json": components["schemas"]["PreviewedStageSet"];
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
    timeline_api_timelines__customer__get: {
        parameters: {
            query?: {
                channel?: string[];
                cursor?: string | null;
                limit?: number;
                segment?: string[];
                segments?: "beside" | "only" | "none";
                stage_set?: string | null;
                touchpoint?: string[];
                with_money?: boolean;
                with_rating?: boolean;
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
                    "application/json": components["schemas"]["PersonTimeline"];
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
    move_api_touchpoints__key__move_post: {
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
                "application/json": components["schemas"]["NewPlace"];
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
    preview_move_api_touchpoints__key__move_preview_post: {
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
                "application/json": components["schemas"]["NewPlace"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovePreview"];
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
    trait_rules_api_trait_rules_get: {
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
                    "application/json": components["schemas"]["TraitRules"];
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
    save_trait_rules_api_trait_rules_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TraitRules"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraitRules"];
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
    wordings_api_wordings_get: {
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
                    "application/json": components["schemas"]["Wording"][];
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
    publish_api_wordings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWording"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wording"];
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
