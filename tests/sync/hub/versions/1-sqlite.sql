CREATE TABLE areas (
    id VARCHAR(200) NOT NULL,
    version BIGINT NOT NULL,
    "row" TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE counters (
    name VARCHAR(32) NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE desks (
    id VARCHAR(64) NOT NULL,
    name TEXT NOT NULL,
    public_key BLOB NOT NULL,
    token_hash BLOB NOT NULL,
    program TEXT NOT NULL,
    enrolled_at VARCHAR(32) NOT NULL,
    seen_at VARCHAR(32),
    head_sequence BIGINT NOT NULL,
    head_hash VARCHAR(64) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (token_hash)
);

CREATE TABLE feed (
    cursor BIGINT NOT NULL,
    venue VARCHAR(200) NOT NULL,
    visit DATE,
    desk VARCHAR(64) NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (cursor)
);

CREATE INDEX feed_by_venue ON feed (venue, cursor);

CREATE TABLE quotas (
    scope VARCHAR(16) NOT NULL,
    target VARCHAR(200) NOT NULL,
    visit DATE NOT NULL,
    venue VARCHAR(200) NOT NULL,
    value INTEGER,
    mode VARCHAR(16) NOT NULL,
    sold_out BOOLEAN NOT NULL,
    desk VARCHAR(64) NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (scope, target, visit)
);

CREATE TABLE redemptions (
    giving VARCHAR(200) NOT NULL,
    place INTEGER NOT NULL,
    venue VARCHAR(200) NOT NULL,
    card VARCHAR(200) NOT NULL,
    offer VARCHAR(200) NOT NULL,
    performance VARCHAR(200),
    visit DATE NOT NULL,
    kind VARCHAR(32) NOT NULL,
    adults INTEGER NOT NULL,
    children INTEGER NOT NULL,
    assistants INTEGER NOT NULL,
    representatives INTEGER NOT NULL,
    quota_use INTEGER NOT NULL,
    given_at VARCHAR(32) NOT NULL,
    desk VARCHAR(64) NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (giving, place)
);

CREATE INDEX redemptions_by_card ON redemptions (card, visit);

CREATE INDEX redemptions_by_visit ON redemptions (venue, visit);

CREATE TABLE reservation_ends (
    reservation VARCHAR(200) NOT NULL,
    venue VARCHAR(200) NOT NULL,
    state VARCHAR(16) NOT NULL,
    desk VARCHAR(64) NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (reservation, venue)
);

CREATE TABLE reservations (
    id VARCHAR(200) NOT NULL,
    venue VARCHAR(200) NOT NULL,
    card VARCHAR(200) NOT NULL,
    offer VARCHAR(200) NOT NULL,
    performance VARCHAR(200),
    visit DATE NOT NULL,
    adults INTEGER NOT NULL,
    children INTEGER NOT NULL,
    assistants INTEGER NOT NULL,
    representatives INTEGER NOT NULL,
    quota_use INTEGER NOT NULL,
    made_at VARCHAR(32) NOT NULL,
    collect_by VARCHAR(32) NOT NULL,
    desk VARCHAR(64) NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX reservations_by_visit ON reservations (venue, visit);

CREATE TABLE rule_sets (
    id VARCHAR(200) NOT NULL,
    version BIGINT NOT NULL,
    "row" TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE schema_version (
    version INTEGER NOT NULL
);

CREATE TABLE secrets (
    name VARCHAR(64) NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE settings (
    name VARCHAR(64) NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE snapshots (
    digest VARCHAR(64) NOT NULL,
    version BIGINT NOT NULL,
    content_digest VARCHAR(64) NOT NULL,
    cards BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    made_at VARCHAR(32) NOT NULL,
    sealed_key BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (digest)
);

CREATE TABLE voids (
    giving VARCHAR(200) NOT NULL,
    venue VARCHAR(200) NOT NULL,
    at VARCHAR(32) NOT NULL,
    desk VARCHAR(64) NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (giving, venue)
);

CREATE TABLE cards (
    id VARCHAR(32) NOT NULL,
    token BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    kind VARCHAR(16) NOT NULL,
    area VARCHAR(200) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NOT NULL,
    status VARCHAR(16) NOT NULL,
    children INTEGER,
    ended_at VARCHAR(32),
    replaced_by VARCHAR(32),
    sealed_code BLOB NOT NULL,
    gone BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (epoch, token),
    FOREIGN KEY(area) REFERENCES areas (id),
    UNIQUE (version)
);

CREATE TABLE enrolment_codes (
    code_hash BLOB NOT NULL,
    desk_name TEXT NOT NULL,
    venues TEXT NOT NULL,
    expires_at VARCHAR(32) NOT NULL,
    desk VARCHAR(64),
    PRIMARY KEY (code_hash),
    FOREIGN KEY(desk) REFERENCES desks (id)
);

CREATE TABLE events (
    desk VARCHAR(64) NOT NULL,
    sequence BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    event VARCHAR(200) NOT NULL,
    kind VARCHAR(64) NOT NULL,
    venue VARCHAR(200) NOT NULL,
    rules VARCHAR(64) NOT NULL,
    decided VARCHAR(16) NOT NULL,
    occurred_at VARCHAR(32),
    received_at VARCHAR(32) NOT NULL,
    header BLOB NOT NULL,
    signature BLOB NOT NULL,
    cards BLOB NOT NULL,
    salt BLOB NOT NULL,
    status VARCHAR(16) NOT NULL,
    reason TEXT NOT NULL,
    notes TEXT NOT NULL,
    over INTEGER NOT NULL,
    PRIMARY KEY (desk, sequence),
    FOREIGN KEY(desk) REFERENCES desks (id)
);

CREATE INDEX events_by_id ON events (desk, event);

CREATE TABLE strays (
    desk VARCHAR(64) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    sort VARCHAR(16) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    reason TEXT NOT NULL,
    received_at VARCHAR(32) NOT NULL,
    item BLOB NOT NULL,
    placed BOOLEAN NOT NULL,
    PRIMARY KEY (desk, digest),
    FOREIGN KEY(desk) REFERENCES desks (id)
);

CREATE TABLE venues (
    id VARCHAR(200) NOT NULL,
    area VARCHAR(200),
    version BIGINT NOT NULL,
    "row" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(area) REFERENCES areas (id)
);

CREATE TABLE desk_venues (
    desk VARCHAR(64) NOT NULL,
    venue VARCHAR(200) NOT NULL,
    PRIMARY KEY (desk, venue),
    FOREIGN KEY(desk) REFERENCES desks (id),
    FOREIGN KEY(venue) REFERENCES venues (id)
);

CREATE TABLE offers (
    id VARCHAR(200) NOT NULL,
    venue VARCHAR(200) NOT NULL,
    version BIGINT NOT NULL,
    "row" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(venue) REFERENCES venues (id)
);

CREATE INDEX ix_offers_venue ON offers (venue);

CREATE TABLE performances (
    id VARCHAR(200) NOT NULL,
    offer VARCHAR(200) NOT NULL,
    version BIGINT NOT NULL,
    "row" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(offer) REFERENCES offers (id)
);

CREATE INDEX ix_performances_offer ON performances (offer);
