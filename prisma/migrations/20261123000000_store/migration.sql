-- CreateTable
CREATE TABLE "market" (
    "id" SERIAL NOT NULL,
    "venue" TEXT NOT NULL,
    "base" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "market_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "market_day" (
    "market_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "open" BYTEA,
    "high" BYTEA,
    "low" BYTEA,
    "close" BYTEA,
    "base_volume" BYTEA,
    "quote_volume" BYTEA,
    "trades" BYTEA,

    CONSTRAINT "market_day_pkey" PRIMARY KEY ("market_id","source","day")
);

-- CreateTable
CREATE TABLE "coverage" (
    "market_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'answered',
    "from_minute" INTEGER NOT NULL,
    "to_minute" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coverage_pkey" PRIMARY KEY ("market_id","source","outcome","from_minute")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" BIGSERIAL NOT NULL,
    "market_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "minute" INTEGER NOT NULL,
    "first_seen" TIMESTAMPTZ(3) NOT NULL,
    "seen_again" TIMESTAMPTZ(3) NOT NULL,
    "open_before" DOUBLE PRECISION,
    "high_before" DOUBLE PRECISION,
    "low_before" DOUBLE PRECISION,
    "close_before" DOUBLE PRECISION,
    "base_volume_before" DOUBLE PRECISION,
    "quote_volume_before" DOUBLE PRECISION,
    "trades_before" DOUBLE PRECISION,
    "open_after" DOUBLE PRECISION,
    "high_after" DOUBLE PRECISION,
    "low_after" DOUBLE PRECISION,
    "close_after" DOUBLE PRECISION,
    "base_volume_after" DOUBLE PRECISION,
    "quote_volume_after" DOUBLE PRECISION,
    "trades_after" DOUBLE PRECISION,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantine" (
    "market_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "minute" INTEGER,
    "reason" TEXT NOT NULL,
    "raw" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quarantine_pkey" PRIMARY KEY ("market_id","source","digest")
);

-- CreateTable
CREATE TABLE "ingest_run" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "ingest_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ingest_progress" (
    "venue" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "done_minutes" INTEGER NOT NULL,
    "total_minutes" INTEGER NOT NULL,
    "candles" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ingest_progress_pkey" PRIMARY KEY ("venue")
);

-- CreateTable
CREATE TABLE "world" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,

    CONSTRAINT "world_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "market_venue_base_quote_kind_key" ON "market"("venue", "base", "quote", "kind");

-- CreateIndex
CREATE INDEX "market_base_idx" ON "market"("base");

-- CreateIndex
CREATE INDEX "revision_market_id_source_minute_idx" ON "revision"("market_id", "source", "minute");

-- What Prisma's schema cannot say: one row, one of two names.
ALTER TABLE "world" ADD CONSTRAINT "world_is_one" CHECK ("id" = 1 AND "name" IN ('real', 'rehearsal'));
ALTER TABLE "ingest_run" ADD CONSTRAINT "ingest_run_is_one" CHECK ("id" = 1);
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_is_not_empty" CHECK ("from_minute" < "to_minute");
