-- What was said later of published statements (docs/errata.md). Rows only come in: a database that would change or delete one refuses.
CREATE TABLE "erratum" (
    "id" SERIAL NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('erratum', 'venue-answer', 'withdrawal')),
    "asset" TEXT,
    "from_minute" INTEGER,
    "to_minute" INTEGER,
    "venue" TEXT,
    "digest" TEXT,
    "address" TEXT,
    "reason" TEXT NOT NULL,
    "statement" TEXT,
    "said_by" TEXT,
    "link" TEXT,
    "withdraws" INTEGER,

    CONSTRAINT "erratum_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "erratum_kind" CHECK (("kind" = 'venue-answer') = ("statement" IS NOT NULL) AND ("kind" = 'withdrawal') = ("withdraws" IS NOT NULL)),
    CONSTRAINT "erratum_range" CHECK ("to_minute" IS NULL OR "from_minute" < "to_minute")
);

CREATE FUNCTION errata_only_come_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'errata are never changed or deleted; withdraw one by another entry';
END
$$;

CREATE TRIGGER errata_only_come_in BEFORE UPDATE OR DELETE OR TRUNCATE ON "erratum" FOR EACH STATEMENT EXECUTE FUNCTION errata_only_come_in();
