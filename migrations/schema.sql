CREATE TRIGGER assessment_is_never_rewritten BEFORE UPDATE ON assessment
    BEGIN SELECT RAISE(ABORT, 'an assessment is never rewritten'); END;

CREATE TRIGGER audit_event_is_never_changed BEFORE UPDATE ON audit_event
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER audit_event_is_never_removed BEFORE DELETE ON audit_event
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER audit_head_only_grows BEFORE UPDATE ON audit_head WHEN new.events != old.events + 1
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER check_run_is_never_rewritten BEFORE UPDATE ON check_run
    BEGIN SELECT RAISE(ABORT, 'a reading is never rewritten'); END;

CREATE TABLE application (
        id INTEGER PRIMARY KEY,
        association_id INTEGER NOT NULL REFERENCES association,
        round_id INTEGER NOT NULL REFERENCES grant_round,
        state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN (
            'draft', 'submitted', 'in_review', 'completion_requested', 'decided', 'withdrawn', 'archived')),
        created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??Z'),
        submitted_at TEXT CHECK (submitted_at GLOB '????-??-??T??:??:??Z'),
        times_submitted INTEGER NOT NULL DEFAULT 0 CHECK (times_submitted >= 0),
        case_number TEXT UNIQUE,
        refused TEXT,
        officer_id INTEGER REFERENCES person,
        opened_at TEXT CHECK (opened_at GLOB '????-??-??T??:??:??Z'),
        reviewed_at TEXT CHECK (reviewed_at GLOB '????-??-??T??:??:??Z'),
        UNIQUE (association_id, round_id),
        CHECK ((state = 'draft') = (submitted_at IS NULL)),
        CHECK ((submitted_at IS NULL) = (case_number IS NULL)),
        CHECK ((submitted_at IS NULL) = (times_submitted = 0))
    ) STRICT;

CREATE TABLE assessment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        application_id INTEGER NOT NULL REFERENCES application,
        criterion TEXT NOT NULL,
        judgement TEXT NOT NULL CHECK (judgement IN ('described', 'unclear', 'missing', 'not_applicable')),
        motivation TEXT NOT NULL,
        check_run_id INTEGER REFERENCES check_run,
        reading TEXT CHECK (reading IN ('described', 'unclear', 'missing')),
        officer_id INTEGER NOT NULL REFERENCES person,
        at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z')
    ) STRICT;

CREATE TABLE association (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        kind TEXT NOT NULL
            CHECK (kind IN ('sport', 'culture', 'youth', 'outdoor', 'seniors', 'disability', 'other')),
        organisation_number TEXT UNIQUE CHECK (organisation_number GLOB '??????-????')
    ) STRICT;

CREATE TABLE audit_event (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
        actor_kind TEXT NOT NULL CHECK (actor_kind IN ('person', 'reading', 'operator')),
        actor_person INTEGER REFERENCES person,
        action TEXT NOT NULL,
        object_kind TEXT NOT NULL,
        object_id INTEGER NOT NULL,
        details TEXT NOT NULL CHECK (json_valid(details)),
        previous TEXT NOT NULL CHECK (length(previous) = 64),
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        CHECK ((actor_kind = 'person') = (actor_person IS NOT NULL))
    ) STRICT;

CREATE TABLE audit_head (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        events INTEGER NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT;

CREATE TABLE check_run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
        workflow TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
        outcome TEXT NOT NULL CHECK (outcome IN ('read', 'unreadable', 'stopped')),
        error TEXT,
        program TEXT NOT NULL,
        pipeline TEXT,
        pipeline_version TEXT,
        rule_set_version TEXT REFERENCES rule_set_version,
        flag TEXT CHECK (flag IN ('flagged', 'review', 'clear')),
        concrete_examples INTEGER CHECK (concrete_examples >= 0),
        unread_pages INTEGER CHECK (unread_pages >= 0),
        document BLOB,
        analysis BLOB,
        CHECK ((outcome = 'read') = (error IS NULL)),
        CHECK ((outcome = 'read') = (analysis IS NOT NULL AND document IS NOT NULL AND flag IS NOT NULL
            AND rule_set_version IS NOT NULL AND pipeline IS NOT NULL AND concrete_examples IS NOT NULL))
    ) STRICT;

CREATE TABLE evidence (
        id INTEGER PRIMARY KEY,
        finding_id INTEGER NOT NULL REFERENCES finding ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        kind TEXT NOT NULL CHECK (kind IN ('action', 'routine', 'policy', 'stance', 'plan', 'negated', 'other_actor',
            'past_period', 'incident', 'off_topic')),
        page INTEGER NOT NULL CHECK (page >= 1),
        text TEXT NOT NULL,
        UNIQUE (finding_id, position)
    ) STRICT;

CREATE TABLE finding (
        id INTEGER PRIMARY KEY,
        check_run_id INTEGER NOT NULL REFERENCES check_run ON DELETE CASCADE,
        criterion TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('described', 'unclear', 'missing')),
        reason TEXT NOT NULL,
        UNIQUE (check_run_id, criterion)
    ) STRICT;

CREATE TABLE grant_round (
        id INTEGER PRIMARY KEY,
        name_sv TEXT NOT NULL,
        name_en TEXT NOT NULL,
        who_may_apply_sv TEXT NOT NULL,
        who_may_apply_en TEXT NOT NULL,
        late_rule_sv TEXT NOT NULL,
        late_rule_en TEXT NOT NULL,
        opens_at TEXT NOT NULL CHECK (opens_at GLOB '????-??-??T??:??:??Z'),
        closes_at TEXT NOT NULL CHECK (closes_at GLOB '????-??-??T??:??:??Z' AND closes_at > opens_at),
        late_until TEXT CHECK (late_until GLOB '????-??-??T??:??:??Z' AND late_until > closes_at),
        decision_by TEXT NOT NULL CHECK (decision_by GLOB '????-??-??'),
        period_start TEXT NOT NULL CHECK (period_start GLOB '????-??-??'),
        period_end TEXT NOT NULL CHECK (period_end GLOB '????-??-??' AND period_end > period_start),
        ruleset TEXT NOT NULL,
        occasion TEXT NOT NULL CHECK (occasion IN ('application', 'follow_up')),
        draft_days INTEGER NOT NULL DEFAULT 30 CHECK (draft_days >= 0)
    ) STRICT;

CREATE TABLE membership (
        person_id INTEGER NOT NULL REFERENCES person,
        association_id INTEGER NOT NULL REFERENCES association,
        PRIMARY KEY (person_id, association_id)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE municipality (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL,
        unit TEXT NOT NULL,
        phone TEXT NOT NULL,
        phone_hours TEXT NOT NULL,
        email TEXT NOT NULL
    ) STRICT;

CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        email TEXT NOT NULL UNIQUE COLLATE NOCASE,
        name TEXT NOT NULL,
        password_hash TEXT NOT NULL,
        language TEXT NOT NULL DEFAULT 'sv' CHECK (language IN ('sv', 'en')),
        density TEXT NOT NULL DEFAULT 'comfortable' CHECK (density IN ('comfortable', 'compact')),
        active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
        created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??Z')
    ) STRICT;

CREATE TABLE person_role (
        person_id INTEGER NOT NULL REFERENCES person,
        role TEXT NOT NULL CHECK (role IN ('association', 'officer', 'federation', 'follow_up', 'admin')),
        PRIMARY KEY (person_id, role)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE proposed_commitment (
        id INTEGER PRIMARY KEY,
        check_run_id INTEGER NOT NULL REFERENCES check_run ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        text TEXT NOT NULL,
        page INTEGER NOT NULL CHECK (page >= 1),
        due TEXT CHECK (due GLOB '????-??-??'),
        UNIQUE (check_run_id, position)
    ) STRICT;

CREATE TABLE reading_progress (
        report_id INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
        step TEXT NOT NULL CHECK (step IN ('received', 'pages', 'comparing', 'done')),
        pages_read INTEGER NOT NULL CHECK (pages_read >= 0),
        pages INTEGER NOT NULL CHECK (pages >= pages_read)
    ) STRICT;

CREATE TABLE report (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        application_id INTEGER NOT NULL REFERENCES application,
        current INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        filename TEXT NOT NULL,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL CHECK (size > 0),
        uploaded_at TEXT NOT NULL CHECK (uploaded_at GLOB '????-??-??T??:??:??Z'),
        uploaded_by INTEGER NOT NULL REFERENCES person,
        state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'read', 'unreadable', 'stopped')),
        reading INTEGER NOT NULL DEFAULT 1 CHECK (reading >= 1),
        error TEXT,
        error_details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(error_details)),
        UNIQUE (application_id, sha256),
        CHECK ((state IN ('unreadable', 'stopped')) = (error IS NOT NULL))
    ) STRICT;

CREATE TABLE report_sketch (
        report_id INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
        sketches BLOB NOT NULL CHECK (length(sketches) % 16 = 0)
    ) STRICT;

CREATE VIRTUAL TABLE report_text USING fts5(text, tokenize = "unicode61 remove_diacritics 0");

CREATE TABLE rule_set_version (
        fingerprint TEXT PRIMARY KEY CHECK (length(fingerprint) = 64),
        ruleset TEXT NOT NULL,
        content TEXT NOT NULL CHECK (json_valid(content)),
        first_used_at TEXT NOT NULL CHECK (first_used_at GLOB '????-??-??T??:??:??Z')
    ) STRICT, WITHOUT ROWID;

CREATE TABLE sentence_band (
        band INTEGER NOT NULL,
        report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
        place INTEGER NOT NULL CHECK (place >= 0),
        PRIMARY KEY (band, report_id, place)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_failure (
        id INTEGER PRIMARY KEY,
        email TEXT NOT NULL COLLATE NOCASE,
        address TEXT NOT NULL,
        at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z')
    ) STRICT;

CREATE INDEX application_round ON application (round_id, state);

CREATE INDEX assessment_criterion ON assessment (application_id, criterion, id);

CREATE INDEX audit_event_object ON audit_event (object_kind, object_id);

CREATE INDEX check_run_report ON check_run (report_id, id);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE UNIQUE INDEX report_current ON report (application_id) WHERE current = 1;

CREATE INDEX report_file ON report (sha256);

CREATE INDEX report_queued ON report (id) WHERE state = 'queued';

CREATE INDEX sentence_band_report ON sentence_band (report_id);

CREATE INDEX sign_in_failure_at ON sign_in_failure (at);
