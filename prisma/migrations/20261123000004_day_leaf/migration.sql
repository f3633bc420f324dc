-- Hashes of whole days, kept so that the digest of a long window need not read the window again (docs/digest.md). They say
-- nothing that market_day does not, and may be emptied at any time.

CREATE TABLE "day_leaf" (
    "market_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "layout" INTEGER NOT NULL,
    "observations" BYTEA,
    "closes" BYTEA,

    CONSTRAINT "day_leaf_pkey" PRIMARY KEY ("market_id", "source", "day")
);
