"""The numbered steps that lead from an empty file to today's. A step that has shipped is never edited again.

Over 300 lines: the tables are read in one piece.
"""

_SYNC = """
CREATE TABLE sync_state (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    profile TEXT NOT NULL,
    stream TEXT NOT NULL,
    epoch TEXT NOT NULL DEFAULT '',
    cursor TEXT NOT NULL DEFAULT '',
    token TEXT NOT NULL DEFAULT '',
    rebuilding TEXT NOT NULL DEFAULT '[]',
    generation INTEGER NOT NULL DEFAULT 1,
    is_sweeping INTEGER NOT NULL DEFAULT 0,
    sets_aside INTEGER NOT NULL DEFAULT 0,
    checked_at INTEGER,
    found_wrong TEXT NOT NULL DEFAULT '[]',
    confirmed_seq INTEGER NOT NULL DEFAULT 0,
    next_seq INTEGER NOT NULL DEFAULT 1,
    next_place INTEGER NOT NULL DEFAULT 1,
    backed_up INTEGER NOT NULL DEFAULT 0,
    is_sealed INTEGER NOT NULL DEFAULT 0,
    turn INTEGER NOT NULL DEFAULT 0,
    last_contact INTEGER,
    understood TEXT NOT NULL DEFAULT '',
    words_of TEXT NOT NULL DEFAULT ''
);

CREATE TABLE confirmed (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    generation INTEGER NOT NULL,
    deleted_at INTEGER,
    body BLOB NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE INDEX confirmed_deleted ON confirmed (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    op TEXT NOT NULL,
    group_key TEXT,
    is_withdrawn INTEGER NOT NULL DEFAULT 0,
    was INTEGER NOT NULL DEFAULT 0,
    occurred_at INTEGER NOT NULL,
    frozen BLOB NOT NULL
);
CREATE INDEX outbox_record ON outbox (id, is_withdrawn);

CREATE TABLE sent (
    place INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    op TEXT NOT NULL,
    group_key TEXT,
    occurred_at INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    kept_since INTEGER NOT NULL,
    frozen BLOB NOT NULL
);
CREATE INDEX sent_time ON sent (sent_at);

CREATE TABLE attention (
    place INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    op TEXT NOT NULL,
    group_key TEXT,
    occurred_at INTEGER NOT NULL,
    parked_at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT '',
    fields TEXT NOT NULL DEFAULT '{}',
    theirs TEXT NOT NULL DEFAULT '{}',
    cause TEXT,
    frozen BLOB NOT NULL
);
CREATE INDEX attention_record ON attention (id);
CREATE INDEX attention_cause ON attention (cause) WHERE cause IS NOT NULL;

CREATE TABLE trash (
    place INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    op TEXT NOT NULL,
    group_key TEXT,
    occurred_at INTEGER NOT NULL,
    trashed_at INTEGER NOT NULL,
    kept_since INTEGER,
    why TEXT NOT NULL,
    root TEXT NOT NULL,
    frozen BLOB NOT NULL
);
CREATE INDEX trash_root ON trash (root);

CREATE TABLE successor (
    key TEXT PRIMARY KEY,
    next_key TEXT NOT NULL,
    kept_since INTEGER
) WITHOUT ROWID;
CREATE INDEX successor_next ON successor (next_key);

CREATE TABLE set_aside (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;

CREATE TABLE activity (
    minute INTEGER PRIMARY KEY,
    sent INTEGER NOT NULL DEFAULT 0,
    received INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE reach (
    at INTEGER PRIMARY KEY,
    is_online INTEGER NOT NULL
);

CREATE TABLE wanted (
    attachment_id TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE plan_change (
    order_id TEXT PRIMARY KEY,
    starts_at INTEGER,
    assignee_id TEXT
) WITHOUT ROWID;

CREATE TABLE import_digest (
    digest BLOB PRIMARY KEY,
    id TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE put_off (
    name TEXT PRIMARY KEY,
    made_by TEXT NOT NULL
) WITHOUT ROWID;
"""

_VISIBLE = """
CREATE TABLE customer (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name_key TEXT NOT NULL,
    phone_key TEXT NOT NULL,
    email_key TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX customer_name ON customer (name_key, id);
CREATE INDEX customer_phone ON customer (phone_key) WHERE phone_key <> '';
CREATE INDEX customer_email ON customer (email_key) WHERE email_key <> '';
CREATE VIRTUAL TABLE customer_words USING fts5 (
    words, content = '', detail = none, columnsize = 0, prefix = '1 2',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO customer_words (customer_words, rank)
VALUES ('automerge', 16), ('crisismerge', 64), ('hashsize', 8000000);
CREATE VIRTUAL TABLE customer_terms USING fts5vocab (customer_words, instance);

CREATE TABLE site (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject_id TEXT NOT NULL,
    name_key TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX site_subject ON site (subject_id, name_key);

CREATE TABLE contact (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject_id TEXT NOT NULL,
    name_key TEXT NOT NULL,
    phone_key TEXT NOT NULL,
    email_key TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX contact_subject ON contact (subject_id, name_key);
CREATE INDEX contact_phone ON contact (phone_key) WHERE phone_key <> '';
CREATE INDEX contact_email ON contact (email_key) WHERE email_key <> '';
CREATE VIRTUAL TABLE contact_words USING fts5 (
    words, content = '', detail = none, columnsize = 0, prefix = '1 2',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO contact_words (contact_words, rank)
VALUES ('automerge', 16), ('crisismerge', 64), ('hashsize', 8000000);

CREATE TABLE lead (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name_key TEXT NOT NULL,
    stage TEXT NOT NULL,
    source TEXT NOT NULL,
    assignee_id TEXT,
    follow_up_on TEXT,
    customer_id TEXT,
    phone_key TEXT NOT NULL,
    email_key TEXT NOT NULL,
    merged_into TEXT,
    body BLOB NOT NULL
);
CREATE INDEX lead_name ON lead (name_key, id, stage, source, assignee_id) WHERE merged_into IS NULL;
CREATE INDEX lead_due ON lead (follow_up_on, id, stage, assignee_id)
WHERE follow_up_on IS NOT NULL AND merged_into IS NULL;
CREATE INDEX lead_merged ON lead (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX lead_customer ON lead (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX lead_phone ON lead (phone_key) WHERE phone_key <> '';
CREATE INDEX lead_email ON lead (email_key) WHERE email_key <> '';
CREATE VIRTUAL TABLE lead_words USING fts5 (
    words, content = '', detail = none, columnsize = 0, prefix = '1 2',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO lead_words (lead_words, rank)
VALUES ('automerge', 16), ('crisismerge', 64), ('hashsize', 8000000);
CREATE VIRTUAL TABLE lead_terms USING fts5vocab (lead_words, instance);

CREATE TABLE work_order (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    number INTEGER,
    status TEXT NOT NULL,
    assignee_id TEXT,
    crew_id TEXT,
    customer_id TEXT,
    starts_at INTEGER,
    body BLOB NOT NULL
);
CREATE INDEX work_order_start ON work_order (starts_at, id, status, assignee_id, crew_id);
CREATE INDEX work_order_assignee ON work_order (assignee_id, starts_at);
CREATE INDEX work_order_customer ON work_order (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX work_order_number ON work_order (number) WHERE number IS NOT NULL;
CREATE VIRTUAL TABLE work_order_words USING fts5 (
    words, content = '', detail = none, columnsize = 0, prefix = '1 2',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO work_order_words (work_order_words, rank)
VALUES ('automerge', 16), ('crisismerge', 64), ('hashsize', 8000000);
CREATE VIRTUAL TABLE work_order_terms USING fts5vocab (work_order_words, instance);

CREATE TABLE punch (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL,
    action TEXT NOT NULL,
    at INTEGER NOT NULL,
    work_order_id TEXT,
    target_id TEXT,
    body BLOB NOT NULL
);
CREATE INDEX punch_time ON punch (user_id, at);
CREATE INDEX punch_target ON punch (target_id) WHERE target_id IS NOT NULL;

CREATE TABLE time_entry (
    start_punch_id TEXT NOT NULL,
    day TEXT NOT NULL,
    user_id TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER,
    work_order_id TEXT,
    body BLOB NOT NULL,
    PRIMARY KEY (start_punch_id, day)
) WITHOUT ROWID;
CREATE INDEX time_entry_start ON time_entry (user_id, starts_at);
CREATE INDEX time_entry_day ON time_entry (user_id, day);
CREATE INDEX time_entry_open ON time_entry (user_id, starts_at) WHERE ends_at IS NULL;
CREATE INDEX time_entry_work_order ON time_entry (work_order_id) WHERE work_order_id IS NOT NULL;

CREATE TABLE timesheet (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL,
    week TEXT NOT NULL,
    status TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX timesheet_week ON timesheet (user_id, week);
CREATE INDEX timesheet_open ON timesheet (week, user_id) WHERE status = 'submitted';

CREATE TABLE note (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject_id TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX note_subject ON note (subject_id, written_at);

CREATE TABLE conflict (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX conflict_subject ON conflict (subject_id);
CREATE INDEX conflict_open ON conflict (subject_id, subject_kind) WHERE is_open = 1;

CREATE TABLE attachment (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject_id TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    is_stored INTEGER NOT NULL,
    is_preview_stored INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    preview_sha256 TEXT,
    body BLOB NOT NULL
);
CREATE INDEX attachment_subject ON attachment (subject_id, taken_at);
CREATE INDEX attachment_unstored ON attachment (id) WHERE is_stored = 0 OR is_preview_stored = 0;
CREATE INDEX attachment_preview ON attachment (taken_at) WHERE preview_sha256 IS NOT NULL;

CREATE TABLE part (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject_id TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX part_subject ON part (subject_id, used_at);

CREATE TABLE notification (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    is_read INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX notification_time ON notification (at);
CREATE INDEX notification_unread ON notification (at) WHERE is_read = 0;

CREATE TABLE location (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    punch_id TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX location_punch ON location (punch_id);

CREATE TABLE user (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name_key TEXT NOT NULL,
    crew_id TEXT,
    body BLOB NOT NULL
);

CREATE TABLE crew (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name_key TEXT NOT NULL,
    body BLOB NOT NULL
);

CREATE TABLE organisation (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body BLOB NOT NULL
);
"""

STEPS: tuple[str, ...] = (_SYNC + _VISIBLE,)
