-- What is stored, counted book by book and day by day in the transaction that writes it, so that nothing has to be decoded to be counted.
-- Where market days are stored already, their books are noted here as not counted yet; `plumbline recount` and whoever opens the
-- database next count them.

CREATE TABLE "stored_book" (
    "market_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changed" xid8 NOT NULL,
    "created" xid8 NOT NULL,
    "whole_version" INTEGER NOT NULL,
    "whole_changed" xid8 NOT NULL,
    "counted" BOOLEAN NOT NULL DEFAULT true,
    "first_day" INTEGER,
    "last_day" INTEGER,
    "answered" int4multirange NOT NULL DEFAULT '{}',
    "answered_minutes" INTEGER NOT NULL DEFAULT 0,
    "candles" INTEGER NOT NULL DEFAULT 0,
    "traded" INTEGER NOT NULL DEFAULT 0,
    "no_trade" INTEGER NOT NULL DEFAULT 0,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "set_aside" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "revised" INTEGER NOT NULL DEFAULT 0,
    "first_answered_at" TIMESTAMPTZ(3),
    "last_answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "stored_book_pkey" PRIMARY KEY ("market_id", "source")
);
CREATE INDEX "stored_book_changed_idx" ON "stored_book"("changed");
CREATE INDEX "stored_book_uncounted_idx" ON "stored_book"("market_id") WHERE NOT "counted";

CREATE TABLE "stored_day" (
    "market_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "changed" xid8 NOT NULL,
    "answered_minutes" INTEGER NOT NULL,
    "candles" INTEGER NOT NULL,
    "traded" INTEGER NOT NULL,
    "no_trade" INTEGER NOT NULL,
    "moved" INTEGER NOT NULL,
    "set_aside" INTEGER NOT NULL,
    "quarantined" INTEGER NOT NULL,
    "revised" INTEGER NOT NULL,
    "first_answered_at" TIMESTAMPTZ(3),
    "last_answered_at" TIMESTAMPTZ(3),
    "layout" INTEGER NOT NULL,
    "leaf" BYTEA,

    CONSTRAINT "stored_day_pkey" PRIMARY KEY ("market_id", "source", "day")
);
CREATE INDEX "stored_day_changed_idx" ON "stored_day"("changed");

INSERT INTO "stored_book" ("market_id", "source", "version", "changed", "created", "whole_version", "whole_changed", "counted")
SELECT "market_id", "source", 1, pg_current_xact_id(), pg_current_xact_id(), 1, pg_current_xact_id(), false
FROM (
    SELECT "market_id", "source" FROM "market_day"
    UNION SELECT "market_id", "source" FROM "coverage"
    UNION SELECT "market_id", "source" FROM "quarantine"
) AS "book"
ORDER BY "market_id", "source";

DROP TABLE "day_leaf";
